import type { Point } from '../../src/geometry/point.ts';
import type { ArcCommand } from '../../src/path/command.ts';

const f = Math.fround;

/**
 * The middles and ends of the curves that API 21 draws for an arc, written from a description of its parser and as plainly
 * as can be: numbers are floats, what is worked out of them doubles. None where it draws nothing.
 */
export function curvesOfApi21(from: Point, arc: ArcCommand): Point[] {
  return draw([f(from.x), f(from.y)], [f(arc.to.x), f(arc.to.y)], f(arc.rx), f(arc.ry), arc);
}

type Pair = readonly [number, number];

function draw(from: Pair, to: Pair, a: number, b: number, arc: ArcCommand): Point[] {
  const theta = (f(arc.rotation) * Math.PI) / 180;
  const turn = ([x, y]: Pair): Pair => [
    x * Math.cos(theta) + y * Math.sin(theta),
    -x * Math.sin(theta) + y * Math.cos(theta),
  ];
  const unit = (point: Pair): Pair => [turn(point)[0] / a, turn(point)[1] / b];
  const [p, q] = [unit(from), unit(to)];
  const [dx, dy] = [p[0] - q[0], p[1] - q[1]];
  const squared = dx * dx + dy * dy;
  if (squared === 0) return [];
  const rest = 1 / squared - 1 / 4;
  if (rest < 0) {
    const adjust = f(Math.sqrt(squared) / 1.99999);
    return draw(from, to, f(a * adjust), f(b * adjust), arc);
  }
  const s = Math.sqrt(rest);
  const middle: Pair = [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2];
  const center: Pair =
    arc.large === arc.sweep
      ? [middle[0] - s * dy, middle[1] + s * dx]
      : [middle[0] + s * dy, middle[1] - s * dx];
  const start = Math.atan2(p[1] - center[1], p[0] - center[0]);
  let sweep = Math.atan2(q[1] - center[1], q[0] - center[0]) - start;
  if (arc.sweep !== sweep >= 0) sweep = sweep > 0 ? sweep - 2 * Math.PI : sweep + 2 * Math.PI;
  const count = Math.abs(Math.ceil((sweep * 4) / Math.PI));
  return Array.from({ length: 2 * count }, (_, index) => {
    const angle = start + (sweep * (index + 1)) / (2 * count);
    const [x, y] = [a * (center[0] + Math.cos(angle)), b * (center[1] + Math.sin(angle))];
    return {
      x: x * Math.cos(theta) - y * Math.sin(theta),
      y: x * Math.sin(theta) + y * Math.cos(theta),
    };
  });
}
