import { apply, IDENTITY, invert, multiply, scaling, stretch, type Matrix } from '../geometry/matrix.ts';
import type {
  GradientStop,
  LinearGradient,
  Paint,
  PatternPaint,
  RadialGradient,
  SolidPaint,
  SweepGradient,
} from '../ir.ts';
import { mix } from './colors.ts';
import type { Context } from './context.ts';
import { focalRings, type Rings } from './focal.ts';

type GradientPaint = LinearGradient | RadialGradient | SweepGradient;

/**
 * A gradient as a VectorDrawable can say it: `paint` is free of any transform and lives in the space that `frame` leads
 * from to the viewport. Where `frame` is not the identity the shape has to be drawn inside a group that deforms it.
 */
export interface SettledGradient {
  readonly kind: 'gradient';
  readonly paint: GradientPaint;
  readonly frame: Matrix;
}

export type SettledPaint = SolidPaint | PatternPaint | SettledGradient | Rings;

/** Settles `paint` of a shape whose user units `transform` leads to the viewport; undefined when it paints nothing. */
export function settlePaint(paint: Paint, transform: Matrix, context: Context): SettledPaint | undefined {
  if (paint.kind === 'solid' || paint.kind === 'pattern') return paint;
  const settled = settleGradient(paint, transform, context);
  const { minSdk, appcompat } = context.options;
  if (settled?.kind === 'gradient' && minSdk < 24 && !appcompat)
    context.report('gradient-needs-api-24', { minSdk }, paint.span);
  return settled;
}

function settleGradient(
  paint: GradientPaint,
  transform: Matrix,
  context: Context,
): Exclude<SettledPaint, PatternPaint> | undefined {
  const stops = forPremultiplied(paint.stops);
  const whole = multiply(transform, paint.transform);
  if (invert(whole) === undefined) return undefined;
  const first = stops[0] as GradientStop;
  const last = stops[stops.length - 1] as GradientStop;
  const constant = stops.every(({ color }) => sameAsFirst(color, first.color));
  if (constant) return { kind: 'solid', color: first.color };
  switch (paint.kind) {
    case 'linear': {
      const settled = settleLinear({ ...paint, stops }, whole);
      return settled ?? { kind: 'solid', color: last.color };
    }
    case 'radial': {
      // A disc that nobody sees, in the last color.
      const isDot = paint.spread === 'pad' && paint.r * stretch(whole).major <= context.tolerance;
      if (!(paint.r > 0) || isDot) return { kind: 'solid', color: last.color };
      return settleRadial({ ...paint, stops }, whole, context);
    }
    case 'sweep':
      return settleRound({ ...paint, stops }, whole);
  }
}

/**
 * A linear gradient under any affine map is a linear gradient: its lines of one color stay straight and parallel, and
 * the new axis is their normal. Undefined when start and end are one point.
 */
function settleLinear(paint: LinearGradient, m: Matrix): SettledGradient | undefined {
  const dx = paint.x2 - paint.x1;
  const dy = paint.y2 - paint.y1;
  const squared = dx * dx + dy * dy;
  if (squared === 0) return undefined;
  const inverse = invert(m) as Matrix;
  // The gradient of t, taken through the transposed inverse of m.
  const wx = (inverse.a * dx + inverse.b * dy) / squared;
  const wy = (inverse.c * dx + inverse.d * dy) / squared;
  const norm = wx * wx + wy * wy;
  const start = apply(m, { x: paint.x1, y: paint.y1 });
  return {
    kind: 'gradient',
    frame: IDENTITY,
    paint: {
      ...paint,
      x1: start.x,
      y1: start.y,
      x2: start.x + wx / norm,
      y2: start.y + wy / norm,
      transform: IDENTITY,
    },
  };
}

function settleRadial(
  paint: RadialGradient,
  m: Matrix,
  context: Context,
): SettledGradient | Rings | undefined {
  const distance = Math.hypot(paint.fx - paint.cx, paint.fy - paint.cy);
  if (distance <= paint.r * 1e-6) {
    const concentric = withoutFocalRadius(paint);
    if (concentric !== undefined) return settleRound(concentric, m);
  }
  return focalRings(paint, m, context);
}

/** Both circles about one center: the inner radius moves into the offsets. Undefined where a spread forbids it. */
function withoutFocalRadius(paint: RadialGradient): RadialGradient | undefined {
  if (!(paint.fr > 0)) return paint;
  if (paint.spread !== 'pad' || paint.fr >= paint.r) return undefined;
  const inner = paint.fr / paint.r;
  const stops = paint.stops.map(({ offset, color }) => ({ offset: inner + offset * (1 - inner), color }));
  return { ...paint, stops, fr: 0 };
}

/** Round gradients stay round under a similarity; any other map becomes the frame, in units about as long as before. */
function settleRound(paint: RadialGradient | SweepGradient, m: Matrix): SettledGradient {
  const { major, minor } = stretch(m);
  const isSimilar = major - minor <= 1e-6 * major;
  // A sweep also has a direction: only shifting and enlarging keep it.
  const isPlain = paint.kind === 'radial' || (Math.abs(m.b) <= 1e-9 * major && m.a > 0 && m.d > 0);
  const keeps = isSimilar && isPlain;
  const placed = keeps ? m : scaling(major);
  const center = apply(placed, { x: paint.cx, y: paint.cy });
  const frame = keeps ? IDENTITY : multiply(m, scaling(1 / major));
  const moved = { ...paint, cx: center.x, cy: center.y, transform: IDENTITY };
  if (moved.kind === 'sweep') return { kind: 'gradient', paint: moved, frame };
  return {
    kind: 'gradient',
    paint: { ...moved, r: moved.r * major, fx: center.x, fy: center.y, fr: 0 },
    frame,
  };
}

/**
 * Android mixes neighboring stops with their alpha multiplied in, SVG without. The two agree unless color and alpha
 * both change; there, stops in between keep them within two levels of 255.
 */
function forPremultiplied(stops: readonly GradientStop[]): GradientStop[] {
  const result: GradientStop[] = [];
  stops.forEach((stop, index) => {
    const previous = stops[index - 1];
    if (previous !== undefined && stop.offset > previous.offset) {
      const [a, b] = [previous.color, stop.color];
      const contrast = Math.max(Math.abs(a.r - b.r), Math.abs(a.g - b.g), Math.abs(a.b - b.b));
      // Off by contrast · Δalpha / (4 · count²) at most.
      const count = Math.ceil(Math.sqrt((contrast * Math.abs(a.a - b.a)) / 8));
      for (let step = 1; step < count; step += 1) {
        const t = step / count;
        result.push({
          offset: previous.offset + (stop.offset - previous.offset) * t,
          color: mix(a, b, t),
        });
      }
    }
    result.push(stop);
  });
  return result;
}

const sameAsFirst = (color: GradientStop['color'], first: GradientStop['color']): boolean =>
  color.a === first.a &&
  (color.a === 0 || (color.r === first.r && color.g === first.g && color.b === first.b));
