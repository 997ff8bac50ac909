/**
 * Converts real icon packs with the built command line and holds every output against its source: the same picture,
 * nothing that an old Android cannot read, and aapt2 links it. Prints the figures that stand in the README.
 *
 * npm run conformance [-- <pack> …] [--every <n>]: only those packs, only every nth icon
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { Tinypool } from 'tinypool';
import { hasAapt2, linkDrawables } from './aapt2.ts';
import type { Comparison } from './compare.ts';
import { iconSets, ROOT, type IconSet } from './packs.ts';

interface ConvertedFile {
  readonly source: string;
  readonly status: string;
  readonly outputs: readonly { readonly path: string; readonly bytes: number }[];
  readonly fidelity: string;
  readonly repairs: readonly { readonly method: string }[];
  readonly diagnostics: readonly {
    readonly code: string;
    readonly severity: string;
    readonly message: string;
  }[];
}

interface SetResult {
  readonly name: string;
  readonly files: readonly ConvertedFile[];
  /** By source. */
  readonly faults: ReadonlyMap<string, readonly string[]>;
  readonly linked: 'yes' | 'no' | 'not checked';
}

const WORK = join(ROOT, 'out/conformance');

async function runSet(set: IconSet, pool: Tinypool): Promise<SetResult> {
  const out = join(WORK, set.name);
  rmSync(out, { recursive: true, force: true });
  const files = await convertWithCli(set.folder, out);
  const faults = new Map<string, string[]>();
  const check = async (file: ConvertedFile): Promise<void> => {
    const [output] = file.outputs;
    if (output === undefined) {
      const errors = file.diagnostics.filter(({ severity }) => severity === 'error');
      faults.set(file.source, ['not written', ...errors.map(({ code, message }) => `${code}: ${message}`)]);
      return;
    }
    const paths = { source: join(ROOT, file.source), output: join(ROOT, output.path) };
    const { faults: found } = (await pool.run(paths)) as Comparison;
    if (found.length > 0) faults.set(file.source, [...found]);
  };
  await Promise.all(files.map(check));
  const written = files.flatMap(({ outputs }) => outputs.map(({ path }) => join(ROOT, path)));
  const said = hasAapt2() ? linkDrawables(written, join(WORK, 'app', set.name)) : undefined;
  if (said !== undefined && said !== '') console.log(`aapt2 on ${set.name}:\n${said.slice(0, 4000)}`);
  const linked = said === undefined ? 'not checked' : said === '' ? 'yes' : 'no';
  return { name: set.name, files, faults, linked };
}

/** As a user would: one folder in, one folder out, the report as JSON. */
async function convertWithCli(folder: string, out: string): Promise<readonly ConvertedFile[]> {
  const args = ['convert', relative(ROOT, folder), '-o', relative(ROOT, out), '--format', 'json'];
  const child = spawn(process.execPath, [join(ROOT, 'dist/cli/main.js'), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code !== 0 && code !== 1) throw new Error(`windproof exited with ${code}.`);
  return (JSON.parse(Buffer.concat(chunks).toString()) as { files: ConvertedFile[] }).files;
}

const COLUMNS = [
  'pack',
  'icons',
  'right',
  'wrong',
  'not written',
  'even-odd',
  'unchanged',
  'reversed',
  'split',
  'kept',
  'kB',
  'aapt2',
];

function row({ name, files, faults, linked }: SetResult): (string | number)[] {
  const methods = files.flatMap(({ repairs }) => repairs.map(({ method }) => method));
  const count = (method: string): number => methods.filter((found) => found === method).length;
  const missing = files.filter(({ outputs }) => outputs.length === 0).length;
  const bytes = files.flatMap(({ outputs }) => outputs).reduce((sum, output) => sum + output.bytes, 0);
  const repairs = ['unchanged', 'reversed', 'split', 'kept'].map(count);
  const right = files.length - faults.size;
  const wrong = faults.size - missing;
  return [
    name,
    files.length,
    right,
    wrong,
    missing,
    methods.length,
    ...repairs,
    Math.round(bytes / 1000),
    linked,
  ];
}

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

function printTable(results: readonly SetResult[]): void {
  const rows = results.map(row);
  const total = COLUMNS.map((_, index) => {
    if (index === 0) return 'all';
    const cells = rows.map((cells) => cells[index]);
    if (cells.every((cell) => typeof cell === 'number')) return cells.reduce((sum, cell) => sum + cell, 0);
    return cells.every((cell) => cell === cells[0]) ? (cells[0] ?? '') : 'no';
  });
  console.log(
    [
      line(COLUMNS),
      line(COLUMNS.map((_, i) => (i === 0 ? '---' : '--:'))),
      ...[...rows, total].map(line),
    ].join('\n'),
  );
}

mkdirSync(WORK, { recursive: true });
// Workers start without the loader that runs this file, so what they run is bundled first.
const worker = join(WORK, 'compare.mjs');
await build({
  entryPoints: [fileURLToPath(new URL('./compare.ts', import.meta.url))],
  outfile: worker,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
});
const pool = new Tinypool({ filename: pathToFileURL(worker).href, maxThreads: availableParallelism() });
const results: SetResult[] = [];
const {
  values: { every },
  positionals: packs,
} = parseArgs({ options: { every: { type: 'string' } }, allowPositionals: true });
for (const set of iconSets(WORK, packs, every === undefined ? 1 : Number(every))) {
  console.log(`Converting ${set.name} …`);
  results.push(await runSet(set, pool));
}
await pool.destroy();

for (const { faults } of results)
  for (const [source, found] of faults) console.log(`${source}: ${found.join('; ')}`);
printTable(results);
const failed = results.reduce((sum, { faults, linked }) => sum + faults.size + (linked === 'no' ? 1 : 0), 0);
const passed = results.reduce((sum, { files, faults }) => sum + files.length - faults.size, 0);
if (results.some(({ linked }) => linked === 'not checked')) {
  console.log(
    'aapt2 or its framework resources are missing (Debian: aapt, android-framework-res): linking was not checked.',
  );
}
console.log(`conformance: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
