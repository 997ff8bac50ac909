import { boundsOf, uniteBounds } from '../geometry/bounds.ts';
import { WorkLimitError } from '../geometry/budget.ts';
import { clusterBoxes } from '../geometry/clusters.ts';
import type { Contour } from '../geometry/contour.ts';
import { TURNS } from '../geometry/frame.ts';
import { labelFaces } from '../geometry/labels.ts';
import { sweep } from '../geometry/sweep.ts';
import { FLATNESS, flatten } from '../path/flatten.ts';
import { pathFromContours } from '../path/from-contours.ts';
import { toSubpaths } from '../path/subpaths.ts';
import type { Context } from './context.ts';
import { outlineOfPiece, regionOfPiece, type Piece } from './pieces.ts';

/** Whether no two pieces share more than a sliver. Where that is too much work to tell, they are said to. */
export function areApart(pieces: readonly Piece[], context: Context): boolean {
  const boxes = pieces.map((piece) => boundsOf(outlineOfPiece(piece, context)));
  try {
    return clusterBoxes(boxes, 0)
      .filter(({ length }) => length > 1)
      .every((cluster) => {
        const regions = cluster.map((index) => regionOfPiece(pieces[index] as Piece, context));
        return !anyOverlap(regions, context);
      });
  } catch (error) {
    if (error instanceof WorkLimitError) return false;
    throw error;
  }
}

/**
 * Whether two of the regions share a face thicker than the tolerance. From one side a face may look thicker than it is,
 * where it has spikes along the sweep line; so each side has to find one.
 *
 * @throws {WorkLimitError}
 */
function anyOverlap(regions: readonly (readonly Contour[])[], { tolerance, work }: Context): boolean {
  const outlines = regions.map((region) => ({ subpaths: toSubpaths(pathFromContours(region).commands) }));
  const ownerOf = outlines.flatMap(({ subpaths }, region) => subpaths.map(() => region));
  const box = regions.map(boundsOf).reduce(uniteBounds);
  const size = Math.max(box.maxX - box.minX, box.maxY - box.minY);
  if (!(size > 0)) return false;
  const flatness = Math.min(FLATNESS, tolerance / size / 4);
  return TURNS.every((turn) => {
    const { loops } = flatten(outlines, work, turn, flatness);
    const { faces } = sweep(loops, work);
    return labelFaces(faces, tolerance / size, work).some(({ turns }) => coverage(turns, ownerOf) > 1);
  });
}

/** How many regions cover the faces with these turns. */
function coverage(turns: ReadonlyMap<number, number>, ownerOf: readonly number[]): number {
  const sums = new Map<number, number>();
  for (const [loop, count] of turns) {
    const owner = ownerOf[loop] as number;
    sums.set(owner, (sums.get(owner) ?? 0) + count);
  }
  return [...sums.values()].filter((sum) => sum !== 0).length;
}
