import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { boundsOfSize } from '../geometry/bounds.ts';
import { Budget, WorkLimitError } from '../geometry/budget.ts';
import { outlineStroke } from '../geometry/outline.ts';
import type { Clip, Icon, Node, Paint, Shape, Stroke } from '../ir.ts';
import { pathFromContours } from '../path/from-contours.ts';
import { rectangleCommands } from '../path/rectangle.ts';
import { compareFills, TOLERANCE, WORK_LIMIT, type FilledPath } from '../repair/compare.ts';

export interface RegionVerdict {
  /** `unproven`: the outlines are too many to compare, or the icons are not built alike; only a picture can tell. */
  readonly verdict: 'same' | 'different' | 'unproven';
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What is allowed on top of the engine's tolerance, as a share of the viewport's larger side, however far outlines
 * reach beyond it.
 * Rounding moves an outline by half a step of the printed grid, 1/1600, and each side of a stroke by as much again:
 * `rounded` allows for both. A strip of `fine` is a tenth of a pixel at 256, too thin to change a channel by 32 of 255.
 */
const ALLOWED = { fine: 1 / 4000, strict: 1 / 1600, rounded: 1 / 800 } as const;

/**
 * Compares what each paint fills in `before` with what it fills in `after`, face by face, without a renderer.
 *
 * It sees fills and strokes by the regions they cover, cut by their clips and the viewport, paint by paint.
 * The proof stands on the printed numbers, because `after` is the output read back.
 *
 * @param workLimit elementary steps behind which it is `unproven`
 */
export function verifyRegions(
  before: Icon,
  after: Icon,
  allowed: keyof typeof ALLOWED = 'strict',
  workLimit: number = WORK_LIMIT,
): RegionVerdict {
  const [wanted, found] = [before, after].map(fillsByPaint) as [FillsByPaint, FillsByPaint];
  const budget = new Budget(workLimit);
  const visible = Math.max(before.viewport.width, before.viewport.height);
  const enough = TOLERANCE + ALLOWED[allowed];
  let thickest = 0;
  try {
    for (const paint of new Set([...wanted.keys(), ...found.keys()])) {
      const [paths, others] = [wanted.get(paint) ?? [], found.get(paint) ?? []];
      const compared = compareFills(paths, others, budget, enough);
      const thickness = (compared.thickness * compared.size) / visible;
      if (thickness <= enough) continue;
      // Another paint than any in the other icon may stand for what a gradient or an opacity was written as.
      if (paths.length === 0 || others.length === 0) return { verdict: 'unproven', diagnostics: [] };
      thickest = Math.max(thickest, thickness);
    }
  } catch (error) {
    if (error instanceof WorkLimitError) return { verdict: 'unproven', diagnostics: [] };
    throw error;
  }
  if (thickest === 0) return { verdict: 'same', diagnostics: [] };
  const text = `${(thickest * 100).toFixed(2)} %`;
  const fault = diagnostic('region-differs', { thickness: text }, { start: 0, end: 0 });
  return { verdict: 'different', diagnostics: [fault] };
}

type FillsByPaint = ReadonlyMap<string, readonly FilledPath[]>;

/** What each paint fills, as far as clips and the viewport let it be seen. Transparent paint fills nothing. */
function fillsByPaint({ children, viewport }: Icon): FillsByPaint {
  const fills = new Map<string, FilledPath[]>();
  const add = (paint: Paint, opacity: number, path: FilledPath): void => {
    const key = paintKey(paint, opacity);
    if (key !== undefined) fills.set(key, [...(fills.get(key) ?? []), path]);
  };
  const visit = (node: Node, clips: Clips): void => {
    if (node.kind === 'group') {
      if (node.opacity === 0) return;
      const inner = [...clips, ...node.clips.map(clipOf)];
      for (const child of node.children) visit(child, inner);
      return;
    }
    const { path, transform, fill, stroke } = node;
    if (fill !== undefined)
      add(fill.paint, fill.opacity, { commands: path.commands, transform, rule: fill.rule, clips });
    if (stroke !== undefined) add(stroke.paint, stroke.opacity, { ...strokedRegion(node, stroke), clips });
  };
  const edge = rectangleCommands(boundsOfSize(viewport));
  for (const node of children) visit(node, [[{ commands: edge, rule: 'nonzero' }]]);
  return fills;
}

type Clips = NonNullable<FilledPath['clips']>;

const clipOf = ({ shapes }: Clip): readonly FilledPath[] =>
  shapes.map(({ path, transform, rule, clips }) => ({
    commands: path.commands,
    transform,
    rule,
    clips: clips.map(clipOf),
  }));

/** How far a stroke's outline may be off its curve, as a share of its width: far below what is compared. */
const OUTLINE_TOLERANCE = 1e-3;

/** What a stroke covers, as a fill. Dashes must have been baked: they are not seen. */
function strokedRegion({ path, transform }: Shape, { width, cap, join, miterLimit }: Stroke): FilledPath {
  const pen = { width, cap, join: join === 'arcs' ? 'miter' : join, miterLimit } as const;
  const outline = outlineStroke(path.contours, pen, width * OUTLINE_TOLERANCE);
  return { commands: pathFromContours(outline).commands, transform, rule: 'nonzero' };
}

/** Solid colors by what is seen of them, if anything; gradients only by their kind, as baking rewrites their coordinates. */
function paintKey(paint: Paint, opacity: number): string | undefined {
  if (paint.kind !== 'solid') return paint.kind;
  const { r, g, b, a } = paint.color;
  if (a * opacity === 0) return undefined;
  return [r, g, b, a * opacity * 255].map(Math.round).join(',');
}
