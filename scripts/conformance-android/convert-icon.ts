import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { convert } from '../../src/pipeline/convert.ts';
import { drawLonger } from './picture.ts';

/** A VectorDrawable, or why there is none. */
export type Converted =
  | { readonly xml: string; readonly isExact: boolean; readonly diagnostics: readonly Diagnostic[] }
  | { readonly refused: string };

/** An icon as the command line converts it for API 21, mirrored in right-to-left layouts. */
export function convertIcon(svg: string): Converted {
  const { output, fidelity, diagnostics } = convert(svg, { autoMirrored: true, draw: drawLonger });
  if (output !== undefined && fidelity !== 'refused') {
    return { xml: output, isExact: fidelity === 'exact', diagnostics };
  }
  const refusing = diagnostics.filter(({ effect }) => effect === 'refused');
  return { refused: [...new Set(refusing.map(({ code }) => code))].join(', ') || fidelity };
}
