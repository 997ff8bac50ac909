import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/span.ts';
import { Budget } from '../geometry/budget.ts';
import { IDENTITY, stretch, type Matrix } from '../geometry/matrix.ts';
import type { Point } from '../geometry/point.ts';
import type { Clip, ClipShape, Fill, Group, Icon, Mask, Node, Paint, Shape, Stroke } from '../ir.ts';
import type { Path } from '../path/command.ts';
import { pathOf } from '../path/contours.ts';
import { transformCommands } from '../path/transform.ts';
import { ICON_WORK_LIMIT } from './compare.ts';
import type { FaceMemory } from './face-memory.ts';
import type { KeptReason } from './path-data.ts';
import { repairPath, type PathRepair } from './path.ts';
import { joinPaths, unitePaths } from './union.ts';

/** What was done about one even-odd fill or clip. */
export interface Repair {
  readonly rule: 'fill-rule' | 'clip-rule';
  /** `unchanged`: the same under nonzero as it is. `kept`: could not be repaired, still even-odd. */
  readonly method: 'unchanged' | 'reversed' | 'split' | 'kept';
  /** Why the engine kept it. */
  readonly reason?: KeptReason | undefined;
  readonly subpaths: number;
  readonly reversed: number;
  /** Crossings at which subpaths were cut. */
  readonly breaks: number;
  readonly span: Span;
}

/** A repair with the geometry to show it by. */
export interface IconRepair extends Repair {
  readonly before: Path;
  readonly after: Path;
  /** Both paths' user units to the viewport (or to the units of the pattern they are in). */
  readonly transform: Matrix;
  /** Indices into the subpaths of `before`. */
  readonly reversedSubpaths: readonly number[];
  /** In the units of the paths. */
  readonly breakPoints: readonly Point[];
}

export interface RepairOptions {
  /** Decimals of new coordinates, counted in viewport units; without it, as many as the proof needs. */
  readonly precision?: number;
  /** The faces of the icon's paths that were looked at before. */
  readonly faces?: FaceMemory | undefined;
  /** What it may take; `ICON_WORK_LIMIT` by default. What is left when it is spent is kept. */
  readonly budget?: Budget | undefined;
}

