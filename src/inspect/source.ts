import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { assertText } from '../errors.ts';
import { parseSvg } from '../parse/svg.ts';
import { resolveIcon } from '../resolve/icon.ts';
import { inspectIcon } from './icon.ts';

export interface InspectResult {
  /** An SVG document; absent when the text is no icon. */
  readonly picture?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The picture of how an SVG icon winds: `inspectIcon` on text. Never throws on account of the icon.
 *
 * @throws {UsageError} for a source that is no string
 */
export function inspect(source: string): InspectResult {
  assertText('The source', source);
  const { document, diagnostics: parseFaults } = parseSvg(source);
  if (document === undefined) return { diagnostics: parseFaults };
  const { icon, diagnostics: resolveFaults } = resolveIcon(document);
  const diagnostics = [...parseFaults, ...resolveFaults];
  return icon === undefined ? { diagnostics } : { picture: inspectIcon(icon), diagnostics };
}
