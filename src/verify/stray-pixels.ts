import { Budget, WorkLimitError } from '../geometry/budget.ts';
import type { Contour } from '../geometry/contour.ts';
import { multiply, scaling, translation, type Matrix } from '../geometry/matrix.ts';
import { outlineStroke } from '../geometry/outline.ts';
import type { FillRule, Icon, Node, Paint, Stroke } from '../ir.ts';
import { transformContours } from '../path/transform.ts';
import { LONGER_SIDE } from './compare.ts';
import { Coverage } from './coverage.ts';

/** A channel may differ by this much, as a share of its range, before its pixel does. */
const ALLOWED = 32 / 255;

/** How far a stroke's outline may be off, in pixels. */
const OUTLINE_TOLERANCE = 1 / 100;

/**
 * What a renderer's own stroker makes of a path that changed by next to nothing: it may lay the whole outline a fiftieth
 * of a pixel to either side, and that of a curve, which it follows by a few simpler ones, a sixteenth further out.
 */
const DISTURBANCES = [
  { shift: 0, isWide: false },
  { shift: 1 / 50, isWide: false },
  { shift: -1 / 50, isWide: false },
  { shift: 0, isWide: true },
] as const;
const WIDER = 1 / 16;

/** What is counted of a stroke weighs more than what is counted of a fill, which is what a renderer will show. */
const STROKE_WEIGHT = 1.5;

type Disturbance = (typeof DISTURBANCES)[number];

/**
 * About how many pixels would differ, as a share of all, were both icons drawn at the size that decides what the same
 * picture is.
 *
 * Two outlines a hundredth of a pixel apart are one to the eye. Yet a renderer that takes 16 samples of a pixel finds a
 * quarter of it changed wherever a long straight edge comes to lie across a row of samples, and such pixels count. Here they
 * are counted without a renderer, paint by paint, so that finer numbers can be printed before a picture would have to
 * refuse. It is an estimate: it looks at no clips, nor at what lies above, and proves nothing; strokes weigh more, of
 * which it knows less. Where the budget is spent it is 0: more is not known.
 */
export function strayPixels(before: Icon, after: Icon, budget: Budget = new Budget(Infinity)): number {
  try {
    return estimate(before, after, budget);
  } catch (error) {
    if (error instanceof WorkLimitError) return 0;
    throw error;
  }
}

function estimate(before: Icon, after: Icon, budget: Budget): number {
  const { width, height } = before.viewport;
  const largest = LONGER_SIDE / Math.max(width, height);
  // A picture has whole pixels, and what is drawn is stretched to fill them.
  const [columns, rows] = [width, height].map((side) => Math.max(1, Math.round(side * largest))) as Pair;
  const toPixels = scaling(columns / width, rows / height);
  const [wanted, found] = [knownShapes(before, toPixels, budget), shapesByPaint(after, toPixels, budget)];
  const blank = (): Coverage => new Coverage(columns, rows, budget);
  let stray = 0;
  for (const [paint, shapes] of wanted) {
    const others = found.get(paint) ?? [];
    const known = new Set(keysOf(shapes));
    if (others.length === shapes.length && keysOf(others).every((key) => known.has(key))) continue;
    const alpha = alphaOf(paint);
    const drawn = draw(shapes, DISTURBANCES[0], known, alpha, blank());
    const isStroked = others.some(({ isStroke }) => isStroke);
    const counts = DISTURBANCES.slice(0, isStroked ? undefined : 1).map((disturbance) =>
      countDifferent(drawn, draw(others, disturbance, known, alpha, blank())),
    );
    stray += Math.max(...counts) * (isStroked ? STROKE_WEIGHT : 1);
  }
  const { pixels } = blank();
  return stray / pixels.length;
}

type Pair = [number, number];

/** In pixels. */
interface PaintedShape {
  readonly subpaths: readonly PaintedSubpath[];
  readonly rule: FillRule;
  readonly isStroke: boolean;
}

interface PaintedSubpath {
  /** Equal for subpaths of equal numbers. */
  readonly key: string;
  readonly outline: readonly Contour[];
  /** Of a stroke: the outlines of its curves, drawn wider. */
  readonly wide: readonly Contour[];
}

const keysOf = (shapes: readonly PaintedShape[]): string[] =>
  shapes.flatMap(({ subpaths }) => subpaths.map(({ key }) => key));

/** Several are held against one icon, all at one scale, and the outlines of its strokes are half of the work. */
const KNOWN = new WeakMap<Icon, ReadonlyMap<string, PaintedShape[]>>();

