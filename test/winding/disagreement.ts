import { distanceTo, linesOf, turnsAbout } from './oracle.ts';

/** A share of the size: points nearer to an outline than this are not judged. */
const MARGIN = 4e-4;

/**
 * A point that even-odd fills in `before` and nonzero does not in `after`, or the other way round; undefined when none
 * of `count` random points away from the outlines is such a one. Half of the points are drawn close to the outlines.
 */
export function disagreement(
  before: string,
  after: string,
  count: number,
  random: () => number,
): { x: number; y: number } | undefined {
  const lines = linesOf(before);
  const repaired = linesOf(after);
  if (lines.length === 0) return undefined;
  const xs = lines.map(({ x0 }) => x0);
  const ys = lines.map(({ y0 }) => y0);
  const [minX, maxX, minY, maxY] = [min(xs), max(xs), min(ys), max(ys)];
  const size = Math.max(maxX - minX, maxY - minY);
  for (let index = 0; index < count; index += 1) {
    let x = minX + random() * (maxX - minX);
    let y = minY + random() * (maxY - minY);
    if (index % 2 === 1) {
      const near = lines[Math.floor(random() * lines.length)]!;
      x = near.x0 + (random() - 0.5) * 0.02 * size;
      y = near.y0 + (random() - 0.5) * 0.02 * size;
    }
    const isFilled = turnsAbout(lines, x, y) % 2 !== 0;
    const isStillFilled = turnsAbout(repaired, x, y) !== 0;
    // Measuring the distance is the slow part, so it is left to the points in question.
    if (isFilled !== isStillFilled && distanceTo(lines, x, y) > MARGIN * size) return { x, y };
  }
  return undefined;
}

const min = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
const max = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);
