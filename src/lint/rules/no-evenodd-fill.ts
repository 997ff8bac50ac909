import type { Finding, WindingRepair } from '../rule.ts';
import { forbidEvenOdd } from './even-odd.ts';

/** Android below API 24 fills by nonzero alone: an even-odd fill loses its holes there. */
export const noEvenoddFill = forbidEvenOdd({
  name: 'no-evenodd-fill',
  summary: 'Forbids fills that need the even-odd rule.',
  rule: 'fill-rule',
  findings: (repairs) => {
    const needed = repairs.filter(({ method }) => method !== 'unchanged');
    // The rule often stands on one group around many shapes: that is one finding.
    if (needed.length === 0) return [needless(repairs)];
    return needed.map(({ method, span, fix }) => ({
      span,
      ...(fix === undefined ? {} : { fix }),
      message: 'This fill is even-odd: below API 24 Android fills its holes in.',
      help:
        method === 'kept'
          ? 'No repair could be proven; redraw the shape without overlaps, or join its parts with a boolean operation.'
          : 'Run windproof lint --fix, or in Sketch set Non-Zero and reverse the inner paths (Layer > Path > Reverse Order).',
    }));
  },
});

function needless(repairs: readonly WindingRepair[]): Finding {
  const fixes = repairs.flatMap(({ fix }) => fix ?? []);
  const fills = repairs.length === 1 ? 'This fill asks' : `This fill and ${repairs.length - 1} more ask`;
  return {
    span: (repairs[0] as WindingRepair).span,
    message: `${fills} for even-odd although nonzero draws the same.`,
    help: 'Take the rule out: windproof lint --fix does, and changes no path.',
    ...(fixes[0] === undefined ? {} : { fix: { ...fixes[0], edits: fixes.flatMap(({ edits }) => edits) } }),
  };
}
