import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { printSvg } from '../emit/svg.ts';
import type { FixResult } from './result.ts';
import type { Draw } from '../ports.ts';
import { InvariantError } from '../errors.ts';
import { addedFaults } from '../verify/oldest-parser.ts';
import { drawingVisible } from './draw-visible.ts';
import { proveSvg } from './prove.ts';
import { fixVectorDrawable } from '../vector-drawable/fix.ts';
import { readVectorDrawable } from '../vector-drawable/read.ts';

/**
 * What the platform draws of a source with one of these is not what was meant: it ignores the rule of a clip, and throws
 * on path data. There the regions of the repair are the proof.
 */
const DRAWN_OTHERWISE: ReadonlySet<string> = new Set(['clip-fill-type', 'path-data-crash']);

/**
 * Repairs a VectorDrawable in place: what it does not have to touch stays as it is, byte for byte. What was found and is
 * mended is told as such.
 */
export function fixDrawable(source: string, draw: Draw | undefined): FixResult {
  const { output, diagnostics, repairs } = fixVectorDrawable(source);
  const counted = repairs.map(({ rule, repair, span }) => ({
    rule,
    method: repair.method,
    subpaths: repair.subpaths,
    reversed: repair.reversed.length,
    breaks: repair.breaks.length,
    span,
  }));
  const [before, after] = [source, output ?? source].map((xml) => readVectorDrawable(xml).icon);
  // What Android does not inflate has no picture to keep.
  if (output === undefined || before === undefined || after === undefined)
    return { kind: 'vector-drawable', fidelity: 'refused', repairs: counted, diagnostics };

  const [added] = addedFaults(source, output);
  if (added !== undefined)
    throw new InvariantError('verify', `API 21 does not read what was repaired: ${added.detail}`);
  const remaining = new Set(fixVectorDrawable(output).diagnostics.map(({ code }) => code));
  const found = diagnostics
    // A path that could be taken apart was not too long.
    .filter(({ code }) => code !== 'string-too-long' || remaining.has(code))
    .map((each) => (remaining.has(each.code) ? each : mended(each)));
  const common = { kind: 'vector-drawable', repairs: counted } as const;
  // Each repair has proven itself by its regions; a renderer may still reject the whole.
  const proof =
    draw === undefined || output === source || diagnostics.some(({ code }) => DRAWN_OTHERWISE.has(code))
      ? undefined
      : proveSvg(
          { source: printSvg(before), icon: before },
          printSvg(after),
          drawingVisible({ draw }, before).draw,
        );
  const difference = proof?.difference === undefined ? {} : { difference: proof.difference };
  if (proof?.verdict === 'differs')
    return { ...common, ...difference, fidelity: 'refused', diagnostics: [...found, ...proof.diagnostics] };
  return { ...common, ...difference, output, fidelity: 'exact', diagnostics: found };
}

function mended({ effect: _effect, ...found }: Diagnostic): Diagnostic {
  return {
    ...found,
    severity: 'info',
    message: `${found.message} It is mended.`,
    help: 'Nothing needs doing.',
  };
}
