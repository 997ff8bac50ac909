import type { ImportEdge } from './imports.ts';

/** What every stage may use. */
const GROUND = ['geometry', 'path', 'ir.ts', 'diagnostics', 'errors.ts', 'ports.ts'];

/**
 * What each part of src/ may import of the others, as ARCHITECTURE.md says it. A stage does not know the stages after
 * it; those that work on the source's text know how it is read.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  geometry: [],
  diagnostics: [],
  'errors.ts': [],
  'ports.ts': [],
  path: ['geometry'],
  'ir.ts': ['geometry', 'path', 'diagnostics'],
  parse: GROUND,
  resolve: [...GROUND, 'parse'],
  inspect: [...GROUND, 'parse', 'resolve', 'repair', 'emit'],
  lint: [...GROUND, 'parse', 'resolve', 'emit', 'repair', 'vector-drawable'],
  repair: [...GROUND, 'parse', 'resolve'],
  lower: GROUND,
  optimize: GROUND,
  emit: GROUND,
  'vector-drawable': [...GROUND, 'parse', 'emit', 'repair'],
  sketch: [...GROUND, 'parse', 'resolve', 'emit', 'repair'],
  verify: [...GROUND, 'parse', 'vector-drawable', 'emit', 'repair'],
};

/** What joins the stages, and adapters: they may import any of src/ that is not further out. */
const JOINTS = ['pipeline', 'index.ts'];
const ADAPTERS = ['node', 'cli'];

/** The packages that the core may use: all of them run without Node. */
const CORE_PACKAGES = [
  '@xmldom/xmldom',
  'clipper2-ts',
  'css-select',
  'css-tree',
  'fastest-levenshtein',
  'jsonc-parser',
  'picomatch',
  'svgo/browser',
  'valibot',
];

/** What is wrong with an import, or undefined. */
export function violation({ from, to }: ImportEdge): string | undefined {
  const [own, other] = [partOf(from), partOf(to)];
  if (own === undefined || own === other) return undefined;
  if (ADAPTERS.includes(own)) {
    return own === 'node' && other === 'cli' ? 'node/ may not know the command line' : undefined;
  }
  if (other === undefined) {
    const known = CORE_PACKAGES.some((name) => to === name || to.startsWith(`${name}/`));
    return known ? undefined : `the core may not import ${to}`;
  }
  if (ADAPTERS.includes(other)) return `the core may not import the adapter ${other}/`;
  if (JOINTS.includes(own)) return undefined;
  const allowed = MAY_IMPORT[own];
  if (allowed === undefined) return `${own} has no row in the table of layers`;
  return allowed.includes(other) ? undefined : `${own} may not import ${other}`;
}

/** The folder below src/, or the file in it; undefined for a package and for anything outside. */
function partOf(path: string): string | undefined {
  return /^src\/([^/]+)/.exec(path)?.[1];
}