function knownShapes(icon: Icon, scale: Matrix, budget: Budget): ReadonlyMap<string, PaintedShape[]> {
  const shapes = KNOWN.get(icon) ?? shapesByPaint(icon, scale, budget);
  KNOWN.set(icon, shapes);
  return shapes;
}

function shapesByPaint({ children }: Icon, scale: Matrix, budget: Budget): Map<string, PaintedShape[]> {
  const shapes = new Map<string, PaintedShape[]>();
  const add = (paint: Paint, opacity: number, shape: PaintedShape): void => {
    const key = paintKey(paint, opacity);
    const others = shapes.get(key);
    if (others === undefined) shapes.set(key, [shape]);
    else others.push(shape);
  };
  const visit = (node: Node): void => {
    if (node.kind === 'group') {
      node.children.forEach(visit);
      return;
    }
    const { path, transform, fill, stroke } = node;
    const toPixels = multiply(scale, transform);
    if (fill !== undefined) {
      const subpaths = path.contours.map((contour) => filled(contour, toPixels));
      add(fill.paint, fill.opacity, { subpaths, rule: fill.rule, isStroke: false });
    }
    if (stroke !== undefined) {
      const subpaths = path.contours.map((contour) => stroked(contour, stroke, toPixels, budget));
      add(stroke.paint, stroke.opacity, { subpaths, rule: 'nonzero', isStroke: true });
    }
  };
  children.forEach(visit);
  return shapes;
}

function filled(contour: Contour, toPixels: Matrix): PaintedSubpath {
  const outline = transformContours([contour], toPixels);
  return { key: keyOf(outline), outline, wide: [] };
}

function stroked(contour: Contour, stroke: Stroke, toPixels: Matrix, budget: Budget): PaintedSubpath {
  const { width, cap, join, miterLimit } = stroke;
  const scale = Math.sqrt(Math.abs(toPixels.a * toPixels.d - toPixels.b * toPixels.c)) || 1;
  const tolerance = OUTLINE_TOLERANCE / scale;
  const pen = { width, cap, join, miterLimit };
  const widePen = { ...pen, cap: 'butt', width: width + (2 * WIDER) / scale } as const;
  return {
    key: keyOf(transformContours([contour], toPixels)),
    outline: transformContours(outlineStroke([contour], pen, tolerance, budget), toPixels),
    wide: transformContours(outlineStroke(curvesOf(contour), widePen, tolerance, budget), toPixels),
  };
}

function curvesOf({ segments }: Contour): Contour[] {
  const curves = segments.filter(({ kind }) => kind !== 'line');
  return curves.map((segment) => ({ start: segment.from, segments: [segment], closed: false }));
}

/** The rounding of sums apart. */
function keyOf(contours: readonly Contour[]): string {
  return JSON.stringify(contours, (_name, value: unknown) =>
    typeof value === 'number' ? value.toFixed(6) : value,
  );
}

/** The alpha and what is painted; gradients only by their kind, as baking rewrites their coordinates. */
function paintKey(paint: Paint, opacity: number): string {
  if (paint.kind !== 'solid') return `1 ${paint.kind}`;
  const { r, g, b, a } = paint.color;
  return [a * opacity, r, g, b].map((channel) => channel.toFixed(2)).join(' ');
}

const alphaOf = (key: string): number => Number.parseFloat(key);

/** A stroke's subpaths that are not `known` are drawn as the disturbance has it. */
function draw(
  shapes: readonly PaintedShape[],
  { shift, isWide }: Disturbance,
  known: ReadonlySet<string>,
  alpha: number,
  coverage: Coverage,
): Coverage {
  // Not along a diagonal, so that no edge at an even angle runs along the shift.
  const move = translation(shift, shift / 2);
  for (const { subpaths, rule, isStroke } of shapes) {
    const contours = subpaths.flatMap(({ key, outline, wide }) => {
      if (!isStroke || known.has(key)) return outline;
      const moved = shift === 0 ? outline : transformContours(outline, move);
      return isWide ? [...moved, ...wide] : moved;
    });
    coverage.add(contours, rule, alpha);
  }
  return coverage;
}

function countDifferent({ pixels: a }: Coverage, { pixels: b }: Coverage): number {
  let count = 0;
  for (let at = 0; at < a.length; at += 1) {
    if (Math.abs((a[at] as number) - (b[at] as number)) > ALLOWED) count += 1;
  }
  return count;
}
