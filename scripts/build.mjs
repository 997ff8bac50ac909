/**
 * Builds the package into dist/: the library, the svgo plugins, the command line and its worker, with shared chunks,
 * and the type declarations. `--no-types` leaves the declarations out, which is what the tests need.
 *
 * Dependencies stay imports: they are installed beside the package.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const withTypes = !process.argv.includes('--no-types');

if (withTypes) rmSync(`${root}dist`, { recursive: true, force: true });

const entryPoints = {
  index: 'src/index.ts',
  svgo: 'plugins/index.ts',
  'cli/main': 'src/cli/main.ts',
  'node/pool/worker': 'src/node/pool/worker.ts',
  'node/pool/lint-worker': 'src/node/pool/lint-worker.ts',
};

await build({
  absWorkingDir: root,
  entryPoints: Object.fromEntries(Object.entries(entryPoints).filter(([, path]) => existsSync(root + path))),
  outdir: 'dist',
  bundle: true,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'es2022',
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
});
chmodSync(`${root}dist/cli/main.js`, 0o755);

if (withTypes) {
  const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
  execFileSync(process.execPath, [tsc, '-p', `${root}tsconfig.build.json`], { stdio: 'inherit' });
}
