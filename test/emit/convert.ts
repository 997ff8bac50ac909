import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { emitVectorDrawable, type VectorDrawableOptions } from '../../src/emit/vector-drawable.ts';
import type { Icon } from '../../src/ir.ts';
import { lowerIcon } from '../../src/lower/icon.ts';
import { parseSvg } from '../../src/parse/svg.ts';
import { resolveIcon } from '../../src/resolve/icon.ts';

/** The IR of an SVG that has a picture. */
export function iconOf(svg: string): Icon {
  const { document } = parseSvg(svg);
  const { icon } = document === undefined ? {} : resolveIcon(document);
  if (icon === undefined) throw new Error('the SVG has no picture');
  return icon;
}

export interface Converted {
  readonly xml: string | undefined;
  readonly minSdk: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** An SVG as a VectorDrawable, without repair and optimization. */
export function convertSvg(svg: string, options: VectorDrawableOptions = {}): Converted {
  const { minSdk = 21, appcompat = false, allowLossy = false } = options;
  const lowered = lowerIcon(iconOf(svg), { minSdk, appcompat, allowLossy });
  const emitted = emitVectorDrawable(lowered.icon, options);
  return {
    xml: emitted.xml,
    minSdk: emitted.minSdk,
    diagnostics: [...lowered.diagnostics, ...emitted.diagnostics],
  };
}

/** A 24 by 24 SVG around `content`. */
export const svg24 = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24">${content}</svg>`;
