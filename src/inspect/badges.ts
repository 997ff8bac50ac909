import type { Point } from '../geometry/point.ts';
import { headingsAt, lengthOf } from './outline.ts';

export interface Badge {
  readonly at: Point;
  readonly radius: number;
  readonly label: string;
}

interface Labeled {
  readonly ring: readonly Point[];
  readonly label: string;
}

const LARGEST = 11;
const SMALLEST = 5;
/** How many places along an outline are tried, from its start. */
const PLACES = 16;

/**
 * A numbered badge on each outline, at its start where there is room, else further along it, else smaller.
 *
 * Badges come back in the order of the outlines. With hundreds of tiny outlines they may overlap.
 */
export function placeBadges(outlines: readonly Labeled[]): Badge[] {
  const placed: Badge[] = [];
  const cells = new Map<string, Badge[]>();
  for (const { ring, label } of outlines) {
    const candidates = placesOn(ring);
    const limit = Math.min(LARGEST, Math.max(SMALLEST, lengthOf(ring) / 8));
    let badge: Badge = { at: candidates[0] as Point, radius: SMALLEST, label };
    search: for (let radius = limit; radius >= SMALLEST; radius -= 2) {
      for (const at of candidates) {
        if (isTaken(at, radius, cells)) continue;
        badge = { at, radius, label };
        break search;
      }
    }
    placed.push(badge);
    const cell = cellOf(badge.at, 0, 0);
    const mates = cells.get(cell);
    if (mates === undefined) cells.set(cell, [badge]);
    else mates.push(badge);
  }
  return placed;
}

/** Two badges further apart than a cell's side are never near. */
const CELL = 2 * LARGEST + 2;

const cellOf = ({ x, y }: Point, right: number, down: number): string =>
  `${Math.floor(x / CELL) + right} ${Math.floor(y / CELL) + down}`;

const NEIGHBORS = [-1, 0, 1].flatMap((right) => [-1, 0, 1].map((down) => [right, down] as const));

const isTaken = (at: Point, radius: number, cells: ReadonlyMap<string, readonly Badge[]>): boolean =>
  NEIGHBORS.some(
    ([right, down]) =>
      cells.get(cellOf(at, right, down))?.some((other) => isNear(other, at, radius)) === true,
  );

function isNear(badge: Badge, at: Point, radius: number): boolean {
  return Math.hypot(badge.at.x - at.x, badge.at.y - at.y) < badge.radius + radius + 2;
}

function placesOn(ring: readonly Point[]): Point[] {
  const length = lengthOf(ring);
  if (length === 0) return [ring[0] as Point];
  const distances = Array.from({ length: PLACES }, (_, index) => (index * length) / PLACES);
  return headingsAt(ring, distances).map(({ at }) => at);
}
