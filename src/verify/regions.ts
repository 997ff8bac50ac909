import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { Budget, WorkLimitError } from '../geometry/budget.ts';
import { outlineStroke } from '../geometry/outline.ts';
import type { Icon, Node, Paint, Shape, Stroke } from '../ir.ts';
import { pathFromContours } from '../path/from-contours.ts';
import { compareFills, TOLERANCE, WORK_LIMIT, type FilledPath } from '../repair/compare.ts';

export interface RegionVerdict {
  /** `unproven`: the outlines are too many to compare, or the icons are not built alike; only a picture can tell. */
  readonly verdict: 'same' | 'different' | 'unproven';
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What is allowed on top of the engine's tolerance, as a share of the whole. Rounding moves an outline by half a step of
 * the printed grid, 1/1600, and each side of a stroke by as much again: `rounded` allows for both. A strip of `fine` is a
 * tenth of a pixel at 256, too thin to change a channel by 32 of 255.
 */
const ALLOWED = { fine: 1 / 4000, strict: 1 / 1600, rounded: 1 / 800 } as const;

/**
 * Compares what each paint fills in `before` with what it fills in `after`, face by face, without a renderer.
 *
 * It sees fills, strokes by the regions they cover, and the regions of clips, paint by paint. The proof stands on the
 * printed numbers, because `after` is the output read back.
 */
export function verifyRegions(
  before: Icon,
  after: Icon,
  allowed: keyof typeof ALLOWED = 'strict',
): RegionVerdict {
  const [wanted, found] = [fillsByPaint(before.children), fillsByPaint(after.children)];
  if (wanted.size !== found.size) return { verdict: 'unproven', diagnostics: [] };
  const budget = new Budget(WORK_LIMIT);
  try {
    for (const [paint, paths] of wanted) {
      const others = found.get(paint);
      if (others === undefined) return { verdict: 'unproven', diagnostics: [] };
      const { thickness } = compareFills(paths, others, budget);
      if (thickness <= TOLERANCE + ALLOWED[allowed]) continue;
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
    const { path, transform, fill, stroke } = node;
    if (fill !== undefined)
      add(paintKey(fill.paint, fill.opacity) + clips, {
        commands: path.commands,
        transform,
        rule: fill.rule,
      });
    if (stroke !== undefined)
      add(paintKey(stroke.paint, stroke.opacity) + clips, strokedRegion(node, stroke));
  };
  for (const node of nodes) visit(node, '');
  return fills;
}

/** How far a stroke's outline may be off its curve, as a share of its width: far below what is compared. */
const OUTLINE_TOLERANCE = 1e-3;

/** What a stroke covers, as a fill. Dashes must have been baked: they are not seen. */
function strokedRegion({ path, transform }: Shape, { width, cap, join, miterLimit }: Stroke): FilledPath {
  const pen = { width, cap, join: join === 'arcs' ? 'miter' : join, miterLimit } as const;
  const outline = outlineStroke(path.contours, pen, width * OUTLINE_TOLERANCE);
  return { commands: pathFromContours(outline).commands, transform, rule: 'nonzero' };
}

/** Solid colors by what is seen of them; gradients only by their kind, as baking rewrites their coordinates. */
function paintKey(paint: Paint, opacity: number): string {
  if (paint.kind !== 'solid') return paint.kind;
  const { r, g, b, a } = paint.color;
  return [r, g, b, a * opacity * 255].map(Math.round).join(',');
}
