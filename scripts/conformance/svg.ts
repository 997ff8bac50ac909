/**
 * Converts every icon of the suites beside the project, SVG at both levels where outputs differ, and holds the result
 * against the suite's own picture.
 *
 *     npm run conformance:svg               prints the table and fails where a file got worse
 *     npm run conformance:svg -- --update   also writes docs/conformance.md and the baseline
 *     npm run conformance:svg -- masking    only files whose path contains the word; --list names each
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fixOutcome, readOutcome } from './drawables.ts';
import { outcomeOf, worsened, type Outcome, type Row } from './outcome.ts';
import { printTables } from './table.ts';

const CASES = new URL('../../../shared/cases/', import.meta.url).pathname;
const BASELINE = new URL('../../docs/conformance.json', import.meta.url).pathname;
const PAGE = new URL('../../docs/conformance.md', import.meta.url).pathname;

/** Clips and gradients are written otherwise, or not at all, below 24. */
const LEVELS = [21, 24] as const;

function filesOf(folder: string, extension: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesOf(path, extension);
      return entry.name.endsWith(extension) ? [path] : [];
    })
    .sort();
}

async function run(suite: 'resvg' | 'svg2vector', minSdk: number, word: string | undefined): Promise<Row[]> {
  const root = join(CASES, suite);
  const rows: Row[] = [];
  for (const path of filesOf(root, '.svg')) {
    const file = relative(root, path);
    if (word !== undefined && !file.includes(word)) continue;
    const picture = path.replace(/svg$/, 'png');
    // Android Studio's own pictures are of its converter, right or wrong: there the source as drawn is the truth.
    const reference = suite === 'resvg' ? picture : undefined;
    if (reference !== undefined && !existsSync(reference)) continue;
    const judged = await outcomeOf(readFileSync(path, 'utf8'), reference, minSdk);
    rows.push({ suite: `${suite}@${minSdk}`, file, ...judged });
  }
  return rows;
}

function runDrawables(word: string | undefined): Row[] {
  const root = join(CASES, 'vector-xml');
  return filesOf(root, '.xml')
    .filter((path) => word === undefined || path.includes(word))
    .flatMap((path) => {
      const [file, xml] = [relative(root, path), readFileSync(path, 'utf8')];
      return [
        { suite: 'vector-xml', file: `read/${file}`, ...readOutcome(xml, path.replace(/xml$/, 'png')) },
        { suite: 'vector-xml', file: `fix/${file}`, ...fixOutcome(xml) },
      ];
    })
    .sort((a, b) => Number(a.file > b.file) - Number(a.file < b.file));
}

if (!existsSync(CASES)) {
  console.log(
    'The suites are not beside the project (../shared/cases): nothing to hold the converter against.',
  );
  process.exit(0);
}
const words = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const rows: Row[] = [];
for (const suite of ['resvg', 'svg2vector'] as const)
  for (const minSdk of LEVELS) rows.push(...(await run(suite, minSdk, words[0])));
rows.push(...runDrawables(words[0]));
if (process.argv.includes('--list')) {
  for (const { suite, file, outcome, detail } of rows) console.log(`${outcome}\t${suite}/${file}\t${detail}`);
}
console.log(printTables(rows));

const baseline = existsSync(BASELINE)
  ? (JSON.parse(readFileSync(BASELINE, 'utf8')) as Record<string, Outcome>)
  : {};
const worse = worsened(rows, baseline);
for (const line of worse) console.log(line);
const silent = rows.filter(({ outcome }) => outcome === 'silent');
for (const { suite, file, detail } of silent) console.log(`silent: ${suite}/${file} ${detail}`);
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
| exact | Written, and the drawing differs from the reference picture in at most 0.5 % of the pixels, at the picture's own size, whatever the converter says of it. A pixel differs when a channel differs by more than 32 of 255. |
| approximate | Written with a warning that says how it differs, and farther from the reference. |
| refused | Not written; the diagnostic says why and what to do. |
| silent | Written without a word although the picture differs: a defect. |

The converter itself is stricter. It calls an output exact when at 256 pixels at most 0.1 % of the pixels differ from the
source and no block of 3 by 3 does; what only a finer look finds the same it calls approximate, with the measure.

The output is read back by the project's own reader of VectorDrawables, which follows Android's semantics, and drawn by
@resvg/resvg-js; the converter's own proof draws with @resvg/resvg-wasm. \`resvg@21\` is the suite \`resvg\` converted with
\`--min-sdk 21\`, and so on; all other options are as they are. The references of \`resvg\` are its own. Those of
\`svg2vector\` are the source as @resvg/resvg-js draws it, in older terms where it needs them (\`src/verify/older/\`), since
the suite's pictures are its converter's output. \`vector-xml\` holds VectorDrawables: \`read\` turns them into SVG, which is
held against the suite's picture or, where another program's edges make that differ, against a second reading
(\`scripts/conformance/transcribe.ts\`); \`fix\` repairs them, and the picture must stay.

${printTables(all)}`;
}
