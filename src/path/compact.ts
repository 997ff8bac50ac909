import type { Point } from '../geometry/point.ts';
import { arcToSegments, centerArc, type CenteredArc } from './arc.ts';
import type { ArcCommand, Command } from './command.ts';
import { printSteps } from './number.ts';

export interface PathDataStyle {
  /**
   * Every coordinate is rounded to a grid of 10^-decimals, and the printed commands walk on it, so errors never add up.
   * Lines that move a whole row of pixels, upright, level or long, stand on a grid ten times as fine.
   */
  readonly decimals: number;
  /** Below API 23 `.5` and `1.1.9` are read wrong or crash: a zero is kept before the point. */
  readonly leadingZero: boolean;
  /**
   * Below API 24 the Java parser counts the pieces of an arc as |⌈4·sweep/π⌉|: a counterclockwise arc of less than 45°
   * has none and is lost, and all relative commands behind it shift. Such arcs are printed as curves.
   */
  readonly careful: boolean;
  /** Whether a stroke is drawn along the path: then its closes and zero-length pieces show. */
  readonly stroked: boolean;
}

/** Below this many radians a counterclockwise arc is not trusted to the Java parser; 45° and a margin. */
const SMALL_SWEEP = (50 * Math.PI) / 180;

/** Whether the Java parser of API 21 to 23 draws nothing for an arc. */
export function isLostArc({ sweep }: CenteredArc): boolean {
  return sweep < 0 && sweep > -SMALL_SWEEP;
}

/** A point on the fine grid: whole steps. Other points are at multiples of COARSE. */
type Step = Point;

/** Fine steps to a coarse one. */
const COARSE = 10;

/** In coarse steps: how far an arc may be off, and how far when no radii of the fine grid do better. */
const ARC_TOLERANCE = 0.4;
const POOR_ARC_TOLERANCE = 0.75;

/** In coarse steps: a line of this length, at the precision that fits its viewport, crosses about ten pixels. */
const LONG = 100;

/** Which coordinates of a point are put on the fine grid. */
interface Fineness {
  readonly x: boolean;
  readonly y: boolean;
}

/**
 * `commands` as the shortest path data that every Android parser reads: a subpath starts with an absolute `M` (after a
 * subpath left open, perhaps `m`), each command takes the shorter of its absolute, relative and shorthand forms, arc
 * flags stand apart. Contours that are only filled are left open; their closing line is not printed.
 *
 * @returns '' when nothing would be drawn
 */
export function printPathData(commands: readonly Command[], style: PathDataStyle): string {
  const writer = new Writer(style);
  for (const subpath of toSubpaths(commands)) writer.subpath(subpath);
  return writer.text;
}

interface Subpath {
  readonly start: Point;
  readonly drawn: readonly Exclude<Command, { kind: 'move' | 'close' }>[];
  readonly closed: boolean;
}

function toSubpaths(commands: readonly Command[]): Subpath[] {
  const subpaths: Subpath[] = [];
  let start: Point = { x: 0, y: 0 };
  let drawn: Subpath['drawn'][number][] = [];
  const finish = (closed: boolean): void => {
    if (drawn.length > 0 || closed) subpaths.push({ start, drawn, closed });
    drawn = [];
  };
  let isOpen = false;
  for (const command of commands) {
    if (command.kind === 'move') {
      finish(false);
      start = command.to;
      isOpen = true;
    } else if (command.kind === 'close') {
      if (isOpen) finish(true);
      isOpen = false;
    } else {
      drawn.push(command);
      isOpen = true;
    }
  }
  finish(false);
  return subpaths;
}

class Writer {
  text = '';
  readonly #style: PathDataStyle;
  readonly #unit: number;
  #letter = '';
  #hasPoint = false;
  #at: Step = { x: 0, y: 0 };
  /** The last control point, for the shorthands. */
  #control: { readonly kind: 'cubic' | 'quad'; readonly at: Step } | undefined;

  constructor(style: PathDataStyle) {
    this.#style = style;
    this.#unit = COARSE * 10 ** style.decimals;
  }

