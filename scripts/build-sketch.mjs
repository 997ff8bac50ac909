/**
 * Builds dist/windproof.sketchplugin, or the bundle in the folder of the argument: the manifest, the icon and one script
 * with the core in it. Prints its size.
 *
 * The script is for JavaScriptCore inside Sketch: no modules, no Node, no DOM, no console. What is for other uses is
 * left out, so that the bundle stays small: HTML's named entities (icons are XML), source maps of style sheets, what
 * clipper2 does to polygons besides set operations, the repair of VectorDrawables, which Sketch does not export, and the
 * comparison of pictures, which takes a renderer.
 *
 * svgo comes as its modules, not as its bundle for browsers: that has css-tree twice, each time with the grammar of every
 * property, and only csso's asks that.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const bundle = `${process.argv[2] ?? `${root}dist`}/windproof.sketchplugin`;
const manifest = JSON.parse(readFileSync(`${root}sketch-plugin/manifest.json`, 'utf8'));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const handlers = new Set(
  manifest.commands.flatMap(({ handlers: { run, actions } }) => [run, ...Object.values(actions ?? {})]),
);

const NO_PICTURE = `() => { throw new Error('pictures take a renderer'); };`;
const XML_ENTITIES = `{ amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' }`;
const REPLACEMENTS = [
  [
    /xmldom\/lib\/entities\.js$/,
    `exports.XML_ENTITIES = exports.HTML_ENTITIES = exports.entityMap = Object.freeze(${XML_ENTITIES});`,
  ],
  // svgo's, for HTML serialized: what asks for it is never asked.
  [/entities\/lib\/esm\/generated\/decode-data-html\.js$/, 'export default new Uint16Array(0);'],
  [/entities\/lib\/esm\/generated\/encode-html\.js$/, 'export default new Map();'],
  [/clipper2-ts\/dist\/Triangulation\.js$/, 'export const TriangulateResult = {}; export class Delaunay {}'],
  [
    /src\/pipeline\/fix-drawable\.ts$/,
    `export const fixDrawable = () => ({ fidelity: 'refused', repairs: [], diagnostics: [] });`,
  ],
  [/src\/verify\/picture\.ts$/, `export const verifyPicture = ${NO_PICTURE}`],
  [/src\/verify\/older\/rewrite\.ts$/, `export const inOlderForm = ${NO_PICTURE}`],
  [
    /clipper2-ts\/dist\/Offset\.js$/,
    'export const JoinType = {}; export const EndType = {}; export class ClipperOffset {}',
  ],
  [
    /clipper2-ts\/dist\/RectClip\.js$/,
    'export class OutPt2 {} export class RectClip64 {} export class RectClipLines64 {}',
  ],
  [/source-map-js\/lib\/source-map-generator\.js$/, 'exports.SourceMapGenerator = function () {};'],
];
const SVGO_CSS_TREE = `
  export { default as parse } from 'css-tree/parser';
  export { default as generate } from 'css-tree/generator';
  export { default as walk } from 'css-tree/walker';
  export { clone, List } from 'css-tree/utils';
`;
const REDIRECTIONS = [
  { of: /^svgo\/browser$/, from: /\/src\//, to: { path: `${root}node_modules/svgo/lib/svgo.js` } },
  {
    of: /^css-tree$/,
    from: /\/svgo\/(lib|plugins)\//,
    to: { path: 'css-tree', namespace: 'of-svgo' },
  },
  // What it offers to browsers: without a call of Node's.
  { of: /^csso$/, from: /\/svgo\//, to: { path: `${root}node_modules/csso/dist/csso.esm.js` } },
  // sax asks for streams, and does without.
  { of: /^(stream|string_decoder)$/, from: /\/sax\//, to: { path: 'none', namespace: 'nothing' } },
];

rmSync(bundle, { recursive: true, force: true });
mkdirSync(`${bundle}/Contents/Sketch`, { recursive: true });
mkdirSync(`${bundle}/Contents/Resources`, { recursive: true });

const unused = new Set();
const script = `${bundle}/Contents/Sketch/windproof.js`;
await build({
  absWorkingDir: root,
  entryPoints: ['sketch-plugin/src/plugin.ts'],
  outfile: script,
  bundle: true,
  minify: true,
  format: 'iife',
  globalName: 'windproof',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  // What JavaScriptCore of macOS 11 reads; its BigInt is needed anyway.
  target: 'es2020',
  legalComments: 'none',
  inject: ['sketch-plugin/src/older-engine.ts', 'sketch-plugin/src/console.ts'],
  // Only code for other hosts asks for these.
  define: { Buffer: 'undefined', TextDecoder: 'undefined', java: 'undefined' },
  // Sketch's own modules, which its require gives.
  external: ['sketch', 'sketch/*'],
  footer: { js: [...handlers].map((name) => `var ${name}=windproof.${name};`).join('') },
  plugins: [
    {
      name: 'leave-out',
      setup({ onLoad, onResolve }) {
        for (const { of, from, to } of REDIRECTIONS) {
          unused.add(of);
          onResolve({ filter: of }, ({ importer }) => {
            if (!from.test(importer)) return undefined;
            unused.delete(of);
            return to;
          });
        }
        onLoad({ filter: /./, namespace: 'of-svgo' }, () => ({
          contents: SVGO_CSS_TREE,
          resolveDir: root,
        }));
        onLoad({ filter: /./, namespace: 'nothing' }, () => ({ contents: '' }));
        for (const [filter, contents] of REPLACEMENTS) {
          unused.add(filter);
          onLoad({ filter }, () => {
            unused.delete(filter);
            return { contents, loader: 'js' };
          });
        }
      },
    },
  ],
  logLevel: 'warning',
  // What svgo would miss in what it is given.
  logOverride: { 'import-is-undefined': 'error' },
});

if (unused.size > 0) throw new Error(`Nothing of the script is named so any more: ${[...unused].join(', ')}`);

writeFileSync(
  `${bundle}/Contents/Sketch/manifest.json`,
  `${JSON.stringify({ ...manifest, version }, null, 2)}\n`,
);
const icon = readFileSync(`${root}sketch-plugin/icon.svg`, 'utf8');
writeFileSync(`${bundle}/Contents/Resources/icon.png`, new Resvg(icon).render().asPng());
cpSync(`${root}sketch-plugin/README.md`, `${bundle}/README.md`);
console.log(`${bundle}: ${readFileSync(script).length} bytes of script`);
