import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { boundsOfSize } from '../geometry/bounds.ts';
import { Budget, WorkLimitError } from '../geometry/budget.ts';
import type { Contour } from '../geometry/contour.ts';
import type { Matrix } from '../geometry/matrix.ts';
import { outlineStroke } from '../geometry/outline.ts';
import type { Clip, Icon, Node, Paint, Stroke } from '../ir.ts';
import { pathFromContours } from '../path/from-contours.ts';
import { rectangleCommands } from '../path/rectangle.ts';
import { transformContours } from '../path/transform.ts';
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
 * @param budget it is `unproven` where that is spent
 */
export function verifyRegions(
  before: Icon,
  after: Icon,
  allowed: keyof typeof ALLOWED = 'strict',
  budget: Budget = new Budget(WORK_LIMIT),
): RegionVerdict {
  const visible = Math.max(before.viewport.width, before.viewport.height);
  const enough = TOLERANCE + ALLOWED[allowed];
  let thickest = 0;
  try {
    const [wanted, found] = [knownFills(before), knownFills(after)];
    for (const paint of new Set([...wanted.keys(), ...found.keys()])) {
      const [paths, others] = [wanted.get(paint) ?? [], found.get(paint) ?? []];
      const thicknessOf = (one: readonly Painted[], other: readonly Painted[]): number => {
        const [fills, otherFills] = [one, other].map((each) =>
          each.map(({ region }) => region(budget)),
        ) as Pair;
        const compared = compareFills(fills, otherFills, budget, enough);
        return (compared.thickness * compared.size) / visible;
      };
      const [left, otherLeft] = withoutEqual(paths, others);
      if (left.length + otherLeft.length === 0) continue;
      // Where what is left is the same, so is the whole; what else covers it may hide that it is not.
      let thickness = thicknessOf(left, otherLeft);
      if (thickness > enough && left.length + otherLeft.length < paths.length + others.length)
        thickness = thicknessOf(paths, others);
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

type FillsByPaint = ReadonlyMap<string, readonly Painted[]>;

type Pair = [FilledPath[], FilledPath[]];

/** A filled path, or one subpath of a stroked one. */
interface Painted {
  /** Equal for what covers the same because all its numbers are the same. */
  readonly key: string;
  readonly region: (budget: Budget) => FilledPath;
}

/** Both without what is in the other, too: most of an icon is where it was, and outlines of strokes take long to compare. */
function withoutEqual(paths: readonly Painted[], others: readonly Painted[]): [Painted[], Painted[]] {
  const [keys, otherKeys] = [paths, others].map((each) => new Set(each.map(({ key }) => key)));
  return [
    paths.filter(({ key }) => otherKeys?.has(key) !== true),
    others.filter(({ key }) => keys?.has(key) !== true),
  ];
}

/** An icon is held against one after another, and the outlines of its strokes are half of the work. */
const KNOWN = new WeakMap<Icon, FillsByPaint>();

function knownFills(icon: Icon): FillsByPaint {
  const fills = KNOWN.get(icon) ?? fillsByPaint(icon);
  KNOWN.set(icon, fills);
  return fills;
}

/** What each paint fills, as far as clips and the viewport let it be seen. Transparent paint fills nothing. */
function fillsByPaint({ children, viewport }: Icon): FillsByPaint {
  const fills = new Map<string, Painted[]>();
  const larger = Math.max(viewport.width, viewport.height);
  const add = (paint: Paint, opacity: number, parts: readonly unknown[], region: Painted['region']): void => {
    const paintedBy = paintKey(paint, opacity);
    if (paintedBy === undefined) return;
    const key = JSON.stringify(parts, (_name, value: unknown) =>
      typeof value === 'number' ? Math.round(value * (KEPT / larger)) : value,
    );
    const painted = fills.get(paintedBy);
    if (painted === undefined) fills.set(paintedBy, [{ key, region }]);
    else painted.push({ key, region });
  };
  const visit = (node: Node, clips: Clips): void => {
    if (node.kind === 'group') {
      if (node.opacity === 0) return;
      const inner = [...clips, ...node.clips.map(clipOf)];
      for (const child of node.children) visit(child, inner);
      return;
    }
    const { path, transform, fill, stroke } = node;
    if (fill !== undefined) {
      const { rule } = fill;
      const placed = transformContours(path.contours, transform);
      const region = { commands: path.commands, transform, rule, clips };
      add(fill.paint, fill.opacity, [placed, rule, clips], () => region);
    }
    if (stroke === undefined) return;
    for (const contour of path.contours) {
      const { width, cap, join, miterLimit } = stroke;
      const placed = transformContours([contour], transform);
      // A map may turn and skew the pen as well.
      const { a, b, c, d } = transform;
      const pen = [cap, join, ...[a, b, c, d, miterLimit].map(String), width];
      let region: FilledPath | undefined;
      add(
        stroke.paint,
        stroke.opacity,
        [placed, pen, clips],
        (budget) => (region ??= { ...strokedRegion([contour], transform, stroke, budget), clips }),
      );
    }
  };
  const edge = rectangleCommands(boundsOfSize(viewport));
  for (const node of children) visit(node, [[{ commands: edge, rule: 'nonzero' }]]);
  return fills;
}

/** Of the viewport's larger side: numbers that differ by less are the same, what sums of doubles leave between them apart. */
const KEPT = 1e8;

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

/** What a segment of a stroke's outline takes to find, in steps of a budget. */
const OUTLINE_STEPS = 1000;

/** What a stroke covers, as a fill. Dashes must have been baked: they are not seen. */
function strokedRegion(
  contours: readonly Contour[],
  transform: Matrix,
  { width, cap, join, miterLimit }: Stroke,
  budget: Budget,
): FilledPath {
  const pen = { width, cap, join, miterLimit };
  const outline = outlineStroke(contours, pen, width * OUTLINE_TOLERANCE);
  for (const { segments } of outline) budget.spend(segments.length * OUTLINE_STEPS);
  return { commands: pathFromContours(outline).commands, transform, rule: 'nonzero' };
}

/** Solid colors by what is seen of them, if anything; gradients only by their kind, as baking rewrites their coordinates. */
function paintKey(paint: Paint, opacity: number): string | undefined {
  if (paint.kind !== 'solid') return paint.kind;
  const { r, g, b, a } = paint.color;
  if (a * opacity === 0) return undefined;
  return [r, g, b, a * opacity * 255].map(Math.round).join(',');
}
