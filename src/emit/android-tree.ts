import type { Span } from '../diagnostics/span.ts';
import type { Color, GradientStop } from '../ir.ts';
import type { Command } from '../path/command.ts';

/** What a VectorDrawable is made of, before it is text. */
export type VectorNode = VectorGroup | VectorPath | VectorClip;

/** A clip on what follows it in its group, put there for old versions; it cuts nothing on newer ones. */
export interface VectorClip {
  readonly kind: 'clip';
  readonly commands: readonly Command[];
}

export interface VectorGroup {
  readonly kind: 'group';
  readonly name?: string;
  /** Degrees and factors; Android scales first, then rotates, then translates. */
  readonly transform?: GroupTransform;
  /** Each in the group's own units; what is drawn is inside all of them. Nonzero. */
  readonly clips: readonly (readonly Command[])[];
  readonly children: readonly VectorNode[];
}

export interface GroupTransform {
  readonly rotation: number;
  readonly scaleX: number;
  readonly scaleY: number;
  readonly translateX: number;
  readonly translateY: number;
}

export interface VectorPath {
  readonly kind: 'path';
  readonly name?: string;
  /** In the units of the group around it. */
  readonly commands: readonly Command[];
  readonly fill?: VectorPaint;
  /** Only where loss is allowed or the oldest version knows `android:fillType`. */
  readonly evenOdd: boolean;
  readonly stroke?: VectorStroke;
  readonly span: Span;
}

export interface VectorStroke {
  readonly paint: VectorPaint;
  readonly width: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
  readonly miterLimit: number;
}

export type VectorPaint = VectorColor | VectorGradient;

export interface VectorColor {
  readonly kind: 'color';
  /** The paint's opacity is in its alpha. */
  readonly color: Color;
  readonly reference?: string;
}

/** In the units of the path; opacity is in the stops. */
export type VectorGradient = {
  readonly kind: 'gradient';
  readonly stops: readonly GradientStop[];
  readonly spread: 'pad' | 'repeat' | 'reflect';
} & (
  | {
      readonly type: 'linear';
      readonly startX: number;
      readonly startY: number;
      readonly endX: number;
      readonly endY: number;
    }
  | { readonly type: 'radial'; readonly centerX: number; readonly centerY: number; readonly radius: number }
  | { readonly type: 'sweep'; readonly centerX: number; readonly centerY: number }
);

export function isOpaque(paint: VectorPaint): boolean {
  // What a reference leads to is not known here.
  return paint.kind === 'color'
    ? paint.reference === undefined && paint.color.a === 1
    : paint.stops.every(({ color }) => color.a === 1);
}
