import { diagnostic, type Code, type Diagnostic, type MessageArgs } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/span.ts';
import {
  determinant,
  IDENTITY,
  invert,
  multiply,
  scaling,
  stretch,
  type Matrix,
} from '../geometry/matrix.ts';
import type { Group, Icon, Node, Paint, Shape, Stroke } from '../ir.ts';
import type { Command } from '../path/command.ts';
import { transformCommands } from '../path/transform.ts';
import type { VectorGroup, VectorNode, VectorPaint, VectorPath, VectorStroke } from './android-tree.ts';
import { asOneClip, clipCommands, intersectClips } from './clip.ts';
import { colorKey } from './android-color.ts';
import { decompose } from './decompose.ts';
import { placeGradient } from './gradient.ts';

export interface LayoutOptions {
  readonly minSdk: number;
  readonly allowLossy: boolean;
  /** From `#RRGGBB` in capitals to a resource reference. */
  readonly colors?: ReadonlyMap<string, string>;
  /** Ids to keep as android:name. */
  readonly keepIds: ReadonlySet<string> | 'all';
}

/** Scales that differ by less are one scale: the stroke's width is off by less than a ten-thousandth. */
const EVEN = 1e-4;

/**
 * Lays `icon` out as the elements of a VectorDrawable: transforms are baked into the paths, groups stand only for clips,
 * kept names, and what baking would deform. What Android cannot say is left out with a diagnostic.
 */
export class Layout {
  readonly diagnostics: Diagnostic[] = [];
  readonly #options: LayoutOptions;
  readonly #icon: Icon;
  readonly #unmapped = new Set<string>();

  constructor(icon: Icon, options: LayoutOptions) {
    this.#icon = icon;
    this.#options = options;
  }

  run(): VectorNode[] {
    return this.#nodes(this.#icon.children, 1, []);
  }

