/**
 * Converts every SVG of the suites beside the project and holds the result against the suite's own picture.
 *
 *     npm run conformance:svg               prints the table and fails where a file got worse
 *     npm run conformance:svg -- --update   also writes docs/conformance.md and the baseline
 *     npm run conformance:svg -- masking    only files whose path contains the word; --list names each
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { outcomeOf, worsened, type Outcome } from './outcome.ts';
import { printTables } from './table.ts';

const CASES = new URL('../../../shared/cases/', import.meta.url).pathname;
const BASELINE = new URL('../../docs/conformance.json', import.meta.url).pathname;
const PAGE = new URL('../../docs/conformance.md', import.meta.url).pathname;

export interface Row {
  readonly suite: string;
  /** Path inside the suite. */
  readonly file: string;
  readonly outcome: Outcome;
  readonly detail: string;
}

function svgFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return svgFiles(path);
      return entry.name.endsWith('.svg') ? [path] : [];
    })
    .sort();
}

async function run(suite: 'resvg' | 'svg2vector', word: string | undefined): Promise<Row[]> {
  const root = join(CASES, suite);
  const rows: Row[] = [];
  for (const path of svgFiles(root)) {
    const file = relative(root, path);
    if (word !== undefined && !file.includes(word)) continue;
    const picture = path.replace(/svg$/, 'png');
    // Android Studio's own pictures are of its converter, right or wrong: there the source as drawn is the truth.
    const reference = suite === 'resvg' ? picture : undefined;
    if (reference !== undefined && !existsSync(reference)) continue;
    rows.push({ suite, file, ...(await outcomeOf(readFileSync(path, 'utf8'), reference)) });
  }
  return rows;
}

if (!existsSync(CASES)) {
  console.log(
    'The suites are not beside the project (../shared/cases): nothing to hold the converter against.',
  );
  process.exit(0);
}
const words = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const rows = [...(await run('resvg', words[0])), ...(await run('svg2vector', words[0]))];
if (process.argv.includes('--list')) {
  for (const { file, outcome, detail } of rows) console.log(`${outcome}\t${file}\t${detail}`);
}
console.log(printTables(rows));

const baseline = existsSync(BASELINE)
  ? (JSON.parse(readFileSync(BASELINE, 'utf8')) as Record<string, Outcome>)
  : {};
const worse = worsened(rows, baseline);
for (const line of worse) console.log(line);
const silent = rows.filter(({ outcome }) => outcome === 'silent');
for (const { file, detail } of silent) console.log(`silent: ${file} ${detail}`);
if (process.argv.includes('--update') && words.length === 0) {
  const entries = rows.map(({ suite, file, outcome }) => [`${suite}/${file}`, outcome]);
  writeFileSync(BASELINE, `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`);
  writeFileSync(PAGE, page(rows));
}
process.exitCode = worse.length > 0 || silent.length > 0 ? 1 : 0;

function page(all: readonly Row[]): string {
  return `# Conformance

How the converter fares over public suites of SVG files. Printed by \`npm run conformance:svg -- --update\`, which reads
the suites at \`../shared/cases\`; the outcome of each file is in [conformance.json](conformance.json) and may only improve.

| outcome | meaning |
|---|---|
| exact | Written, and the drawing differs from the reference picture in at most 0.5 % of the pixels, at the picture's own size. A pixel differs when a channel differs by more than 32 of 255. |
| approximate | Written with a warning that says how it differs. |
| refused | Not written; the diagnostic says why and what to do. |
| silent | Written without a word although the picture differs: a defect. |

The output is read back by the project's own reader of VectorDrawables, which follows Android's semantics, and drawn by
@resvg/resvg-js; the converter's own proof draws with @resvg/resvg-wasm. Options: \`--min-sdk 24\`, all others as they are. The references of the suite \`resvg\` are its own; those of
\`svg2vector\` are the source as @resvg/resvg-js draws it, since the suite's pictures are its converter's output.

${printTables(all)}`;
}