export interface IconRepairResult {
  readonly icon: Icon;
  readonly repairs: readonly IconRepair[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The same picture without even-odd: every even-odd fill and clip nonzero, those inside masks and patterns too, and
 * every clip of several shapes one region.
 *
 * What cannot be proven the same is left as it was, with an error that names it; everything else is done all the same.
 * A stroke keeps the path it had where dashes or cut subpaths would show: the shape then becomes two, fill first.
 */
export function repairIcon(icon: Icon, options: RepairOptions = {}): IconRepairResult {
  const work = new IconWork(options);
  const children = work.nodes(icon.children);
  return { icon: { ...icon, children }, repairs: work.repairs, diagnostics: work.diagnostics };
}

class IconWork {
  readonly repairs: IconRepair[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #options: RepairOptions;
  readonly #budget: Budget;

  constructor(options: RepairOptions) {
    this.#options = options;
    this.#budget = options.budget ?? new Budget(ICON_WORK_LIMIT);
  }

  nodes(nodes: readonly Node[]): Node[] {
    return nodes.flatMap((node): Node[] => (node.kind === 'group' ? [this.#group(node)] : this.#shape(node)));
  }

  #group(group: Group): Group {
    return {
      ...group,
      clips: group.clips.map((clip) => this.#clip(clip)),
      ...(group.mask === undefined ? {} : { mask: this.#mask(group.mask) }),
      children: this.nodes(group.children),
    };
  }

  #mask(mask: Mask): Mask {
    return {
      ...mask,
      clips: mask.clips.map((clip) => this.#clip(clip)),
      children: this.nodes(mask.children),
      ...(mask.mask === undefined ? {} : { mask: this.#mask(mask.mask) }),
    };
  }

  #shape(shape: Shape): Shape[] {
    if (shape.fill?.rule !== 'evenodd' && !isPatterned(shape)) return [shape];
    const { fill: oldFill, stroke: oldStroke, ...rest } = shape;
    const stroke: Stroke | undefined = oldStroke && { ...oldStroke, paint: this.#paint(oldStroke.paint) };
    if (oldFill === undefined) return [stroke === undefined ? rest : { ...rest, stroke }];
    const fill: Fill = { ...oldFill, paint: this.#paint(oldFill.paint) };
    if (fill.rule === 'nonzero') return [{ ...rest, fill, ...(stroke && { stroke }) }];

    const repair = this.#repair(shape);
    this.#record('fill-rule', shape, shape.path, shape.transform, repair);
    if (repair.method === 'kept') return [{ ...rest, fill, ...(stroke && { stroke }) }];
    const filled: Shape = { ...rest, path: repair.path, fill: { ...fill, rule: 'nonzero' } };
    if (stroke === undefined) return [filled];
    if (!showsDirection(stroke, repair)) return [{ ...filled, stroke }];
    const { id: _, ...unnamed } = rest;
    return [filled, { ...unnamed, stroke }];
  }

  #paint(paint: Paint): Paint {
    return paint.kind === 'pattern' ? { ...paint, children: this.nodes(paint.children) } : paint;
  }

  #clip(clip: Clip): Clip {
    const shapes = clip.shapes.map((shape) => ({
      ...shape,
      clips: shape.clips.map((inner) => this.#clip(inner)),
    }));
    const whole = shapes.filter(({ clips }) => clips.length === 0);
    if (whole.length < 2) return { ...clip, shapes: shapes.map((shape) => this.#clipShape(shape)) };
    const united = this.#unite(whole, clip.span);
    if (united === undefined) return { ...clip, shapes: shapes.map((shape) => this.#clipShape(shape)) };
    const cut = shapes.filter(({ clips }) => clips.length > 0);
    return { ...clip, shapes: [united, ...cut.map((shape) => this.#clipShape(shape))] };
  }

  #clipShape(shape: ClipShape): ClipShape {
    if (shape.rule === 'nonzero') return shape;
    const repair = this.#repair(shape);
    this.#record('clip-rule', shape, shape.path, shape.transform, repair);
    return repair.method === 'kept' ? shape : { ...shape, path: repair.path, rule: 'nonzero' };
  }

  /** One shape that covers what the shapes cover together; undefined, with a diagnostic, where none is proven. */
  #unite(shapes: readonly ClipShape[], span: Span): ClipShape | undefined {
    const parts = shapes.map(({ path, transform, rule }) => ({
      path: pathOf(transformCommands(path.commands, transform)),
      rule,
    }));
    const union = unitePaths(parts, this.#decimals(IDENTITY), this.#budget);
    if (union.method === 'kept') {
      this.diagnostics.push(diagnostic('clip-union-kept', { reason: union.reason }, span));
      return undefined;
    }
    const isRepair = union.method !== 'unchanged' || shapes.some(({ rule }) => rule === 'evenodd');
    const before = joinPaths(parts.map(({ path }) => path));
    if (isRepair) this.#record('clip-rule', { span }, before, IDENTITY, union);
    return { path: union.path, transform: IDENTITY, rule: 'nonzero', clips: [], span };
  }

  #repair({ path, transform }: Pick<Shape, 'path' | 'transform'>): PathRepair {
    const { faces } = this.#options;
    return repairPath(path, this.#decimals(transform), { faces, budget: this.#budget });
  }

  #record(
    rule: Repair['rule'],
    owner: { readonly span: Span; readonly id?: string | undefined },
    before: Path,
    transform: Matrix,
    { method, reason, path, reversed, breaks }: PathRepair,
  ): void {
    if (method === 'kept') {
      const element = owner.id === undefined ? 'this shape' : `'${owner.id}'`;
      this.diagnostics.push(diagnostic('even-odd-kept', { rule, element, reason }, owner.span));
    }
    this.repairs.push({
      rule,
      method,
      reason,
      subpaths: before.contours.length,
      reversed: reversed.length,
      breaks: breaks.length,
      span: owner.span,
      before,
      after: path,
      transform,
      reversedSubpaths: reversed,
      breakPoints: breaks,
    });
  }

  /** Decimals in local user units that make `precision` decimals in the viewport. */
  #decimals(transform: Matrix): number | undefined {
    const { precision } = this.#options;
    if (precision === undefined) return undefined;
    const { major } = stretch(transform);
    return major > 0 ? Math.max(0, precision + Math.ceil(Math.log10(major))) : precision;
  }
}

const isPatterned = ({ fill, stroke }: Shape): boolean =>
  fill?.paint.kind === 'pattern' || stroke?.paint.kind === 'pattern';

/**
 * Whether the stroke would look different on the repaired path. Reversing moves where dashes start; cutting also moves
 * joins and ends. Markers are shapes of their own by now, and caps are the same at both ends.
 */
function showsDirection(stroke: Stroke, { method }: PathRepair): boolean {
  return method === 'split' || (method === 'reversed' && stroke.dashes.length > 0);
}