  #report<C extends Code>(code: C, args: MessageArgs<C>, span: Span): void {
    this.diagnostics.push(diagnostic(code, args, span));
  }

  #refuse(what: string, remedy: string, span: Span): void {
    this.#report('no-android-form', { what, remedy }, span);
  }

  /** @param clips those in force around the nodes */
  #nodes(nodes: readonly Node[], opacity: number, clips: readonly Command[][]): VectorNode[] {
    return nodes.flatMap((node) =>
      node.kind === 'group' ? this.#group(node, opacity, clips) : this.#shape(node, opacity),
    );
  }

  #keptName(id: string | undefined): string | undefined {
    const { keepIds } = this.#options;
    return id !== undefined && (keepIds === 'all' || keepIds.has(id)) ? id : undefined;
  }

  #group(group: Group, outerOpacity: number, outerClips: readonly Command[][]): VectorNode[] {
    const opacity = outerOpacity * group.opacity;
    if (opacity === 0) return [];
    if (opacity < 1 && !fadesApart(group.children))
      this.#refuse(
        'the opacity of a group whose shapes overlap',
        'Give the shapes flat colors instead.',
        group.span,
      );
    if (group.mask !== undefined)
      this.#refuse('a mask', 'Use a clip with a plain outline, or cut the shapes.', group.mask.span);

    const own: Command[][] = [];
    for (const clip of group.clips) {
      const found = clipCommands(clip);
      if (found === 'nothing') return [];
      if (found === 'even-odd') this.#report('evenodd-clip', {}, clip.span);
      else if (found === 'union')
        this.#refuse('a clip of several shapes that overlap', 'Unite the shapes of the clip.', clip.span);
      else own.push(...found);
    }
    const name = this.#keptName(group.id);
    // Before API 24 a clip replaces the one around it, so each has to say all.
    const replaces = this.#options.minSdk < 24;
    const wanted = replaces && own.length > 0 ? [...outerClips, ...own] : own;
    const found = intersectClips(wanted, this.#icon.viewport);
    const clips = replaces && found !== undefined ? asOneClip(found, this.#icon.viewport) : found;
    if (clips === undefined) return [];
    const inForce = replaces && clips.length > 0 ? clips : [...outerClips, ...clips];
    const children = this.#nodes(group.children, opacity, inForce);
    if (children.length === 0) return [];
    if (clips.length === 0 && name === undefined) return children;
    const named = name === undefined ? {} : { name };
    if (!replaces) return [{ kind: 'group', ...named, clips, children }];
    const groups = clipRuns(children, clips);
    return name === undefined ? groups : [{ kind: 'group', name, clips: [], children: groups }];
  }

  #shape(shape: Shape, opacity: number): VectorNode[] {
    const { transform } = shape;
    if (determinant(transform) === 0) return [];
    const name = this.#keptName(shape.id);
    const common = { kind: 'path', evenOdd: false, span: shape.span } as const;
    const baked = transformCommands(shape.path.commands, transform);
    const fill = this.#fill(shape, opacity);
    const stroke = this.#stroke(shape, opacity);

    // One path where both can be said in the viewport's units, else the fill first and the stroke over it.
    const parts: VectorNode[] = [];
    const isTogether =
      fill !== undefined && stroke !== undefined && fill.around === undefined && stroke.around === undefined;
    if (fill !== undefined) {
      const path: VectorPath = {
        ...common,
        commands: inside(baked, fill.around),
        fill: fill.paint,
        evenOdd: shape.fill?.rule === 'evenodd',
        ...(isTogether ? { stroke: stroke.stroke } : {}),
      };
      parts.push(...inGroups(fill.around, path));
    }
    if (stroke !== undefined && !isTogether)
      parts.push(
        ...inGroups(stroke.around, {
          ...common,
          commands: inside(baked, stroke.around),
          stroke: stroke.stroke,
        }),
      );
    if (name === undefined) return parts;
    const only = parts[0];
    if (parts.length === 1 && only?.kind === 'path') return [{ ...only, name }];
    return parts.length === 0 ? [] : [{ kind: 'group', name, clips: [], children: parts }];
  }

  #fill(shape: Shape, opacity: number): { paint: VectorPaint; around?: Matrix } | undefined {
    const { fill } = shape;
    if (fill === undefined) return undefined;
    const placed = this.#paint(fill.paint, fill.opacity * opacity, shape.transform);
    if (placed === undefined) return undefined;
    if (fill.rule === 'evenodd') {
      const span = shape.dataSpan ?? shape.span;
      if (this.#options.minSdk < 24 && !this.#options.allowLossy)
        this.#report('evenodd-fill', { isTooComplex: false }, span);
      else this.#report('evenodd-kept', { isTooComplex: false }, span);
    }
    return placed;
  }

  #stroke(shape: Shape, opacity: number): { stroke: VectorStroke; around?: Matrix } | undefined {
    const { stroke, transform } = shape;
    if (stroke === undefined) return undefined;
    this.#refuseStrokeStyles(stroke, shape.span);
    const { major, minor } = stretch(transform);
    const isEven = stroke.nonScaling || major - minor <= EVEN * major;
    // An uneven pen needs the path's own units, brought to the viewport's size along the longer axis.
    const around = isEven ? undefined : multiply(transform, scaling(1 / major));
    if (!isEven && this.#options.minSdk < 24) this.#report('uneven-stroke', {}, shape.span);
    const toPath = isEven ? transform : scaling(major);
    const placed = this.#paint(stroke.paint, stroke.opacity * opacity, toPath);
    if (placed === undefined) return undefined;
    if (placed.around !== undefined)
      this.#refuse('an elliptical gradient on a stroke', 'Outline the stroke, then fill it.', shape.span);
    const join = stroke.join === 'round' || stroke.join === 'bevel' ? stroke.join : 'miter';
    const width = stroke.nonScaling
      ? stroke.width
      : stroke.width * (isEven ? Math.sqrt(major * minor) : major);
    return {
      stroke: { paint: placed.paint, width, cap: stroke.cap, join, miterLimit: stroke.miterLimit },
      ...(around === undefined ? {} : { around }),
    };
  }

  #refuseStrokeStyles(stroke: Stroke, span: Span): void {
    const remedy = 'Outline the stroke in the design tool.';
    if (stroke.dashes.length > 0) this.#refuse('a dashed stroke', remedy, span);
    if (stroke.join === 'miter-clip') this.#refuse("the line join 'miter-clip'", remedy, span);
  }

  #paint(paint: Paint, opacity: number, toPath: Matrix): { paint: VectorPaint; around?: Matrix } | undefined {
    if (opacity === 0) return undefined;
    if (paint.kind === 'solid') {
      const color = { ...paint.color, a: paint.color.a * opacity };
      if (color.a === 0) return undefined;
      const reference = paint.reference ?? this.#mapped(colorKey(color));
      return { paint: { kind: 'color', color, ...(reference === undefined ? {} : { reference }) } };
    }
    if (paint.kind === 'pattern') {
      this.#refuse('a pattern', 'Draw the repeated shapes themselves.', paint.span);
      return undefined;
    }
    const placed = placeGradient(paint, opacity, toPath);
    if (placed === undefined) {
      this.#refuse(
        'this gradient',
        'Use a linear gradient, or a radial one whose focus is its center.',
        paint.span,
      );
      return undefined;
    }
    const { gradient, around } = placed;
    return { paint: gradient, ...(around === undefined ? {} : { around }) };
  }

  #mapped(key: string): string | undefined {
    const { colors } = this.#options;
    if (colors === undefined) return undefined;
    const reference = colors.get(key);
    if (reference === undefined && !this.#unmapped.has(key)) {
      this.#unmapped.add(key);
      this.#report('unmapped-color', { color: key }, { start: 0, end: 0 });
    }
    return reference;
  }
}

