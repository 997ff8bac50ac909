import type { Point } from '../../geometry/point.ts';
import { arcToSegments, centerArc, cubicsOf } from '../arc.ts';
import type { ArcCommand } from '../command.ts';
import { centerOldArc } from '../old-arc.ts';
import { isCircle, type Course, type CourseOf } from './course.ts';
import { isNear, SLIDE, type Fit } from './fit.ts';
import { endOf, mirror, write, type Form, type Pen } from './pen.ts';
import { roundestSteps, roundSteps } from './rounding.ts';
import { isLostArc, type PathDataStyle } from './style.ts';

/** Where a command should end. */
export interface Goal {
  readonly at: Point;
  /** Whether the end may be printed as this point, as far as the outlines that meet there go. */
  readonly admits: (point: Point) => boolean;
  /** Set where it has to be this very point. */
  readonly exactly?: Point | undefined;
}

/** The printer of single commands: lengths are in steps, of which `style.decimals` are a unit's decimals. */
export interface Ruler {
  readonly style: PathDataStyle;
  /** In steps. */
  readonly tolerance: number;
  /** Takes the nearest numbers, near enough or not: what is left when the tolerance is finer than the decimals. */
  readonly isNearest: boolean;
  /** Characters of the whole text behind which no one reads it any more. */
  readonly most: number;
}

/** The ways to print `fit` from where `pen` stands, the shortest relative and the shortest absolute one. */
export function waysToPrint(pen: Pen, fit: Fit, goal: Goal, ruler: Ruler): Pen[] {
  const ways: Pen[] = [];
  for (const isRelative of [true, false]) {
    const base = isRelative ? pen.at : { x: 0, y: 0 };
    for (const to of endsFor(pen.at, base, goal, ruler, fit.course.kind === 'line')) {
      const way = printTo(pen, fit, to, isRelative, ruler);
      if (way === undefined) continue;
      ways.push(way);
      break;
    }
  }
  return ways;
}

/** Points to end at, those with the roundest numbers behind `base` first. */
function endsFor(
  at: Point,
  base: Point,
  goal: Goal,
  { style, tolerance, isNearest }: Ruler,
  isLine: boolean,
): Point[] {
  if (goal.exactly !== undefined) return [goal.exactly];
  const reach = isNearest ? 0 : 1.5 * tolerance;
  const xs = roundSteps(goal.at.x - base.x, reach, style.decimals).map((steps) => steps + base.x);
  const ys = roundSteps(goal.at.y - base.y, reach, style.decimals).map((steps) => steps + base.y);
  const ends: { end: Point; rank: number }[] = [];
  // Level and upright lines need one number.
  if (isLine && Math.abs(at.y - goal.at.y) <= reach)
    xs.forEach((x, rank) => ends.push({ end: { x, y: at.y }, rank: rank - 3 }));
  if (isLine && Math.abs(at.x - goal.at.x) <= reach)
    ys.forEach((y, rank) => ends.push({ end: { x: at.x, y }, rank: rank - 3 }));
  xs.forEach((x, i) => ys.forEach((y, j) => ends.push({ end: { x, y }, rank: i + j })));
  ends.sort((a, b) => a.rank - b.rank);
  return ends.map(({ end }) => end).filter(goal.admits);
}

function printTo(pen: Pen, fit: Fit, to: Point, isRelative: boolean, ruler: Ruler): Pen | undefined {
  switch (fit.course.kind) {
    case 'line':
      return printLine(pen, fit, to, isRelative, ruler);
    case 'quad':
      return printQuad(pen, fit as Fit & { course: CourseOf<'quad'> }, to, isRelative, ruler);
    case 'cubic':
      return printCubic(pen, fit as Fit & { course: CourseOf<'cubic'> }, to, isRelative, ruler);
    case 'arc':
      return printArc(pen, fit as Fit & { course: CourseOf<'arc'> }, to, isRelative, ruler);
  }
}

function printLine(pen: Pen, fit: Fit, to: Point, isRelative: boolean, ruler: Ruler): Pen | undefined {
  const { style } = ruler;
  const { at } = pen;
  if (!draws({ kind: 'line', from: at, to }, fit, ruler)) return undefined;
  const [isLevel, isUpright] = [to.y === at.y, to.x === at.x];
  if (isLevel && isUpright) return pen;
  if (isLevel) return write(pen, formOf('h', isRelative, [isRelative ? to.x - at.x : to.x]), to, style);
  if (isUpright) return write(pen, formOf('v', isRelative, [isRelative ? to.y - at.y : to.y]), to, style);
  return write(pen, formOf('l', isRelative, pairs(pen, isRelative, to)), to, style);
}

function draws(course: Course, fit: Fit, { tolerance, isNearest }: Ruler): boolean {
  return isNearest || isNear(course, fit, tolerance);
}

