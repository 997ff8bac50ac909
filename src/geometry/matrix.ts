import type { Point } from './point.ts';

/**
 * An affine map, as SVG writes it: `matrix(a b c d e f)`.
 *
 * x' = a·x + c·y + e and y' = b·x + d·y + f.
 */
export interface Matrix {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

export const IDENTITY: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

/** The map that applies `inner` first and `outer` second, as `outer` on the parent and `inner` on the child. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return {
    a: outer.a * inner.a + outer.c * inner.b,
    b: outer.b * inner.a + outer.d * inner.b,
    c: outer.a * inner.c + outer.c * inner.d,
    d: outer.b * inner.c + outer.d * inner.d,
    e: outer.a * inner.e + outer.c * inner.f + outer.e,
    f: outer.b * inner.e + outer.d * inner.f + outer.f,
  };
}

export function apply(m: Matrix, p: Point): Point {
  return { x: m.a * p.x + m.c * p.y + m.e, y: m.b * p.x + m.d * p.y + m.f };
}

/** Signed area scale: negative when the map mirrors, zero when it flattens the plane. */
export function determinant(m: Matrix): number {
  return m.a * m.d - m.b * m.c;
}

/** The inverse map, or undefined when `m` flattens the plane or holds a number that is not finite. */
export function invert(m: Matrix): Matrix | undefined {
  const det = determinant(m);
  if (det === 0 || !Number.isFinite(det)) return undefined;
  return {
    a: m.d / det,
    b: -m.b / det,
    c: -m.c / det,
    d: m.a / det,
    e: (m.c * m.f - m.d * m.e) / det,
    f: (m.b * m.e - m.a * m.f) / det,
  };
}

export const translation = (x: number, y: number): Matrix => ({ a: 1, b: 0, c: 0, d: 1, e: x, f: y });

export const scaling = (x: number, y: number = x): Matrix => ({ a: x, b: 0, c: 0, d: y, e: 0, f: 0 });

/** A rotation by `degrees`, clockwise on screen. */
export function rotation(degrees: number): Matrix {
  const angle = (degrees * Math.PI) / 180;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return { a: cos, b: sin, c: -sin, d: cos, e: 0, f: 0 };
}

export function isIdentity(m: Matrix): boolean {
  return m.a === 1 && m.b === 0 && m.c === 0 && m.d === 1 && m.e === 0 && m.f === 0;
}

/**
 * The two factors by which `m` stretches, larger first (its singular values, never negative).
 *
 * Equal factors mean that circles stay circles: a stroke keeps its shape under `m`.
 */
export function stretch(m: Matrix): { readonly major: number; readonly minor: number } {
  const half = (m.a * m.a + m.b * m.b + m.c * m.c + m.d * m.d) / 2;
  const det = determinant(m);
  const root = Math.sqrt(Math.max(0, half * half - det * det));
  return { major: Math.sqrt(half + root), minor: Math.sqrt(Math.max(0, half - root)) };
}