  subpath({ start, drawn, closed }: Subpath): void {
    const { stroked } = this.#style;
    const { home, placed } = this.#place(start, drawn, closed || !stroked);
    // The way home is drawn by the close, or by the fill itself.
    if (closed || !stroked) {
      while (placed.length > 0 && isWayHome(placed[placed.length - 1] as Placed, home)) placed.pop();
    }
    if (placed.length === 0 && !stroked) return;
    const before = this.#save();
    this.#move(home);
    const length = this.text.length;
    let from = start;
    for (const { command, to } of placed) {
      this.#draw(command, from, to);
      from = command.to;
    }
    if (this.text.length === length) {
      // Everything fell onto one point: a stroke with caps shows a dot there, a fill nothing.
      if (!stroked) return this.#restore(before);
      if (!closed) this.#append([{ letter: 'l', numbers: [0, 0] }]);
    }
    if (closed && stroked) {
      this.text += 'z';
      this.#letter = 'z';
      this.#at = home;
    }
  }

  /** Where the start and the ends of the pieces fall on the grid. */
  #place(start: Point, drawn: Subpath['drawn'], returns: boolean): { home: Step; placed: Placed[] } {
    const ends = [start, ...drawn.map(({ to }) => to)];
    const fine = ends.map(() => ({ x: false, y: false }));
    const mark = (from: number, to: number, isCurved: boolean): void => {
      const [a, b] = [ends[from] as Point, ends[to] as Point];
      // Off by less than shows, the line is meant to be upright or level.
      const near = 0.5 / this.#unit;
      const isUpright = !isCurved && Math.abs(a.x - b.x) <= near;
      const isLevel = !isCurved && Math.abs(a.y - b.y) <= near;
      if (isUpright && isLevel) return;
      const isLong = Math.hypot(a.x - b.x, a.y - b.y) * this.#unit >= LONG * COARSE;
      for (const flags of [fine[from], fine[to]] as { x: boolean; y: boolean }[]) {
        flags.x ||= isUpright || (isLong && !isLevel);
        flags.y ||= isLevel || (isLong && !isUpright);
      }
    };
    drawn.forEach(({ kind }, index) => {
      if (kind === 'line' || kind === 'arc') mark(index, index + 1, kind === 'arc');
    });
    if (returns) mark(ends.length - 1, 0, false);
    const steps = ends.map((end, index) => this.#round(end, fine[index] as Fineness));
    return {
      home: steps[0] as Step,
      placed: drawn.map((command, index) => ({ command, to: steps[index + 1] as Step })),
    };
  }

  #save() {
    return { text: this.text, letter: this.#letter, hasPoint: this.#hasPoint, at: this.#at };
  }

