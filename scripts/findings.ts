/**
 * Lints real icon packs, and our own icons, with every rule, and prints how many files each rule finds something in:
 * the table of docs/lint.md. All findings go to out/findings.json, to be looked at.
 *
 * npm run findings [-- <pack> …] [--every <n>]: only those packs, only every nth icon
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { globSync } from 'tinyglobby';
import { resolveConfig } from '../src/lint/config.ts';
import { RULES } from '../src/lint/registry.ts';
import { compareFiles } from '../src/lint/run.ts';
import { lint } from '../src/pipeline/lint.ts';
import { iconSets, ROOT } from './conformance/packs.ts';

interface Found {
  readonly set: string;
  readonly file: string;
  readonly code: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** The grid and the stroke widths that each pack promises; the contract rules hold it to them. */
const CONTRACTS: Readonly<Record<string, { sizes: number[]; widths: number[] }>> = {
  'bootstrap-icons': { sizes: [16], widths: [1] },
  heroicons: { sizes: [16, 20, 24], widths: [1.5] },
  octicons: { sizes: [12, 16, 24, 32, 48, 96], widths: [1] },
  lucide: { sizes: [24], widths: [2] },
  tabler: { sizes: [24], widths: [2] },
  material: { sizes: [24], widths: [2] },
  ionicons: { sizes: [512], widths: [32, 48] },
};

function configOf(set: string) {
  const contract = CONTRACTS[set];
  const rules: Record<string, unknown> = {};
  for (const { name } of RULES) rules[name] = 'warning';
  if (contract !== undefined) {
    rules['grid-size'] = ['warning', { sizes: contract.sizes }];
    rules['stroke-width'] = ['warning', { widths: contract.widths }];
  }
  return resolveConfig({ extends: [], rules }, 'findings').forFile(undefined);
}

function findingsOf(set: string, folder: string): { files: number; found: Found[] } {
  const paths = globSync('**/*.svg', { cwd: folder }).sort();
  const config = configOf(set);
  const linted = paths.map((path) => {
    const name = relative(ROOT, join(folder, path));
    const { diagnostics, facts } = lint(readFileSync(join(folder, path), 'utf8'), { path: name, config });
    return { path: name, diagnostics, facts, config };
  });
  const ofSet = compareFiles(linted);
  const found = linted.flatMap(({ path, diagnostics }) =>
    [...diagnostics, ...(ofSet.get(path) ?? [])].map(({ code, message, span }) => ({
      set,
      file: path,
      code,
      message,
      start: span.start,
      end: span.end,
    })),
  );
  return { files: paths.length, found };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { every: { type: 'string', default: '1' } },
});
const every = Number(values.every);
const folders = [
  ...iconSets(join(ROOT, 'out/findings'), positionals, every),
  ...[
    { name: 'Sketch', folder: join(ROOT, '../shared/cases/sketch/exported') },
    { name: 'ours', folder: join(ROOT, 'fixtures/icons') },
  ].filter(
    ({ name, folder }) => existsSync(folder) && (positionals.length === 0 || positionals.includes(name)),
  ),
];
const sets = folders.map(({ name, folder }) => {
  console.error(`${name} …`);
  return { name, ...findingsOf(name, folder) };
});

const found = sets.flatMap((set) => set.found);
mkdirSync(join(ROOT, 'out'), { recursive: true });
writeFileSync(join(ROOT, 'out/findings.json'), JSON.stringify(found));

const codes = [...new Set([...RULES.map(({ name }) => name), ...found.map(({ code }) => code)])].sort();
console.log(`| rule | ${sets.map(({ name }) => name).join(' | ')} |`);
console.log(`| --- |${' ---: |'.repeat(sets.length)}`);
console.log(`| *files* | ${sets.map(({ files }) => files).join(' | ')} |`);
for (const code of codes) {
  const counts = sets.map(
    (set) => new Set(set.found.filter((one) => one.code === code).map(({ file }) => file)).size,
  );
  if (counts.some((count) => count > 0)) console.log(`| ${code} | ${counts.join(' | ')} |`);
}
