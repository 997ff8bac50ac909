import type { Span } from '../diagnostics/span.ts';
import type { Matrix } from '../geometry/matrix.ts';
import type { Clip, FillRule, Icon, Mask, Node, Paint, Stroke } from '../ir.ts';
import type { Path } from '../path/command.ts';
import { sameCommands } from '../path/same-commands.ts';
import type { FaceMemory } from './face-memory.ts';
import { sameLines } from './same-lines.ts';
import { fillsTheSame } from './path.ts';

/**
 * An icon as what it paints, in order: what a group, a shape or an element was is gone, so two ways to say one picture
 * come out alike.
 */
type Painted = PaintedGroup | PaintedFill | PaintedStroke;

interface PaintedGroup {
  readonly opacity: number;
  readonly clips: readonly PaintedClip[];
  readonly mask: PaintedMask | undefined;
  readonly children: readonly Painted[];
}

interface PaintedFill {
  readonly region: Region;
  readonly transform: Matrix;
  readonly paint: object;
  readonly opacity: number;
  readonly span: Span;
}

interface PaintedStroke {
  readonly line: Line;
  readonly transform: Matrix;
  readonly stroke: object;
  readonly span: Span;
}

interface Region {
  readonly path: Path;
  readonly rule: FillRule;
}

interface Line {
  readonly path: Path;
  /** Solid lines look the same in either direction. */
  readonly isSolid: boolean;
}

interface PaintedClip {
  readonly shapes: readonly {
    readonly region: Region;
    readonly transform: Matrix;
    readonly clips: readonly PaintedClip[];
    readonly span: Span;
  }[];
}

interface PaintedMask {
  readonly kind: Mask['kind'];
  readonly space: Mask['space'];
  readonly clips: readonly PaintedClip[];
  readonly children: readonly Painted[];
  readonly mask: PaintedMask | undefined;
}

/** Whether two icons draw the same; if not, where in the first one's text the first difference stands. */
export type DrawingVerdict =
  | { readonly same: true }
  | { readonly same: false; readonly span: Span | undefined };

/**
 * Proves that `after` draws what `before` draws: the same paint on the same regions, through the same clips and masks,
 * in the same order. Regions may be written in another way, under another fill rule; strokes may not.
 *
 * A difference found is not proof that the pictures differ, only that this proof is not to be had.
 */
export function compareDrawings(before: Icon, after: Icon, faces: FaceMemory): DrawingVerdict {
  const comparison = new Comparison(faces);
  return comparison.isSame(paintedIcon(before), paintedIcon(after))
    ? { same: true }
    : { same: false, span: comparison.span };
}

function paintedIcon({ size, viewport, opacity, children }: Icon): object {
  return { size, viewport, opacity, children: paintedNodes(children) };
}

function paintedNodes(nodes: readonly Node[]): Painted[] {
  return nodes.flatMap((node): Painted[] => {
    if (node.kind === 'group') {
      const children = paintedNodes(node.children);
      const { opacity, clips, mask } = node;
      if (opacity === 1 && clips.length === 0 && mask === undefined) return children;
      return [{ opacity, clips: clips.map(paintedClip), mask: mask && paintedMask(mask), children }];
    }
    const { path, transform, fill, stroke, span } = node;
    const painted: Painted[] = [];
    if (fill !== undefined) {
      const { rule, opacity, paint } = fill;
      painted.push({ region: { path, rule }, transform, paint: paintedPaint(paint), opacity, span });
    }
    if (stroke !== undefined)
      painted.push({
        line: { path, isSolid: stroke.dashes.length === 0 },
        transform,
        stroke: paintedStroke(stroke),
        span,
      });
    return painted;
  });
}

function paintedClip({ shapes }: Clip): PaintedClip {
  return {
    shapes: shapes.map(({ path, rule, transform, clips, span }) => ({
      region: { path, rule },
      transform,
      clips: clips.map(paintedClip),
      span,
    })),
  };
}

function paintedMask({ kind, space, clips, children, mask }: Mask): PaintedMask {
  return {
    kind,
    space,
    clips: clips.map(paintedClip),
    children: paintedNodes(children),
    mask: mask && paintedMask(mask),
  };
}

function paintedPaint(paint: Paint): object {
  return paint.kind === 'pattern' ? { ...paint, children: paintedNodes(paint.children) } : paint;
}

function paintedStroke(stroke: Stroke): object {
  return { ...stroke, paint: paintedPaint(stroke.paint) };
}

class Comparison {
  readonly #faces: FaceMemory;
  /** Of the innermost thing in `before` that was being compared when the first difference showed. */
  span: Span | undefined;

  constructor(faces: FaceMemory) {
    this.#faces = faces;
  }

  isSame(before: unknown, after: unknown): boolean {
    if (Object.is(before, after)) return true;
    if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null)
      return false;
    if (Array.isArray(before))
      return (
        Array.isArray(after) &&
        before.length === after.length &&
        before.every((item, index) => this.isSame(item, after[index]))
      );
    const a = before as { readonly [key: string]: unknown };
    const b = after as { readonly [key: string]: unknown };
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      if (key === 'span' || key === 'dataSpan' || key === 'id') continue;
      if (this.#isSameValue(key, a[key], b[key])) continue;
      if (this.span === undefined && 'span' in a) this.span = a['span'] as Span;
      return false;
    }
    return true;
  }

  #isSameValue(key: string, before: unknown, after: unknown): boolean {
    if (before === undefined || after === undefined) return before === after;
    if (key === 'region') return isSameRegion(before as Region, after as Region, this.#faces);
    if (key === 'line') return isSameLine(before as Line, after as Line);
    return this.isSame(before, after);
  }
}

function isSameRegion(before: Region, after: Region, faces: FaceMemory): boolean {
  return (
    (isSamePath(before.path, after.path) && before.rule === after.rule) || fillsTheSame(before, after, faces)
  );
}

function isSameLine(before: Line, after: Line): boolean {
  return (
    isSamePath(before.path, after.path) ||
    (before.isSolid && after.isSolid && sameLines(before.path, after.path))
  );
}

function isSamePath(before: Path, after: Path): boolean {
  return sameCommands(before.commands, after.commands);
}
