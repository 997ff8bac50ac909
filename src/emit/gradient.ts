import { apply, determinant, multiply, scaling, stretch, type Matrix } from '../geometry/matrix.ts';
import type { Color, GradientStop, LinearGradient, RadialGradient, SweepGradient } from '../ir.ts';
import type { VectorGradient } from './android-tree.ts';

/**
 * A gradient in the units of the baked path, or in those of a group that deforms circles into the wanted ellipse.
 *
 * `around` leads from the group's units to the path's; absent where no group is needed. Undefined when Android has no
 * such gradient (a focal point off the center, a plane that is flattened).
 */
export interface PlacedGradient {
  readonly gradient: VectorGradient;
  readonly around?: Matrix;
}

/** @param toPath from the gradient's shape's units to the units of the baked path */
export function placeGradient(
  paint: LinearGradient | RadialGradient | SweepGradient,
  opacity: number,
  toPath: Matrix,
): PlacedGradient | undefined {
  const matrix = multiply(toPath, paint.transform);
  if (determinant(matrix) === 0) return undefined;
  const common = {
    kind: 'gradient',
    stops: premultipliedStops(paint.stops, opacity),
    spread: paint.spread,
  } as const;
  if (paint.kind === 'linear') return { gradient: { ...common, ...placeLine(paint, matrix) } };
  if (paint.kind === 'radial' && (paint.fr !== 0 || paint.fx !== paint.cx || paint.fy !== paint.cy))
    return undefined;

  const { major, minor } = stretch(matrix);
  const isSimilar = major - minor <= 1e-6 * major;
  if (paint.kind === 'radial' && isSimilar) {
    const center = apply(matrix, { x: paint.cx, y: paint.cy });
    return {
      gradient: { ...common, type: 'radial', centerX: center.x, centerY: center.y, radius: paint.r * major },
    };
  }
  if (paint.kind === 'sweep' && isUpright(matrix)) {
    const center = apply(matrix, { x: paint.cx, y: paint.cy });
    return { gradient: { ...common, type: 'sweep', centerX: center.x, centerY: center.y } };
  }
  // Inside the group the gradient is drawn at the size it has along its longer axis.
  const around = multiply(matrix, scaling(1 / major));
  const center = { centerX: paint.cx * major, centerY: paint.cy * major };
  const gradient: VectorGradient =
    paint.kind === 'radial'
      ? { ...common, type: 'radial', ...center, radius: paint.r * major }
      : { ...common, type: 'sweep', ...center };
  return { gradient, around };
}

const isUpright = ({ a, b, c, d }: Matrix): boolean =>
  a > 0 && Math.abs(a - d) <= 1e-6 * a && Math.abs(b) <= 1e-6 * a && Math.abs(c) <= 1e-6 * a;

/**
 * The line whose perpendiculars are where the map takes the old ones: one end goes with the map, the other to the foot
 * of the perpendicular on the mapped end's line of equal color.
 */
function placeLine({ x1, y1, x2, y2 }: LinearGradient, m: Matrix) {
  const start = apply(m, { x: x1, y: y1 });
  const end = apply(m, { x: x2, y: y2 });
  const across = { x: m.a * (y1 - y2) + m.c * (x2 - x1), y: m.b * (y1 - y2) + m.d * (x2 - x1) };
  const normal = { x: -across.y, y: across.x };
  const squared = normal.x * normal.x + normal.y * normal.y;
  const along = squared === 0 ? 0 : ((end.x - start.x) * normal.x + (end.y - start.y) * normal.y) / squared;
  return {
    type: 'linear',
    startX: start.x,
    startY: start.y,
    endX: start.x + along * normal.x,
    endY: start.y + along * normal.y,
  } as const;
}

/** Stops added between two whose color and alpha both change. The error left is under 1 of 255. */
const PIECES = 16;

/**
 * The stops with `opacity` in their alpha. Android interpolates premultiplied colors, SVG does not: where color and
 * alpha change together, stops in between keep to SVG's colors.
 */
function premultipliedStops(stops: readonly GradientStop[], opacity: number): GradientStop[] {
  const faded = stops.map(({ offset, color }) => ({ offset, color: { ...color, a: color.a * opacity } }));
  return faded.flatMap((stop, index) => {
    const next = faded[index + 1];
    if (next === undefined || next.offset <= stop.offset || next.color.a === stop.color.a) return [stop];
    const [from, to] = [stop.color, next.color];
    if (from.r === to.r && from.g === to.g && from.b === to.b) return [stop];
    return Array.from({ length: PIECES }, (_, piece) => {
      const t = piece / PIECES;
      return { offset: stop.offset + t * (next.offset - stop.offset), color: mix(from, to, t) };
    });
  });
}

function mix(from: Color, to: Color, t: number): Color {
  const between = (a: number, b: number): number => a + (b - a) * t;
  return {
    r: between(from.r, to.r),
    g: between(from.g, to.g),
    b: between(from.b, to.b),
    a: between(from.a, to.a),
  };
}
