import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { boundsOfSize } from '../geometry/bounds.ts';
import type { Icon } from '../ir.ts';
import { createContext } from './context.ts';
import { lowerNodes } from './nodes.ts';
import type { LowerOptions } from './options.ts';
import { fadedAsWhole } from './whole-opacity.ts';

export interface Lowered {
  readonly icon: Icon;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The same picture with only what a VectorDrawable can say, or a diagnostic for what has no such form.
 *
 * In the result
 * - a group has clips or an id, no opacity and no mask; each clip is one path in viewport units, filled by the nonzero
 *   rule unless its repair was refused, without clips of its own;
 * - a shape's transform is the identity, except where a round gradient has to be deformed: then the transform leads from
 *   the gradient's round space to the viewport, and the shape has no stroke;
 * - paints are solid or gradients without transform, focal point or focal radius;
 * - strokes are solid lines with a join that Android has.
 *
 * Even-odd fills pass through; repairing them is the stage before. With a `refused` diagnostic the result is the
 * nearest picture that can be said, for those who allow loss.
 */
export function lowerIcon(icon: Icon, options: LowerOptions): Lowered {
  const lowered = lowerAsGiven(icon, options);
  // Group opacity that leaves traces is tried once more as that of the whole drawing, which Android has.
  if (!lowered.diagnostics.some(({ code }) => GROUP_OPACITY.has(code))) return lowered;
  const whole = fadedAsWhole(icon);
  return whole === undefined ? lowered : lowerAsGiven(whole, options);
}

const GROUP_OPACITY: ReadonlySet<string> = new Set(['opacity-seam', 'unsupported-group-opacity']);

function lowerAsGiven(icon: Icon, options: LowerOptions): Lowered {
  const found: Diagnostic[] = [];
  const context = createContext(options, boundsOfSize(icon.viewport), found);
  const children = icon.opacity > 0 ? lowerNodes(icon.children, context) : [];
  return { icon: { ...icon, children }, diagnostics: found };
}
