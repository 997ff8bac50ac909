import type { Budget } from './budget.ts';
import type { Loops } from './loops.ts';

/** How far apart outlines may be that count as one, as a share of the size of the whole. */
const APART = 2e-4;

/** Shorter edges, and shorter parts of edges, say nothing of what runs along what. */
const SHORTEST = 1e-6;

/**
 * The share of a loop's outline that runs along the outlines of others. What several others run along counts once for
 * each; a curve that touches another counts for as long as nobody could tell them apart, which is little.
 */
export function sharedOutline(loops: Loops, loop: number, budget: Budget): number {
  const { x, y, starts } = loops;
  const first = starts[loop]!;
  const end = starts[loop + 1]!;
  let whole = 0;
  let shared = 0;
  for (let at = first; at < end; at += 1) {
    const next = at + 1 < end ? at + 1 : first;
    const fromX = x[at]!;
    const fromY = y[at]!;
    const length = Math.hypot(x[next]! - fromX, y[next]! - fromY);
    if (length <= SHORTEST) continue;
    whole += length;
    const dx = (x[next]! - fromX) / length;
    const dy = (y[next]! - fromY) / length;
    budget.spend(x.length);
    for (let other = 0; other + 1 < starts.length; other += 1) {
      if (other === loop) continue;
      const last = starts[other + 1]! - 1;
      for (let vertex = starts[other]!, before = last; vertex <= last; before = vertex, vertex += 1) {
        const away = (x[vertex]! - fromX) * dy - (y[vertex]! - fromY) * dx;
        const awayBefore = (x[before]! - fromX) * dy - (y[before]! - fromY) * dx;
        if (Math.abs(away) > APART || Math.abs(awayBefore) > APART) continue;
        const along = (x[vertex]! - fromX) * dx + (y[vertex]! - fromY) * dy;
        const alongBefore = (x[before]! - fromX) * dx + (y[before]! - fromY) * dy;
        // Two that cross are near each other for a little way as well.
        if (Math.abs(along - alongBefore) <= 2 * Math.abs(away - awayBefore)) continue;
        const part =
          Math.min(length, Math.max(along, alongBefore)) - Math.max(0, Math.min(along, alongBefore));
        if (part > SHORTEST) shared += part;
      }
    }
  }
  return whole === 0 ? 0 : shared / whole;
}