  #restore(state: { text: string; letter: string; hasPoint: boolean; at: Step }): void {
    this.text = state.text;
    this.#letter = state.letter;
    this.#hasPoint = state.hasPoint;
    this.#at = state.at;
    this.#control = undefined;
  }

  #round(point: Point, fine?: Fineness): Step {
    return { x: this.#step(point.x, fine?.x ?? false), y: this.#step(point.y, fine?.y ?? false) };
  }

  #step(value: number, isFine: boolean): number {
    const steps = value * this.#unit;
    return isFine ? Math.round(steps) : COARSE * Math.round(steps / COARSE);
  }

  #move(to: Step): void {
    const forms: Form[] = [{ letter: 'M', numbers: [to.x, to.y] }];
    // After `z` API 21 to 30 measure `m` from the wrong point.
    if (this.text !== '' && this.#letter !== 'z')
      forms.push({ letter: 'm', numbers: [to.x - this.#at.x, to.y - this.#at.y] });
    this.#append(forms);
    this.#at = to;
    this.#control = undefined;
  }

  #draw(command: Subpath['drawn'][number], from: Point, to: Step): void {
    switch (command.kind) {
      case 'line':
        return this.#line(to);
      case 'quad':
        return this.#quad(command.control, to);
      case 'cubic':
        return this.#cubic(command.control1, command.control2, to);
      case 'arc':
        return this.#arc(command, from, to);
    }
  }

  #line(to: Step): void {
    const { x, y } = this.#at;
    if (to.x === x && to.y === y) return;
    const forms: Form[] = [];
    if (to.y === y) forms.push({ letter: 'h', numbers: [to.x - x] }, { letter: 'H', numbers: [to.x] });
    else if (to.x === x) forms.push({ letter: 'v', numbers: [to.y - y] }, { letter: 'V', numbers: [to.y] });
    forms.push({ letter: 'l', numbers: [to.x - x, to.y - y] }, { letter: 'L', numbers: [to.x, to.y] });
    this.#append(forms);
    this.#at = to;
    this.#control = undefined;
  }

  #quad(exactControl: Point, to: Step): void {
    const at = this.#at;
    let control = this.#round(exactControl);
    if (isSame(at, to) && isSame(at, control)) return;
    const mirror = this.#mirror('quad');
    if (this.#isNear(mirror, exactControl)) {
      control = mirror;
      this.#append(bothForms('t', at, to));
    } else this.#append(bothForms('q', at, control, to));
    this.#at = to;
    this.#control = { kind: 'quad', at: control };
  }

  #cubic(exactControl1: Point, exactControl2: Point, to: Step): void {
    const at = this.#at;
    const [control1, control2] = [this.#round(exactControl1), this.#round(exactControl2)];
    if (isSame(at, to) && isSame(at, control1) && isSame(at, control2)) return;
    if (this.#isNear(this.#mirror('cubic'), exactControl1)) this.#append(bothForms('s', at, control2, to));
    else this.#append(bothForms('c', at, control1, control2, to));
    this.#at = to;
    this.#control = { kind: 'cubic', at: control2 };
  }

  /** The first control point that the shorthand implies. */
  #mirror(kind: 'cubic' | 'quad'): Step {
    if (this.#control?.kind !== kind) return this.#at;
    return { x: 2 * this.#at.x - this.#control.at.x, y: 2 * this.#at.y - this.#control.at.y };
  }

  /** Within a coarse step of where the point should be: rounding may have moved it by half of one. */
  #isNear(step: Step, exact: Point): boolean {
    const off = Math.max(Math.abs(step.x - exact.x * this.#unit), Math.abs(step.y - exact.y * this.#unit));
    return off <= COARSE;
  }

  #arc(arc: ArcCommand, from: Point, to: Step): void {
    const centered = centerArc(from, arc);
    // Ends closer than a double's smallest square have no center either.
    if (centered === undefined || !Number.isFinite(centered.center.x + centered.center.y))
      return this.#line(to);
    const isLost = this.#style.careful && isLostArc(centered);
    const radii = isLost ? undefined : this.#fitRadii(arc, from, to);
    if (radii === undefined) {
      const curves = arcToSegments(from, arc).filter((segment) => segment.kind === 'cubic');
      curves.forEach(({ control1, control2, to: end }, index) =>
        this.#cubic(control1, control2, index === curves.length - 1 ? to : this.#round(end)),
      );
      return;
    }
    const at = this.#at;
    const shape = [radii.x, radii.y, this.#rotation(arc)];
    const flags = [arc.large, arc.sweep];
    this.#append([
      { letter: 'a', numbers: [...shape, to.x - at.x, to.y - at.y], flags },
      { letter: 'A', numbers: [...shape, to.x, to.y], flags },
    ]);
    this.#at = to;
    this.#control = undefined;
  }

  /** In fine steps of a degree; a circle needs none. */
  #rotation({ rx, ry, rotation }: ArcCommand): number {
    return rx === ry ? 0 : Math.round(rotation * this.#unit);
  }

  /**
   * Radii on the grid whose arc between the rounded ends stays where the true one is; undefined when none do.
   *
   * The nearest radii may not: near half a turn a chord that is a step too short moves the middle by many steps. Radii
   * a step smaller are scaled up to reach, which draws a true half turn.
   */
  #fitRadii(arc: ArcCommand, from: Point, to: Step): Step | undefined {
    if (isSame(this.#at, to)) return undefined;
    const unit = this.#unit;
    const scale = (point: Point): Point => ({ x: point.x * unit, y: point.y * unit });
    const exact = { ...arc, rx: Math.abs(arc.rx) * unit, ry: Math.abs(arc.ry) * unit, to: scale(arc.to) };
    const goal = arcPoints(scale(from), exact);
    const rotation = this.#rotation(arc) / unit;
    const attempts = [
      { step: COARSE, tolerance: ARC_TOLERANCE },
      { step: 1, tolerance: ARC_TOLERANCE },
      { step: 1, tolerance: POOR_ARC_TOLERANCE },
    ];
    for (const { step, tolerance } of attempts) {
      for (const nudge of [0, -step, step]) {
        const rx = step * Math.round(exact.rx / step) + nudge;
        const ry = step * Math.round(exact.ry / step) + nudge;
        if (rx <= 0 || ry <= 0) continue;
        const points = arcPoints(this.#at, { ...exact, rx, ry, rotation, to });
        const isClose = points.every((point, index) => {
          const aim = goal[index] as Point;
          return Math.hypot(point.x - aim.x, point.y - aim.y) <= tolerance * COARSE;
        });
        if (isClose && points.length === goal.length) return { x: rx, y: ry };
      }
    }
    return undefined;
  }

  /** Appends the shortest of `forms`. */
  #append(forms: readonly Form[]): void {
    let best: string | undefined;
    let letter = '';
    for (const form of forms) {
      const text = this.#print(form);
      if (best === undefined || text.length < best.length) {
        best = text;
        letter = form.letter;
      }
    }
    this.text += best;
    this.#letter = letter;
    this.#hasPoint = /\.\d*$/.test(best as string);
  }

  #print({ letter, numbers, flags }: Form): string {
    // A pair behind a moveto's own was read as another moveto by the first parsers, so linetos are always spelled out.
    const isRepeated = letter === this.#letter && letter !== 'm' && letter !== 'M';
    let text = isRepeated ? '' : letter;
    let hasPoint = this.#hasPoint;
    const put = (token: string): void => {
      const isFirst = text === letter;
      const splitsItself = token[0] === '-' || (token[0] === '.' && hasPoint);
      text += isFirst || splitsItself ? token : ` ${token}`;
      hasPoint = token.includes('.');
    };
    numbers.forEach((number, index) => {
      if (flags !== undefined && index === 3) for (const flag of flags) put(flag ? '1' : '0');
      put(printSteps(number, this.#style.decimals + 1, this.#style.leadingZero));
    });
    return text;
  }
}

interface Placed {
  readonly command: Subpath['drawn'][number];
  readonly to: Step;
}

function isWayHome({ command, to }: Placed, home: Step): boolean {
  return command.kind === 'line' && isSame(to, home);
}

/** One way to write a command: whole steps behind a letter. An arc's flags go before its last two numbers. */
interface Form {
  readonly letter: string;
  readonly numbers: readonly number[];
  readonly flags?: readonly boolean[];
}

function bothForms(letter: string, at: Step, ...points: readonly Step[]): Form[] {
  return [
    { letter, numbers: points.flatMap(({ x, y }) => [x - at.x, y - at.y]) },
    { letter: letter.toUpperCase(), numbers: points.flatMap(({ x, y }) => [x, y]) },
  ];
}

function isSame(a: Point, b: Point): boolean {
  return a.x === b.x && a.y === b.y;
}

/** Points at a quarter, half and three quarters of an arc. */
function arcPoints(from: Point, arc: ArcCommand): Point[] {
  const centered = centerArc(from, arc);
  if (centered === undefined) return [];
  const { center, rx, ry, rotation, start, sweep } = centered;
  const cos = Math.cos(rotation);
  const sin = Math.sin(rotation);
  return [0.25, 0.5, 0.75].map((part) => {
    const u = rx * Math.cos(start + part * sweep);
    const v = ry * Math.sin(start + part * sweep);
    return { x: center.x + cos * u - sin * v, y: center.y + sin * u + cos * v };
  });
}
