import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { convert } from '../../src/pipeline/convert.ts';
import type { ConvertOptions } from '../../src/pipeline/result.ts';
import { drawLonger } from './picture.ts';

/** A VectorDrawable, or why there is none. */
export type Converted =
  | { readonly xml: string; readonly isExact: boolean; readonly diagnostics: readonly Diagnostic[] }
  | { readonly refused: string };

/** What an icon may be converted with. */
export type ConvertedWith = Pick<ConvertOptions, 'minSdk' | 'splitLongPaths' | 'tint'>;

/** An icon as the command line converts it, for API 21 where `options` says nothing, mirrored in right-to-left layouts. */
export function convertIcon(svg: string, options: ConvertedWith = {}): Converted {
  const { output, fidelity, diagnostics } = convert(svg, {
    ...options,
    autoMirrored: true,
    draw: drawLonger,
  });
  if (output !== undefined && fidelity !== 'refused') {
    return { xml: output, isExact: fidelity === 'exact', diagnostics };
  }
  const refusing = diagnostics.filter(({ effect }) => effect === 'refused');
  return { refused: [...new Set(refusing.map(({ code }) => code))].join(', ') || fidelity };
}
