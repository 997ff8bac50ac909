import type { Point } from '../geometry/point.ts';

/** A JSON object whose members are not trusted: a document may come from any version of Sketch, or be broken. */
export type JsonObject = Readonly<Record<string, unknown>>;

const EMPTY: JsonObject = {};

/** `value` when it is an object (no array), otherwise an object without members. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : EMPTY;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Nothing that is drawn is further away; what is, is an error of whoever wrote it, and its products may not be finite. */
const FAR = 1e9;

const isNear = (value: number): boolean => Math.abs(value) <= FAR;

/** A number that a drawing can have, or `fallback`. Old versions write booleans as 0 and 1, so those count as numbers and back. */
export function numberOf(value: unknown, fallback: number): number {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'number' && isNear(value) ? value : fallback;
}

export function booleanOf(value: unknown, fallback: boolean): boolean {
  if (typeof value === 'number') return value !== 0;
  return typeof value === 'boolean' ? value : fallback;
}

export function stringOf(value: unknown, fallback: string): string {
  return typeof value === 'string' ? value : fallback;
}

const POINT = /^\{\s*([^,\s]+)\s*,\s*([^,}\s]+)\s*\}$/;

/** Sketch's `"{x, y}"`; undefined for anything else. */
export function pointOf(value: unknown): Point | undefined {
  const match = typeof value === 'string' ? POINT.exec(value) : null;
  if (match === null) return undefined;
  const x = Number(match[1]);
  const y = Number(match[2]);
  return isNear(x) && isNear(y) ? { x, y } : undefined;
}
