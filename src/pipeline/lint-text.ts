import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { assertText } from '../errors.ts';
import { lint as lintFile } from './lint.ts';
import { resolveConfig, type Config } from '../lint/config.ts';

export interface LintTextOptions {
  /** The file's name, with forward slashes: some rules judge it, and overrides go by it. */
  readonly path?: string;
  /** As in a configuration file; the recommended rules without it. */
  readonly config?: Config;
}

/**
 * What the configured rules find in one SVG or VectorDrawable, in source order. Nothing is changed, and nothing drawn.
 * Rules over a set of icons need the command line.
 *
 * @throws {UsageError} for a configuration that names no rule, key or level there is, or a source that is no string
 */
export function lint(
  source: string,
  options: LintTextOptions = {},
): { readonly diagnostics: readonly Diagnostic[] } {
  assertText('The source', source);
  const { path, config = {} } = options;
  const named = path === undefined ? {} : { path };
  const resolved = resolveConfig(config, 'the configuration').forFile(path);
  return { diagnostics: lintFile(source, { ...named, config: resolved }).diagnostics };
}
