/**
 * Whole steps near `value`, those that print shortest first: the roundest number within `reach`, the next finer, the
 * nearest. `places` is the number of decimals that a step is.
 */
export function roundSteps(value: number, reach: number, places: number): number[] {
  const nearest = Math.round(value);
  const found: number[] = [];
  for (let place = 10 ** places; place > 1; place /= 10) {
    const steps = place * Math.round(value / place);
    if (Math.abs(steps - value) > reach) continue;
    if (steps !== found[found.length - 1]) found.push(steps);
    if (found.length === 2) break;
  }
  if (!found.includes(nearest)) found.push(nearest);
  return found.map((steps) => steps + 0);
}

/** The roundest of them alone. */
export function roundestSteps(value: number, reach: number, places: number): number {
  for (let place = 10 ** places; place > 1; place /= 10) {
    const steps = place * Math.round(value / place);
    if (Math.abs(steps - value) <= reach) return steps + 0;
  }
  return Math.round(value) + 0;
}
