import { resourceName } from '../emit/resource-name.ts';
import { UsageError } from '../errors.ts';

/** What Android teams set about the names of drawables. */
export interface Naming {
  readonly prefix?: string | undefined;
  /** With `{prefix}`, `{name}`, `{folder}` and `{size}` in it. */
  readonly template?: string | undefined;
  /** In dp, for `{size}`. */
  readonly size?: number | undefined;
}

const PLACEHOLDER = /\{([^{}]*)\}/g;
const KNOWN = new Set(['prefix', 'name', 'folder', 'size']);

/** Throws a UsageError for a template that would give every icon one name, or that asks for what is not known. */
export function checkNaming({ prefix, template, size }: Naming): void {
  if (prefix !== undefined && !/^[A-Za-z][A-Za-z0-9_]*$/.test(prefix))
    throw new UsageError(`--prefix begins with a letter and has letters, digits and _, not "${prefix}".`);
  if (template === undefined) return;
  const used = [...template.matchAll(PLACEHOLDER)].map(([, name]) => name ?? '');
  const unknown = used.find((name) => !KNOWN.has(name));
  if (unknown !== undefined)
    throw new UsageError(`--name knows {prefix}, {name}, {folder} and {size}, not {${unknown}}.`);
  if (!used.includes('name')) throw new UsageError('--name needs {name}, which tells the icons apart.');
  if (used.includes('size') && size === undefined)
    throw new UsageError('{size} in --name needs --size, which says it.');
  if (prefix !== undefined && !used.includes('prefix'))
    throw new UsageError('--name has no {prefix} for the --prefix that is given.');
}

/** The resource name for the icon called `stem` in `folder` (`''` at the root of its tree). */
export function outputName(stem: string, folder: string, { prefix = '', template, size }: Naming): string {
  // `ic_home.svg` is not to become `ic_ic_home`.
  const hasPrefix = prefix !== '' && resourceName(stem).startsWith(prefix.toLowerCase());
  const values: Readonly<Record<string, string>> = {
    prefix: hasPrefix ? '' : prefix,
    name: stem,
    folder,
    size: String(size ?? ''),
  };
  return resourceName(
    (template ?? '{prefix}{name}').replace(PLACEHOLDER, (_, name: string) => values[name] ?? ''),
  );
}
