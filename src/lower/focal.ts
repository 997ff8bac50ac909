import { cornersOf } from '../geometry/bounds.ts';
import { apply, invert, type Matrix } from '../geometry/matrix.ts';
import type { Color, GradientStop, RadialGradient } from '../ir.ts';
import type { Path } from '../path/command.ts';
import { pathOf } from '../path/contours.ts';
import { transformPath } from '../path/transform.ts';
import { mix } from './colors.ts';
import type { Context } from './context.ts';

/** A gradient in steps: `background` everywhere, then each ring over it, in viewport units. */
export interface Rings {
  readonly kind: 'rings';
  readonly background: Color;
  readonly rings: readonly { readonly path: Path; readonly color: Color }[];
}

/** Levels of 255 from one ring to the next: a fifth of what counts as a different pixel. */
const STEP = 6;
const MOST_RINGS = 400;

/**
 * A radial gradient whose focal circle is not about its center, as discs of even color, largest first. Each color is
 * that halfway between its ring's edges. Undefined, and reported, where discs cannot say it.
 */
export function focalRings(paint: RadialGradient, m: Matrix, context: Context): Rings | undefined {
  const refuse = (reason: string): undefined => {
    context.report('unsupported-focal-point', { reason }, paint.span);
    return undefined;
  };
  const { cx, cy, r, fx, fy, fr } = paint;
  if (Math.hypot(fx - cx, fy - cy) + fr >= r) return refuse('its focal circle reaches out of the outer one');
  if (paint.stops.some(({ color }) => color.a < 1)) {
    return refuse('its highlight is off center and its colors are translucent');
  }
  const end = paint.spread === 'pad' ? 1 : lastTurn(paint, m, context);
  const count = Math.ceil((contrast(paint.stops) / STEP) * end);
  if (count > MOST_RINGS) return refuse(`its highlight is off center and it would take ${count} rings`);
  const edges = ringEdges(paint.stops, paint.spread, end);
  const rings = edges
    .map((t, index) => {
      const inner = edges[index - 1] ?? 0;
      const radius = fr + (r - fr) * t;
      const center = { x: fx + (cx - fx) * t, y: fy + (cy - fy) * t };
      return {
        path: transformPath(circle(center.x, center.y, radius), m),
        color: colorAt(paint.stops, paint.spread, (inner + t) / 2),
      };
    })
    .reverse();
  if (fr > 0)
    rings.push({ path: transformPath(circle(fx, fy, fr), m), color: (paint.stops[0] as GradientStop).color });
  context.report('stepped-gradient', { count: rings.length }, paint.span);
  return { kind: 'rings', background: colorAt(paint.stops, paint.spread, end), rings };
}

/** The outer parameters of the rings: every stop is an edge, and between stops the color steps evenly. */
function ringEdges(stops: readonly GradientStop[], spread: RadialGradient['spread'], end: number): number[] {
  const edges: number[] = [];
  for (let turn = 0; turn < end; turn += 1) {
    const isBack = spread === 'reflect' && turn % 2 === 1;
    const marks = [{ offset: 0 }, ...stops, { offset: 1 }].map(({ offset }) =>
      isBack ? 1 - offset : offset,
    );
    if (isBack) marks.reverse();
    marks.forEach((to, index) => {
      const from = marks[index - 1];
      if (from === undefined || to <= from) return;
      const steps = Math.max(
        1,
        Math.ceil(distance(inTurn(stops, isBack, from + 1e-9), inTurn(stops, isBack, to - 1e-9)) / STEP),
      );
      for (let step = 1; step <= steps; step += 1) edges.push(turn + from + ((to - from) * step) / steps);
    });
  }
  return edges;
}

const inTurn = (stops: readonly GradientStop[], isBack: boolean, t: number): Color =>
  colorAt(stops, 'pad', isBack ? 1 - t : t);

/** How many whole turns of the gradient it takes to cover all that is visible. */
function lastTurn(paint: RadialGradient, m: Matrix, context: Context): number {
  const inverse = invert(m);
  if (inverse === undefined) return 1;
  const corners = cornersOf(context.visible).map((corner) => apply(inverse, corner));
  const { cx, cy, r, fx, fy, fr } = paint;
  let end = 1;
  while (
    end < MOST_RINGS &&
    !corners.every((p) => {
      const x = fx + (cx - fx) * end;
      const y = fy + (cy - fy) * end;
      return Math.hypot(p.x - x, p.y - y) <= fr + (r - fr) * end;
    })
  ) {
    end += 1;
  }
  return end;
}

const distance = (a: Color, b: Color): number =>
  Math.max(Math.abs(a.r - b.r), Math.abs(a.g - b.g), Math.abs(a.b - b.b));

const contrast = (stops: readonly GradientStop[]): number =>
  stops.reduce(
    (sum, stop, index) => sum + distance(stop.color, stops[Math.max(0, index - 1)]?.color ?? stop.color),
    0,
  );

function colorAt(stops: readonly GradientStop[], spread: RadialGradient['spread'], t: number): Color {
  const turn = Math.floor(t);
  let at = t;
  if (spread === 'repeat' && t !== turn) at = t - turn;
  if (spread === 'reflect' && t > 1) at = turn % 2 === 0 ? t - turn : 1 - (t - turn);
  const next = stops.findIndex(({ offset }) => offset > at);
  if (next === -1) return (stops[stops.length - 1] as GradientStop).color;
  const b = stops[next] as GradientStop;
  const a = stops[next - 1] ?? b;
  return a.offset === b.offset ? b.color : mix(a.color, b.color, (at - a.offset) / (b.offset - a.offset));
}

function circle(x: number, y: number, r: number): Path {
  const half = (to: number) =>
    ({ kind: 'arc', rx: r, ry: r, rotation: 0, large: false, sweep: true, to: { x: to, y } }) as const;
  return pathOf([{ kind: 'move', to: { x: x - r, y } }, half(x + r), half(x - r), { kind: 'close' }]);
}
