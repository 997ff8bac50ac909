/**
 * Builds the package into dist/: the library, the svgo plugins, the command line and its workers, with shared chunks,
 * and the type declarations. `--no-types` leaves the declarations out, which is what the tests need.
 *
 * The library imports its dependencies, which are installed beside the package. The command line holds most of them
 * within: reading two hundred small files takes longer than linting an icon. Their licenses go along.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const withTypes = !process.argv.includes('--no-types');

if (withTypes) rmSync(`${root}dist`, { recursive: true, force: true });

const common = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'es2022',
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
};

await build({
  ...common,
  entryPoints: { index: 'src/index.ts', svgo: 'plugins/index.ts' },
  chunkNames: 'chunks/[name]-[hash]',
  packages: 'external',
});

/** Not within: they look for files of their own, are not modules, or are seldom needed. */
const OUTSIDE = ['windproof', 'yargs', '@resvg/resvg-wasm', 'paper', 'jiti', 'adm-zip', 'tinypool'];

/**
 * Needed for few icons, and dear to load: each a file of its own, read at the first call of one of these functions. What
 * is no function is written into the code as it is.
 */
const LATE = {
  'svgo/browser': ['optimize'],
  '@xmldom/xmldom': ['DOMParser'],
  'css-select': ['compile'],
  'css-tree/parser': ['default'],
  'css-tree/generator': ['default'],
  'clipper2-ts': ['Clipper64', 'ClipType', 'FillRule'],
  // Small, but no module: node reads it twice to find out what it exports.
  lilconfig: ['lilconfig'],
};
const lateFile = (name) => `late/${name.replaceAll(/[^a-z]+/g, '-').replace(/^-/, '')}`;

const late = await build({
  ...common,
  entryPoints: Object.fromEntries(Object.keys(LATE).map((name) => [lateFile(name), name])),
  splitting: false,
  sourcemap: false,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  minify: true,
  legalComments: 'none',
  metafile: true,
});

const loadLate = {
  name: 'load-late',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(?:${Object.keys(LATE).join('|')})$`) }, ({ path, importer }) =>
      importer.includes('node_modules') ? undefined : { path, namespace: 'late' },
    );
    // Code that the command line and the workers share lies in dist/chunks.
    onLoad({ filter: /.*/, namespace: 'late' }, async ({ path }) => {
      const real = await import(path);
      return {
        contents: `
          import { createRequire } from 'node:module';
          let module;
          const load = () => (module ??= createRequire(import.meta.url)('../${lateFile(path)}.cjs'));
          ${LATE[path].map((name) => (typeof real[name] === 'function' ? standIn(name) : constant(name, real[name]))).join('\n')}`,
      };
    });
  },
};

/** Called or constructed like what it stands for. */
const standIn = (name) => `
  function late_${name}(...args) {
    const { ${name}: real } = load();
    return new.target === undefined ? real(...args) : new real(...args);
  }
  export { late_${name} as ${name} };`;

const constant = (name, value) => `export const ${name} = ${JSON.stringify(value)};`;

const within = {
  ...common,
  external: OUTSIDE,
  mainFields: ['module', 'main'],
  minify: true,
  metafile: true,
};

/** What one file leaves to others: it is loaded for many icons, for documents, or for all other commands. */
const SELDOM = {
  './pool/pool.ts': 'node/pool/pool',
  './lint-sketch.ts': 'commands/lint-sketch',
  './watch.ts': 'commands/watch',
  './run.ts': 'commands/run',
};

/** Imports that lead out of one build and into the file of another. */
const leadingOut = {
  name: 'leading-out',
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ path, kind }) =>
      kind === 'dynamic-import' && Object.hasOwn(SELDOM, path)
        ? { path: `../${SELDOM[path]}.js`, external: true }
        : undefined,
    );
  },
};

/** As CommonJS, which node starts some ten milliseconds sooner: a commit hook waits for it. */
const script = {
  ...within,
  splitting: false,
  format: 'cjs',
  define: { 'import.meta.url': 'importMetaUrl' },
  banner: { js: "const importMetaUrl=require('node:url').pathToFileURL(__filename).href;" },
};

/**
 * The command line twice over. `main` and `lint-code` hold what hooks and editors call, by themselves and in one file
 * each: for each file node takes about a millisecond, and shared among all commands and workers it would lie in forty.
 * `lint-code` can be given to node compiled, as no module can; `run` is all commands.
 */
const main = await build({
  ...script,
  entryPoints: { 'cli/main': 'src/cli/main.ts' },
  plugins: [leadingOut],
});
// The package's other files are modules.
writeFileSync(`${root}dist/cli/package.json`, '{ "type": "commonjs" }\n');
const lintCode = await build({
  ...script,
  outExtension: { '.js': '.cjs' },
  entryPoints: { 'cli/lint-code': 'src/cli/lint-code.ts' },
  plugins: [leadingOut, loadLate],
});
keepable(`${root}dist/cli/lint-code.cjs`);
rmSync(`${root}dist/cli/compiled`, { recursive: true, force: true });
const whole = await build({
  ...within,
  entryPoints: {
    'commands/run': 'src/cli/run.ts',
    'commands/watch': 'src/cli/watch.ts',
    'commands/lint-sketch': 'src/cli/lint-sketch.ts',
    'node/pool/pool': 'src/node/pool/pool.ts',
    'node/pool/worker': 'src/node/pool/worker.ts',
    'node/pool/lint-worker': 'src/node/pool/lint-worker.ts',
  },
  chunkNames: 'chunks/cli-[name]-[hash]',
  plugins: [loadLate],
});
const inputs = [late, main, lintCode, whole].map(({ metafile }) => metafile.inputs);
writeFileSync(`${root}dist/THIRD-PARTY-LICENSES.txt`, licensesOf(Object.assign({}, ...inputs)));
chmodSync(`${root}dist/cli/main.js`, 0o755);

/**
 * Makes a script what src/node/compiled.ts can run as an earlier process left it: it imports by the function it is given,
 * and ends with the hash of its content.
 */
function keepable(path) {
  const content = readFileSync(path, 'utf8').replaceAll('await import(', 'await importModule(');
  if (/(?<!\.)\bimport\(/.test(content)) throw new Error(`${path}: import( without await`);
  const key = createHash('sha256').update(content).digest('hex').slice(0, 16);
  writeFileSync(path, `${content}//# ${key}`);
}

/** The license of every package that the command line holds. */
function licensesOf(inputs) {
  const folders = new Set(
    Object.keys(inputs).flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
  );
  return [...folders]
    .toSorted()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8'));
      const file = readdirSync(root + folder).find((entry) => /^licen[cs]e/i.test(entry));
      const text = file === undefined ? '' : readFileSync(`${root}${folder}/${file}`, 'utf8').trim();
      return `${name} ${version} (${license})\n\n${text}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}

if (withTypes) {
  const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
  execFileSync(process.execPath, [tsc, '-p', `${root}tsconfig.build.json`], { stdio: 'inherit' });
}
