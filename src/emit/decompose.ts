import type { Matrix } from '../geometry/matrix.ts';

/** rotate(outer) · scale(scaleX, scaleY) · rotate(inner), angles in degrees, clockwise on screen. */
export interface RotateScaleRotate {
  readonly outer: number;
  readonly scaleX: number;
  readonly scaleY: number;
  readonly inner: number;
}

/**
 * The linear part of `m` as a scaling between two rotations (its singular value decomposition). Two nested groups of a
 * VectorDrawable can say that, and so any affine map. `scaleY` is negative when `m` mirrors.
 *
 * @see https://en.wikipedia.org/wiki/Singular_value_decomposition#2_%C3%97_2_matrices
 */
export function decompose({ a, b, c, d }: Matrix): RotateScaleRotate {
  const e = (a + d) / 2;
  const f = (a - d) / 2;
  const g = (b + c) / 2;
  const h = (b - c) / 2;
  const straight = Math.hypot(e, h);
  const mirrored = Math.hypot(f, g);
  const sum = Math.atan2(h, e);
  const difference = Math.atan2(g, f);
  return {
    outer: degrees((sum + difference) / 2),
    scaleX: straight + mirrored,
    scaleY: straight - mirrored,
    inner: degrees((sum - difference) / 2),
  };
}

const degrees = (radians: number): number => (radians * 180) / Math.PI;
