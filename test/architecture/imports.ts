import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** One import statement: the module that has it and what it names, both relative to the project, with `/`. */
export interface ImportEdge {
  readonly from: string;
  /** A path of ours, or a package's name. */
  readonly to: string;
  /** Only types: gone when it runs. */
  readonly typeOnly: boolean;
}

/** The imports of every module below `folders`. */
export function importsIn(root: string, folders: readonly string[]): ImportEdge[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) => {
        const from = posix.join(folder, path.replaceAll('\\', '/'));
        return importsOf(from, readFileSync(join(root, from), 'utf8'));
      }),
  );
}

/** The imports of one module's text: static, re-exporting and dynamic ones. */
export function importsOf(from: string, text: string): ImportEdge[] {
  const statement = /^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
  const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
  const edge = (specifier: string, typeOnly: boolean): ImportEdge => ({
    from,
    to: specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : specifier,
    typeOnly,
  });
  return [
    ...[...text.matchAll(statement)].map(([, type, specifier]) =>
      edge(specifier as string, type !== undefined),
    ),
    ...[...text.matchAll(dynamic)].map(([, specifier]) => edge(specifier as string, false)),
  ];
}
