import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { Budget, WorkLimitError } from '../geometry/budget.ts';
import type { Icon, Node, Paint } from '../ir.ts';
import { compareFills, TOLERANCE, WORK_LIMIT, type FilledPath } from '../repair/compare.ts';

export interface RegionVerdict {
  /** `unproven`: the outlines are too many to compare, or the icons are not built alike; only a picture can tell. */
  readonly verdict: 'same' | 'different' | 'unproven';
  readonly diagnostics: readonly Diagnostic[];
}

/** Rounding moves outlines by half a step of the printed grid; this much of the whole is allowed on top. */
const ROUNDING = 1 / 1600;

/**
 * Compares what each paint fills in `before` with what it fills in `after`, face by face, without a renderer.
 *
 * It sees fills and the regions of clips, paint by paint; strokes it does not see. A proof of the fills stands on the
 * printed numbers, because `after` is the output read back.
 */
export function verifyRegions(before: Icon, after: Icon): RegionVerdict {
  const [wanted, found] = [fillsByPaint(before.children), fillsByPaint(after.children)];
  if (wanted.size !== found.size) return { verdict: 'unproven', diagnostics: [] };
  const budget = new Budget(WORK_LIMIT);
  try {
    for (const [paint, paths] of wanted) {
      const others = found.get(paint);
      if (others === undefined) return { verdict: 'unproven', diagnostics: [] };
      const { thickness } = compareFills(paths, others, budget);
      if (thickness <= TOLERANCE + ROUNDING) continue;
      const text = `${(thickness * 100).toFixed(2)} %`;
      const fault = diagnostic('region-differs', { thickness: text }, { start: 0, end: 0 });
      return { verdict: 'different', diagnostics: [fault] };
    }
  } catch (error) {
    if (error instanceof WorkLimitError) return { verdict: 'unproven', diagnostics: [] };
    throw error;
  }
  return { verdict: 'same', diagnostics: [] };
}

/** The fills of each paint; those under different clips apart. */
function fillsByPaint(nodes: readonly Node[]): Map<string, FilledPath[]> {
  const fills = new Map<string, FilledPath[]>();
  const add = (key: string, path: FilledPath): void => {
    fills.set(key, [...(fills.get(key) ?? []), path]);
  };
  const visit = (node: Node, clips: string): void => {
    if (node.kind === 'group') {
      const inner = clips + '('.repeat(node.clips.length);
      for (const clip of node.clips)
        for (const { path, transform, rule } of clip.shapes)
          add(`clip${inner}`, { commands: path.commands, transform, rule });
      for (const child of node.children) visit(child, inner);
      return;
    }
    if (node.fill === undefined) return;
    const { path, transform, fill } = node;
    add(paintKey(fill.paint, fill.opacity) + clips, { commands: path.commands, transform, rule: fill.rule });
  };
  for (const node of nodes) visit(node, '');
  return fills;
}

/** Solid colors by what is seen of them; gradients only by their kind, as baking rewrites their coordinates. */
function paintKey(paint: Paint, opacity: number): string {
  if (paint.kind !== 'solid') return paint.kind;
  const { r, g, b, a } = paint.color;
  return [r, g, b, a * opacity * 255].map(Math.round).join(',');
}
