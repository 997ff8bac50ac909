import { parseSvg } from '../../src/parse/svg.ts';
import { resolveIcon } from '../../src/resolve/icon.ts';
import { lowerIcon } from '../../src/lower/icon.ts';
import { emitVectorDrawable } from '../../src/emit/vector-drawable.ts';

/** A VectorDrawable, or why there is none. */
export type Converted = { readonly xml: string; readonly fidelity: string } | { readonly refused: string };

export function convertIcon(svg: string, options: object): Converted {
  const { document } = parseSvg(svg);
  if (!document) return { refused: 'parse' };
  const { icon, diagnostics } = resolveIcon(document, {});
  if (!icon) return { refused: diagnostics.map((d) => d.code).join() };
  const lowered = lowerIcon(icon, { minSdk: 21, appcompat: false, allowLossy: false });
  const bad = [...diagnostics, ...lowered.diagnostics].find((d) => d.effect === 'refused');
  if (bad) return { refused: bad.code };
  const out = emitVectorDrawable(lowered.icon, options);
  if (!out.xml) return { refused: out.diagnostics.map((d) => d.code).join() };
  const lossy = [...diagnostics, ...lowered.diagnostics, ...out.diagnostics].find(
    (d) => d.effect === 'approximate',
  );
  return { xml: out.xml, fidelity: lossy ? 'approximate' : 'exact' };
}
