import type { Matrix } from './geometry/matrix.ts';
import type { Rect, Size } from './geometry/point.ts';
import type { Span } from './diagnostics/span.ts';
import type { Path } from './path/command.ts';

/**
 * An icon with everything settled that SVG leaves open: inheritance, style sheets, `<use>`, units, percentages,
 * viewBox and preserveAspectRatio. docs/ir.md specifies it.
 *
 * The drawing surface is `viewport`, origin at the top left; what lies outside is not seen. Every `transform` below
 * leads from the owner's local user units straight to the viewport; nothing accumulates through groups.
 */
export interface Icon {
  /** The size to show the icon at: CSS pixels, which are Android's dp. Both positive. */
  readonly size: Size;
  /** Extent of the drawing surface in user units. Both positive. */
  readonly viewport: Size;
  /** Of the whole picture: 0 to 1. */
  readonly opacity: number;
  /** Painted in order, later over earlier. */
  readonly children: readonly Node[];
  /** What only a VectorDrawable says; absent in an icon read from SVG unless an option gave it. */
  readonly android?: AndroidAttributes;
}

export interface AndroidAttributes {
  readonly name?: string;
  /** Kept as written: a colour or a reference. */
  readonly tint?: string;
  readonly tintMode?: string;
  readonly autoMirrored?: boolean;
}

export type Node = Shape | Group;

/**
 * Children that are drawn together: first among themselves, then masked, clipped and faded as one picture.
 * A group exists only where one of these, or an id that must survive, asks for it.
 */
export interface Group {
  readonly kind: 'group';
  /** Of the children as one picture: 0 to 1. */
  readonly opacity: number;
  /** The visible region is the intersection of all. */
  readonly clips: readonly Clip[];
  readonly mask?: Mask;
  readonly children: readonly Node[];
  readonly id?: string;
  readonly span: Span;
}

/** One path, filled first and stroked second. (Another paint-order is resolved to two shapes.) */
export interface Shape {
  readonly kind: 'shape';
  /** In local user units. */
  readonly path: Path;
  /** Local user units to viewport. */
  readonly transform: Matrix;
  readonly fill?: Fill | undefined;
  readonly stroke?: Stroke | undefined;
  readonly id?: string | undefined;
  /** The element drawn (for `<use>`, the referenced shape). */
  readonly span: Span;
  /** The `d` or `points` value it was read from, where there is one. */
  readonly dataSpan?: Span | undefined;
}

export type FillRule = 'nonzero' | 'evenodd';

export interface Fill {
  readonly paint: Paint;
  /** 0 to 1; multiplies the paint's own alpha. */
  readonly opacity: number;
  readonly rule: FillRule;
}

export interface Stroke {
  readonly paint: Paint;
  readonly opacity: number;
  /** In local user units (viewport units when `nonScaling`); positive. */
  readonly width: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel' | 'miter-clip';
  readonly miterLimit: number;
  /** Even count, in the units of `width`; empty for a solid line. */
  readonly dashes: readonly number[];
  readonly dashOffset: number;
  /** vector-effect: non-scaling-stroke */
  readonly nonScaling: boolean;
}

/** Channels 0 to 255, alpha 0 to 1, not premultiplied, sRGB. */
export interface Color {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly a: number;
}

export type Paint = SolidPaint | LinearGradient | RadialGradient | SweepGradient | PatternPaint;

export interface SolidPaint {
  readonly kind: 'solid';
  readonly color: Color;
  /** True when the source said `currentColor`. */
  readonly current?: boolean;
  /** A VectorDrawable's resource reference, as written (`@color/brand`); `color` is then a stand-in. */
  readonly reference?: string;
}

export interface GradientStop {
  /** 0 to 1, never less than the one before. */
  readonly offset: number;
  readonly color: Color;
}

interface Gradient {
  /** At least two; one-stop and stopless gradients are resolved to solid paint or none. */
  readonly stops: readonly GradientStop[];
  readonly spread: 'pad' | 'repeat' | 'reflect';
  /** From the gradient's own units to the local user units of the shape. */
  readonly transform: Matrix;
  readonly span: Span;
}

export interface LinearGradient extends Gradient {
  readonly kind: 'linear';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface RadialGradient extends Gradient {
  readonly kind: 'radial';
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
  readonly fx: number;
  readonly fy: number;
  readonly fr: number;
}

/** A VectorDrawable's sweep gradient, from three o'clock clockwise; SVG has none. */
export interface SweepGradient extends Gradient {
  readonly kind: 'sweep';
  readonly cx: number;
  readonly cy: number;
}

export interface PatternPaint {
  readonly kind: 'pattern';
  /** One tile, in pattern units; repeats in both directions. Content outside it is cut off. */
  readonly tile: Rect;
  /** From pattern units to the local user units of the shape. */
  readonly transform: Matrix;
  /** Node transforms inside lead to pattern units. */
  readonly children: readonly Node[];
  readonly span: Span;
}

/** A region: the union of its shapes, each first cut by its own clips. An empty union hides everything. */
export interface Clip {
  readonly shapes: readonly ClipShape[];
  readonly span: Span;
}

export interface ClipShape {
  readonly path: Path;
  /** Local user units to viewport. */
  readonly transform: Matrix;
  readonly rule: FillRule;
  /** Clips on this shape alone (clip-path on a child of `<clipPath>`). */
  readonly clips: readonly Clip[];
  readonly id?: string;
  readonly span: Span;
  readonly dataSpan?: Span;
}

/** The children drawn as a picture, whose luminance × alpha, or alpha alone, scales what it masks. */
export interface Mask {
  readonly kind: 'luminance' | 'alpha';
  /** The mask's own region (x, y, width, height), where it cuts anything. */
  readonly clips: readonly Clip[];
  readonly children: readonly Node[];
  /** color-interpolation of the mask: luminance is taken in this space. */
  readonly space: 'sRGB' | 'linearRGB';
  /** A mask on the mask. */
  readonly mask?: Mask;
  readonly span: Span;
}

/** Every shape among `nodes`, in painting order. What clips and masks hold is not painted, and not among them. */
export function* shapesIn(nodes: readonly Node[]): Generator<Shape> {
  for (const node of nodes) {
    if (node.kind === 'shape') yield node;
    else yield* shapesIn(node.children);
  }
}
