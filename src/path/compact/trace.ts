import type { Point } from '../../geometry/point.ts';
import { centerArc, cubicsOf } from '../arc.ts';
import type { Command } from '../command.ts';
import { toSubpaths, type DrawCommand } from '../subpaths.ts';
import { isCircle, pointOn, type Course, type CourseOf } from './course.ts';
import { allowanceFor, toFit, type Fit } from './fit.ts';
import { asCurves } from './ways.ts';
import { isLostArc, type PathDataStyle } from './style.ts';

/** A subpath to print. Lengths are in steps. */
export interface Trace {
  readonly start: Point;
  readonly pieces: readonly Fit[];
  /** Whether it comes home: by itself, by a close, or because a fill does. */
  readonly isRing: boolean;
  /** Whether it is closed by a `z`, which a stroke shows. */
  readonly isClosed: boolean;
}

/** The subpaths of `commands`, in steps; of a fill those that could be seen. */
export function tracesOf(commands: readonly Command[], style: PathDataStyle): Trace[] {
  const unit = 10 ** style.decimals;
  const traces: Trace[] = [];
  const [first] = commands;
  // What draws before any moveto starts at the origin.
  const all: readonly Command[] =
    first !== undefined && first.kind !== 'move'
      ? [{ kind: 'move', to: { x: 0, y: 0 } }, ...commands]
      : commands;
  for (const subpath of toSubpaths(all)) {
    const isRing = subpath.closed || !style.stroked;
    // The way home belongs to the pieces where the subpath takes it.
    const drawn = all
      .slice(subpath.first, subpath.end)
      .filter((command) => command.kind !== 'move' && command.kind !== 'close').length;
    if (drawn === 0 && !subpath.closed) continue;
    const pieces = (isRing ? subpath.pieces : subpath.pieces.slice(0, drawn)).flatMap(({ from, command }) =>
      fitsFor(from, command, style),
    );
    traces.push({
      start: scale(subpath.start, unit),
      pieces,
      isRing,
      isClosed: subpath.closed && style.stroked,
    });
  }
  return traces;
}

function fitsFor(from: Point, command: DrawCommand, style: PathDataStyle): Fit[] {
  const unit = 10 ** style.decimals;
  const [start, to] = [scale(from, unit), scale(command.to, unit)];
  const line: Course = { kind: 'line', from: start, to };
  const isStill = from.x === command.to.x && from.y === command.to.y;
  switch (command.kind) {
    case 'line':
      return isStill ? [] : [toFit(line)];
    case 'quad':
      return [toFit({ kind: 'quad', from: start, control: scale(command.control, unit), to })];
    case 'cubic': {
      const [control1, control2] = [scale(command.control1, unit), scale(command.control2, unit)];
      return [toFit({ kind: 'cubic', from: start, control1, control2, to })];
    }
    case 'arc': {
      const radii = { rx: command.rx * unit, ry: command.ry * unit };
      const arc = centerArc(start, { ...command, ...radii, to });
      // Ends closer than a double's smallest square have no center either.
      if (arc === undefined || !Number.isFinite(arc.center.x + arc.center.y))
        return isStill ? [] : [toFit(line)];
      const course: Course = { kind: 'arc', from: start, arc, to };
      if (style.careful && isLostArc(arc)) return asCurves(toFit(course)).map((curve) => toFit(curve));
      return style.careful && isFlattened(course, style.tolerance * unit)
        ? halvesOf(course).map((half) => toFit(half))
        : [toFit(course)];
    }
  }
}

/** In radians: rounding may take an arc this far to half a turn. */
const NEARLY = 0.03;

/** Of the radius: how far the Java parser moves the center of half a turn whose radius is too short. */
const MOVED = 0.0032;

/** Whether `course` is half of a circle that the Java parser may draw visibly flatter. */
function isFlattened(course: CourseOf<'arc'>, tolerance: number): boolean {
  const { arc } = course;
  const isHalf = isCircle(arc) && Math.abs(Math.abs(arc.sweep) - Math.PI) < NEARLY;
  return isHalf && MOVED * arc.rx > allowanceFor(course, tolerance);
}

/**
 * Two arcs that may be put together otherwise: a circle is as short in three quarters and one. They part where renderers
 * part the whole into cubics, in thirds where rounding has made it a little more than half a turn.
 */
function halvesOf({ from, arc, to }: CourseOf<'arc'>): Course[] {
  const share = 1 / cubicsOf(arc.sweep);
  const [first, rest] = [arc.sweep * share, arc.sweep * (1 - share)];
  const middle = pointOn({ kind: 'arc', from, arc, to }, share);
  return [
    { kind: 'arc', from, arc: { ...arc, sweep: first }, to: middle },
    { kind: 'arc', from: middle, arc: { ...arc, start: arc.start + first, sweep: rest }, to },
  ];
}

const scale = ({ x, y }: Point, unit: number): Point => ({ x: x * unit, y: y * unit });