/** In tolerances: how far a control point may be off at first, and then, where that shows. */
const REACHES = [1.6, 0.8, 0.4, 0];

/**
 * Android ends an arc a little off the written point, and what is absolute behind it starts there. Where a control point
 * is meant to be the start, it then points anywhere, and Skia up to Android 13 strokes a splinter. Relative to the start
 * it is the start.
 */
function losesTangent(pen: Pen, control: Point, isRelative: boolean, { stroked }: PathDataStyle): boolean {
  return stroked && !isRelative && control.x === pen.at.x && control.y === pen.at.y;
}

function printQuad(
  pen: Pen,
  fit: Fit & { course: CourseOf<'quad'> },
  to: Point,
  isRelative: boolean,
  ruler: Ruler,
): Pen | undefined {
  const { style, tolerance } = ruler;
  const from = pen.at;
  const implied = mirror(pen, 'quad');
  if (losesTangent(pen, fit.course.control, isRelative, style)) return undefined;
  // What is implied was chosen for the curve before, so it has to be near even where the nearest numbers are not.
  if (pen.control?.kind === 'quad' && isNear({ kind: 'quad', from, control: implied, to }, fit, tolerance))
    return write(pen, formOf('t', isRelative, pairs(pen, isRelative, to)), to, style, {
      kind: 'quad',
      at: implied,
    });
  for (const reach of ruler.isNearest ? [0] : REACHES) {
    const control = roundPoint(pen, fit.course.control, isRelative, reach * tolerance, style);
    if (!draws({ kind: 'quad', from, control, to }, fit, ruler)) continue;
    const form = formOf('q', isRelative, pairs(pen, isRelative, control, to));
    return write(pen, form, to, style, { kind: 'quad', at: control });
  }
  return undefined;
}

function printCubic(
  pen: Pen,
  fit: Fit & { course: CourseOf<'cubic'> },
  to: Point,
  isRelative: boolean,
  ruler: Ruler,
): Pen | undefined {
  const { style, tolerance } = ruler;
  const { course } = fit;
  const from = pen.at;
  const implied = mirror(pen, 'cubic');
  const isLikely =
    Math.hypot(implied.x - course.control1.x, implied.y - course.control1.y) <= 2 * SLIDE * tolerance;
  for (const isShort of isLikely && !ruler.isNearest ? [true, false] : [false]) {
    for (const reach of ruler.isNearest ? [0] : REACHES) {
      const round = (point: Point): Point => roundPoint(pen, point, isRelative, reach * tolerance, style);
      const control1 = isShort ? implied : round(course.control1);
      const control2 = round(course.control2);
      if (losesTangent(pen, control1, isRelative, style)) continue;
      if (!draws({ kind: 'cubic', from, control1, control2, to }, fit, ruler)) continue;
      const form = isShort
        ? formOf('s', isRelative, pairs(pen, isRelative, control2, to))
        : formOf('c', isRelative, pairs(pen, isRelative, control1, control2, to));
      return write(pen, form, to, style, { kind: 'cubic', at: control2 });
    }
  }
  return undefined;
}

/**
 * In steps: an arc that fits so well is what was given. Where a stroke runs along it, a renderer that takes it apart at
 * other angles lays the stroke's edge a sixteenth of a pixel elsewhere, so radii are preferred by which it does not.
 */
const EXACTLY = 1e-6;

/** What rounding leaves of half a turn is no large arc, on any machine. */
const HALF_TURN = Math.PI + 1e-6;

function printArc(
  pen: Pen,
  fit: Fit & { course: CourseOf<'arc'> },
  to: Point,
  isRelative: boolean,
  { style, tolerance }: Ruler,
): Pen | undefined {
  const { arc } = fit.course;
  const unit = 10 ** style.decimals;
  const flags = [Math.abs(arc.sweep) > HALF_TURN, arc.sweep > 0] as const;
  const chord = Math.hypot(to.x - pen.at.x, to.y - pen.at.y);
  const high = arc.rx * (1 - Math.cos(arc.sweep / 2));
  const cubics = style.stroked && fit.off < EXACTLY ? cubicsOf(arc.sweep) : undefined;
  let otherwiseCut: Pen | undefined;
  for (const { rx, ry, rotation } of shapesOf(arc, chord, style.decimals)) {
    // Seen at a glance, which spares most of the work.
    if (isCircle(arc) && Math.abs(rise(rx, chord, flags[0]) - high) > 3 * tolerance) continue;
    const command: ArcCommand = {
      kind: 'arc',
      rx,
      ry,
      rotation: rotation / unit,
      large: flags[0],
      sweep: flags[1],
      to,
    };
    const centered = centerArc(pen.at, command);
    if (centered === undefined || !Number.isFinite(centered.center.x + centered.center.y)) return undefined;
    if (style.careful && isLostArc(centered)) continue;
    if (!isNear({ kind: 'arc', from: pen.at, arc: centered, to }, fit, tolerance)) continue;
    const numbers = [rx, ry, rotation, ...pairs(pen, isRelative, to)];
    const form = { ...formOf('a', isRelative, numbers), flags };
    if (style.careful && !isNearWhenOld(pen, form, command, fit, tolerance, style)) continue;
    const way = write(pen, form, to, style);
    if (cubics === undefined || cubicsOf(centered.sweep) === cubics) return way;
    otherwiseCut ??= way;
  }
  return otherwiseCut;
}

