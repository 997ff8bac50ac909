/** Two nodes that would rather differ, and by how much. */
export interface Tie {
  readonly one: number;
  readonly other: number;
}

/** Rounds of improvement after which a coloring is good enough. */
const ROUNDS = 50;

/**
 * Colors nodes +1 and -1 so that few ties join two of the same color (a max-cut, solved approximately): along a tree of
 * the strongest ties each node differs from its parent, then nodes flip while that helps.
 *
 * Ties of a node with itself cannot be helped and are ignored.
 */
export function bisect(count: number, ties: readonly Tie[]): Int8Array {
  const weights = Array.from({ length: count }, () => new Map<number, number>());
  for (const { one, other } of ties) {
    if (one === other) continue;
    weights[one]!.set(other, (weights[one]!.get(other) ?? 0) + 1);
    weights[other]!.set(one, (weights[other]!.get(one) ?? 0) + 1);
  }
  const colors = new Int8Array(count);
  for (let seed = 0; seed < count; seed += 1) {
    if (colors[seed] !== 0) continue;
    colors[seed] = 1;
    const queue = [seed];
    for (let head = 0; head < queue.length; head += 1) {
      const node = queue[head]!;
      for (const next of weights[node]!.keys()) {
        if (colors[next] !== 0) continue;
        // Where its colored neighbors disagree, most of them win.
        let pull = 0;
        for (const [neighbor, weight] of weights[next]!) pull += weight * colors[neighbor]!;
        colors[next] = pull > 0 ? -1 : 1;
        if (pull === 0) colors[next] = -colors[node]!;
        queue.push(next);
      }
    }
  }
  const gain = (node: number): number => {
    let sum = 0;
    for (const [neighbor, weight] of weights[node]!) sum += weight * colors[node]! * colors[neighbor]!;
    return sum;
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    let changed = false;
    for (let node = 0; node < count; node += 1) {
      if (gain(node) > 0) {
        colors[node]! *= -1;
        changed = true;
      }
      // Two nodes together may gain what neither does alone.
      for (const [neighbor, weight] of weights[node]!) {
        if (neighbor < node) continue;
        if (gain(node) + gain(neighbor) - 2 * weight * colors[node]! * colors[neighbor]! > 0) {
          colors[node]! *= -1;
          colors[neighbor]! *= -1;
          changed = true;
        }
      }
    }
    if (!changed) break;
  }
  return colors;
}