/**
 * Groups that clip `children` side by side: those that are clipped on their own account stay out of the clip around
 * them, which theirs already holds. A clip stated twice would fade the antialiased edge twice.
 */
function clipRuns(children: readonly VectorNode[], clips: readonly Command[][]): VectorNode[] {
  if (clips.length === 0) return [...children];
  const groups: VectorNode[] = [];
  let run: VectorNode[] = [];
  const finish = (): void => {
    if (run.length > 0) groups.push({ kind: 'group', clips, children: run });
    run = [];
  };
  for (const child of children) {
    if (isClipped(child)) {
      finish();
      groups.push(child);
    } else run.push(child);
  }
  finish();
  return groups;
}

function isClipped(node: VectorNode): boolean {
  return node.kind === 'group' && (node.clips.length > 0 || node.children.some(isClipped));
}

/** True when fading each child on its own fades the group: there is one, painted once. */
function fadesApart(children: readonly Node[]): boolean {
  const only = children[0];
  if (children.length > 1 || only === undefined) return children.length === 0;
  if (only.kind === 'group') return fadesApart(only.children);
  return only.fill === undefined || only.stroke === undefined;
}

function inside(baked: readonly Command[], around: Matrix | undefined): readonly Command[] {
  return around === undefined ? baked : transformCommands(baked, invert(around) ?? IDENTITY);
}

/** `path` in groups that apply `around`: rotate, scale, rotate, each only where it does something. */
function inGroups(around: Matrix | undefined, path: VectorPath): VectorNode[] {
  if (around === undefined) return [path];
  const { outer, scaleX, scaleY, inner } = decompose(around);
  const still = { rotation: 0, scaleX: 1, scaleY: 1, translateX: 0, translateY: 0 };
  const isTurned = Math.abs(inner) > 1e-6;
  const content: VectorNode = isTurned
    ? { kind: 'group', transform: { ...still, rotation: inner }, clips: [], children: [path] }
    : path;
  const group: VectorGroup = {
    kind: 'group',
    transform: { rotation: outer, scaleX, scaleY, translateX: around.e, translateY: around.f },
    clips: [],
    children: [content],
  };
  return [group];
}
