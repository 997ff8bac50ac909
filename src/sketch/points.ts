import type { Segment } from '../geometry/contour.ts';
import { arcLength, parameterAtLength, piece } from '../geometry/measure.ts';
import type { Point } from '../geometry/point.ts';
import type { Command } from '../path/command.ts';
import { roundCorner, tangentLength } from './corner.ts';
import type { CurvePoint, ShapeLayer } from './model.ts';

/**
 * The outline of `shape` in its own space: the frame's size, origin at the frame's corner. One contour of lines and
 * cubics, closed as drawn; empty without points.
 */
export function shapeCommands(shape: ShapeLayer): Command[] {
  const points = shape.points.map((point) => scalePoint(point, shape.frame.width, shape.frame.height));
  const first = points[0];
  if (first === undefined) return [];
  const count = points.length;
  const edges: Segment[] = [];
  for (let index = 0; index < (shape.closed ? count : count - 1); index += 1) {
    edges.push(edgeBetween(points[index] as CurvePoint, points[(index + 1) % count] as CurvePoint));
  }
  const cuts = cornerCuts(points, edges, shape);
  const trimmed = edges.map((edge, index) => trim(edge, cuts[index] ?? 0, cuts[(index + 1) % count] ?? 0));

  const commands: Command[] = [{ kind: 'move', to: trimmed[0]?.from ?? first.point }];
  trimmed.forEach((edge, index) => {
    const { from: _from, ...command } = edge;
    commands.push(command);
    const next = (index + 1) % count;
    const cut = cuts[next] ?? 0;
    const after = trimmed[next];
    if (cut > 0 && after !== undefined) {
      commands.push(...roundCorner(points[next] as CurvePoint, edge.to, after.from, cut, shape.corners));
    }
  });
  if (shape.closed) commands.push({ kind: 'close' });
  return commands;
}

function scalePoint(point: CurvePoint, width: number, height: number): CurvePoint {
  const scale = (p: Point): Point => ({ x: p.x * width, y: p.y * height });
  return {
    ...point,
    point: scale(point.point),
    ...(point.from === undefined ? {} : { from: scale(point.from) }),
    ...(point.to === undefined ? {} : { to: scale(point.to) }),
  };
}

function edgeBetween(a: CurvePoint, b: CurvePoint): Segment {
  if (a.from === undefined && b.to === undefined) return { kind: 'line', from: a.point, to: b.point };
  return {
    kind: 'cubic',
    from: a.point,
    control1: a.from ?? a.point,
    control2: b.to ?? b.point,
    to: b.point,
  };
}

/** `edge` without so much of its start and its end, in units of length. */
function trim(edge: Segment, start: number, end: number): Segment {
  if (start === 0 && end === 0) return edge;
  const length = arcLength(edge);
  return piece(
    edge,
    parameterAtLength(edge, start, length),
    parameterAtLength(edge, Math.max(start, length - end), length),
  );
}

/**
 * How far each point's corner eats into both its edges; 0 for a point without a rounded corner. Where two corners ask
 * for more than the edge between them, they share it in proportion.
 */
function cornerCuts(points: readonly CurvePoint[], edges: readonly Segment[], shape: ShapeLayer): number[] {
  const count = points.length;
  if (points.every((point) => point.radius === 0)) return points.map(() => 0);
  const cuts = points.map((point, index) => {
    const isEnd = !shape.closed && (index === 0 || index === count - 1);
    const isCurved = point.from !== undefined || point.to !== undefined;
    const before = edges[(index + count - 1) % count];
    const after = edges[index];
    if (isEnd || isCurved || point.radius === 0 || before === undefined || after === undefined) return 0;
    return tangentLength(point, before, after, shape.corners);
  });
  const scales = edges.map((edge, index) => {
    const asked = (cuts[index] as number) + (cuts[(index + 1) % count] as number);
    return Math.min(1, arcLength(edge) / asked);
  });
  return cuts.map((cut, index) =>
    cut === 0 ? 0 : cut * Math.min(scales[index] ?? 1, scales[(index + count - 1) % count] ?? 1),
  );
}
