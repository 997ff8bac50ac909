import { apply, IDENTITY, invert, type Matrix } from '../geometry/matrix.ts';
import type { Point, Rect } from '../geometry/point.ts';
import type { Color, GradientStop, Node, PatternPaint, SweepGradient } from '../ir.ts';
import type { Command } from '../path/command.ts';
import { pathOf } from '../path/contours.ts';

/** Steps around the circle: the color of a wedge is off by at most half a step's change, under 1 of 255. */
const WEDGES = 360;

/**
 * A sweep gradient as a pattern of one tile that holds solid wedges, for a renderer that knows no sweep.
 *
 * The tile covers what can be seen of the shape: `surface` (viewport units) taken back through the shape's
 * `transform`. Opaque wedges reach on to the end of the circle, so that no seam shows between two of them.
 */
export function sweepFan(paint: SweepGradient, transform: Matrix, surface: Rect): PatternPaint {
  const tile = boundsUnder(invert(transform) ?? IDENTITY, surface);
  const center = { x: paint.cx, y: paint.cy };
  const radius = reachFrom(center, boundsUnder(invert(paint.transform) ?? IDENTITY, tile));
  const rim = (turn: number): Point => ({
    x: center.x + radius * Math.cos(2 * Math.PI * turn),
    y: center.y + radius * Math.sin(2 * Math.PI * turn),
  });
  const isOpaque = paint.stops.every(({ color }) => color.a === 1);
  const children: Node[] = [];
  for (let index = 0; index < WEDGES; index += 1) {
    const color = colorAt(paint.stops, (index + 0.5) / WEDGES);
    const last = isOpaque ? WEDGES : index + 1;
    const commands: Command[] = [{ kind: 'move', to: center }];
    // Wide wedges need points between their sides: a triangle cannot reach round the center.
    for (let step = index; step < last; step += WEDGES / 8)
      commands.push({ kind: 'line', to: rim(step / WEDGES) });
    commands.push({ kind: 'line', to: rim(last / WEDGES) }, { kind: 'close' });
    children.push({
      kind: 'shape',
      path: pathOf(commands),
      transform: paint.transform,
      fill: { paint: { kind: 'solid', color }, opacity: 1, rule: 'nonzero' },
      span: paint.span,
    });
  }
  return { kind: 'pattern', tile, transform: IDENTITY, children, span: paint.span };
}

function boundsUnder(matrix: Matrix, { x, y, width, height }: Rect): Rect {
  const corners = [
    { x, y },
    { x: x + width, y },
    { x, y: y + height },
    { x: x + width, y: y + height },
  ].map((corner) => apply(matrix, corner));
  const left = Math.min(...corners.map((corner) => corner.x));
  const top = Math.min(...corners.map((corner) => corner.y));
  const right = Math.max(...corners.map((corner) => corner.x));
  const bottom = Math.max(...corners.map((corner) => corner.y));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** A radius whose octagon about `center` holds all of `bounds`. */
function reachFrom(center: Point, bounds: Rect): number {
  const x = Math.max(Math.abs(bounds.x - center.x), Math.abs(bounds.x + bounds.width - center.x));
  const y = Math.max(Math.abs(bounds.y - center.y), Math.abs(bounds.y + bounds.height - center.y));
  return 1.1 * Math.hypot(x, y);
}

/** The color of a gradient at `offset`, channels interpolated unpremultiplied as SVG does. */
function colorAt(stops: readonly GradientStop[], offset: number): Color {
  const next = stops.findIndex((stop) => stop.offset > offset);
  const after = stops[next === -1 ? stops.length - 1 : next] as GradientStop;
  const before = stops[next === -1 ? stops.length - 1 : Math.max(0, next - 1)] as GradientStop;
  const length = after.offset - before.offset;
  const t = length > 0 ? (offset - before.offset) / length : 1;
  const mix = (a: number, b: number): number => a + (b - a) * Math.min(1, Math.max(0, t));
  return {
    r: mix(before.color.r, after.color.r),
    g: mix(before.color.g, after.color.g),
    b: mix(before.color.b, after.color.b),
    a: mix(before.color.a, after.color.a),
  };
}
