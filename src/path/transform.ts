import type { Contour, Segment } from '../geometry/contour.ts';
import { apply, determinant, isIdentity, type Matrix } from '../geometry/matrix.ts';
import type { ArcCommand, Command, Path } from './command.ts';

/**
 * `commands` under `matrix`: the same picture as drawing them with that transform, strokes aside.
 *
 * Arcs stay arcs: an ellipse under an affine map is an ellipse. Under a map that flattens the plane they become lines.
 */
export function transformCommands(commands: readonly Command[], matrix: Matrix): Command[] {
  return commands.map((command) => transformCommand(command, matrix));
}

/** `path` under `matrix`, in both views. */
export function transformPath(path: Path, matrix: Matrix): Path {
  if (isIdentity(matrix)) return path;
  return {
    commands: transformCommands(path.commands, matrix),
    contours: transformContours(path.contours, matrix),
  };
}

export function transformContours(contours: readonly Contour[], matrix: Matrix): Contour[] {
  return contours.map((contour) => ({
    start: apply(matrix, contour.start),
    segments: contour.segments.map((segment) => transformSegment(segment, matrix)),
    closed: contour.closed,
  }));
}

function transformSegment(segment: Segment, matrix: Matrix): Segment {
  const from = apply(matrix, segment.from);
  const to = apply(matrix, segment.to);
  if (segment.kind === 'line') return { kind: 'line', from, to };
  if (segment.kind === 'quad') return { kind: 'quad', from, control: apply(matrix, segment.control), to };
  const control1 = apply(matrix, segment.control1);
  return { kind: 'cubic', from, control1, control2: apply(matrix, segment.control2), to };
}

function transformCommand(command: Command, matrix: Matrix): Command {
  switch (command.kind) {
    case 'close':
      return command;
    case 'move':
    case 'line':
      return { kind: command.kind, to: apply(matrix, command.to) };
    case 'quad':
      return { kind: 'quad', control: apply(matrix, command.control), to: apply(matrix, command.to) };
    case 'cubic':
      return {
        kind: 'cubic',
        control1: apply(matrix, command.control1),
        control2: apply(matrix, command.control2),
        to: apply(matrix, command.to),
      };
    case 'arc':
      return transformArc(command, matrix);
  }
}

/**
 * The ellipse's shape is the map of the unit circle by M = matrix · rotation · scale(rx, ry); the singular value
 * decomposition of M's linear part gives the new radii and the new axis.
 */
function transformArc(arc: ArcCommand, matrix: Matrix): Command {
  const to = apply(matrix, arc.to);
  const rx = Math.abs(arc.rx);
  const ry = Math.abs(arc.ry);
  if (rx === 0 || ry === 0 || determinant(matrix) === 0) return { kind: 'line', to };
  const sweep = determinant(matrix) < 0 ? !arc.sweep : arc.sweep;

  // Where a similarity keeps the ellipse, its radii only scale: exact to the last digit that matters.
  const scale = Math.hypot(matrix.a, matrix.b);
  const isSimilar =
    Math.abs(Math.abs(determinant(matrix)) - scale * scale) <= 1e-12 * scale * scale &&
    Math.abs(matrix.a * matrix.c + matrix.b * matrix.d) <= 1e-12 * scale * scale;
  if (isSimilar && rx === ry)
    return { kind: 'arc', rx: rx * scale, ry: ry * scale, rotation: 0, large: arc.large, sweep, to };

  const angle = (arc.rotation * Math.PI) / 180;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const a = (matrix.a * cos + matrix.c * sin) * rx;
  const b = (matrix.b * cos + matrix.d * sin) * rx;
  const c = (-matrix.a * sin + matrix.c * cos) * ry;
  const d = (-matrix.b * sin + matrix.d * cos) * ry;
  const half = (a * a + b * b + c * c + d * d) / 2;
  const root = Math.sqrt(Math.max(0, half * half - (a * d - b * c) ** 2));
  const major = Math.sqrt(half + root);
  const minor = Math.abs(a * d - b * c) / major;
  const isCircle = major - minor <= 1e-9 * major;
  const axis = isCircle ? 0 : Math.atan2(2 * (a * b + c * d), a * a + c * c - b * b - d * d) / 2;
  const rotation = (axis * 180) / Math.PI;
  // An upright ellipse is said without a rotation.
  if (Math.abs(Math.abs(rotation) - 90) < 1e-9)
    return { kind: 'arc', rx: minor, ry: major, rotation: 0, large: arc.large, sweep, to };
  return {
    kind: 'arc',
    rx: major,
    ry: minor,
    rotation: Math.abs(rotation) < 1e-9 ? 0 : rotation,
    large: arc.large,
    sweep,
    to,
  };
}