/** Whether Android up to API 25, too, draws the arc near enough. */
function isNearWhenOld(
  pen: Pen,
  form: Form,
  command: ArcCommand,
  fit: Fit,
  tolerance: number,
  style: PathDataStyle,
): boolean {
  const unit = 10 ** style.decimals;
  const arc = centerOldArc(pen.inFloats, {
    ...command,
    rx: command.rx / unit,
    ry: command.ry / unit,
    to: endOf(pen, form, style),
  });
  if (arc === undefined) return false;
  const inSteps = {
    ...arc,
    center: { x: arc.center.x * unit, y: arc.center.y * unit },
    rx: arc.rx * unit,
    ry: arc.ry * unit,
  };
  return isNear({ kind: 'arc', from: pen.at, arc: inSteps, to: command.to }, fit, tolerance);
}

/** How far a circle's arc rises above its chord; half of the chord where the radius is too short to reach. */
function rise(radius: number, chord: number, isLarge: boolean): number {
  const middle = Math.sqrt(Math.max(0, radius * radius - (chord * chord) / 4));
  return isLarge ? Math.max(radius, chord / 2) + middle : Math.max(radius, chord / 2) - middle;
}

interface ArcShape {
  readonly rx: number;
  readonly ry: number;
  /** In steps of a degree. */
  readonly rotation: number;
}

/** Radii to try, those that print shortest first. */
function* shapesOf(arc: CourseOf<'arc'>['arc'], chord: number, places: number): Generator<ArcShape> {
  const unit = 10 ** places;
  if (isCircle(arc)) {
    // Radii too short to reach are scaled up, to half a turn. That is for what takes more than a digit.
    const whole = unit * Math.round(arc.rx / unit);
    if (whole > 0 && whole < 10 * unit) yield { rx: whole, ry: whole, rotation: 0 };
    if (unit < 0.499 * chord) yield { rx: unit, ry: unit, rotation: 0 };
    for (let place = unit; place >= 1; place /= 10) {
      const nearest = place * Math.round(arc.rx / place);
      for (const radius of [nearest, nearest - place, nearest + place])
        if (radius > 0) yield { rx: radius, ry: radius, rotation: 0 };
    }
    // Of a quarter turn what makes it no more than that, and of three.
    const reach = chord / Math.SQRT2;
    const turning = Math.abs(arc.sweep) > Math.PI ? Math.floor(reach) : Math.ceil(reach);
    if (turning > 0) yield { rx: turning, ry: turning, rotation: 0 };
    return;
  }
  const degrees = ((arc.rotation * 180) / Math.PI) * unit;
  for (let place = unit; place >= 1; place /= 10) {
    const rotation = place * Math.round(degrees / place) + 0;
    for (const nudge of [0, -place, place]) {
      const [rx, ry] = [arc.rx, arc.ry].map((radius) => place * Math.round(radius / place) + nudge);
      if (rx !== undefined && ry !== undefined && rx > 0 && ry > 0) yield { rx, ry, rotation };
    }
  }
}

/** `fit` as cubics, where its arc cannot be said. */
export function asCurves(fit: Fit): CourseOf<'cubic'>[] {
  if (fit.course.kind !== 'arc') return [];
  const { arc, from, to } = fit.course;
  const command: ArcCommand = {
    kind: 'arc',
    rx: arc.rx,
    ry: arc.ry,
    rotation: (arc.rotation * 180) / Math.PI,
    large: Math.abs(arc.sweep) > Math.PI,
    sweep: arc.sweep > 0,
    to,
  };
  return arcToSegments(from, command).filter((segment) => segment.kind === 'cubic');
}

function roundPoint(
  { at }: Pen,
  { x, y }: Point,
  isRelative: boolean,
  reach: number,
  { decimals }: PathDataStyle,
): Point {
  const base = isRelative ? at : { x: 0, y: 0 };
  return {
    x: base.x + roundestSteps(x - base.x, reach, decimals),
    y: base.y + roundestSteps(y - base.y, reach, decimals),
  };
}

function formOf(letter: string, isRelative: boolean, numbers: readonly number[]): Form {
  return { letter: isRelative ? letter : letter.toUpperCase(), numbers };
}

function pairs({ at }: Pen, isRelative: boolean, ...points: readonly Point[]): number[] {
  return points.flatMap(({ x, y }) => (isRelative ? [x - at.x, y - at.y] : [x, y]));
}
