import { boundsApart, uniteBounds, type Bounds } from './bounds.ts';

interface Cluster {
  readonly box: Bounds;
  readonly members: number[];
}

/**
 * The indices of `boxes` in clusters whose hulls have no point in common, each grown by `margin` on all sides: as many as
 * can be. Members are in order, and so are clusters by their last one.
 */
export function clusterBoxes(boxes: readonly Bounds[], margin: number): readonly (readonly number[])[] {
  let clusters: readonly Cluster[] = boxes.map((box, index) => ({ box, members: [index] }));
  // A hull may meet others that its boxes did not.
  for (;;) {
    const next = joinMeeting(clusters, margin);
    if (next.length === clusters.length) break;
    clusters = next;
  }
  return clusters
    .map(({ members }) => [...members].sort((a, b) => a - b))
    .sort((a, b) => (a[a.length - 1] as number) - (b[b.length - 1] as number));
}

/** From left to right, each box joined to those that it meets of the ones that reach so far. */
function joinMeeting(clusters: readonly Cluster[], margin: number): Cluster[] {
  const done: Cluster[] = [];
  let open: Cluster[] = [];
  for (const cluster of [...clusters].sort((a, b) => a.box.minX - b.box.minX)) {
    let { box } = cluster;
    const joined: Cluster[] = [cluster];
    const apart: Cluster[] = [];
    for (const other of open) {
      if (!boundsApart(box, other.box, margin)) {
        box = uniteBounds(box, other.box);
        joined.push(other);
      } else if (other.box.maxX + 2 * margin < cluster.box.minX) done.push(other);
      else apart.push(other);
    }
    open = [...apart, { box, members: gathered(joined) }];
  }
  return [...done, ...open];
}

/** The members of all, in the list of the largest: thousands that join one by one are not copied each time. */
function gathered(clusters: readonly Cluster[]): number[] {
  const [first, ...others] = [...clusters].sort((a, b) => b.members.length - a.members.length);
  const members = first?.members ?? [];
  for (const other of others) for (const member of other.members) members.push(member);
  return members;
}
