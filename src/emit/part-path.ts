import { clusterBoxes } from '../geometry/clusters.ts';
import { hullOfCommands } from '../path/rectangle.ts';
import { isOpaque, type VectorPath } from './android-tree.ts';
import { reach } from './merge.ts';

/**
 * The subpaths of `path` in as many paths as can be drawn apart without showing: subpaths whose boxes meet stay
 * together, unless all there is is an opaque stroke. Those that draw nothing are left out.
 */
export function clustersOf(path: VectorPath): readonly VectorPath[] {
  if (path.evenOdd) return [path];
  const isUnion = path.fill === undefined && path.stroke !== undefined && isOpaque(path.stroke.paint);
  const subpaths = subpathsOf(path).flatMap((commands) => {
    const box = hullOfCommands(commands);
    return box === undefined ? [] : [{ commands, box }];
  });
  const boxes = subpaths.map(({ box }) => box);
  const clusters = isUnion ? boxes.map((_, index) => [index]) : clusterBoxes(boxes, reach(path));
  return clusters.map((indices) => ({
    ...path,
    commands: indices.flatMap((index) => subpaths[index]?.commands ?? []),
  }));
}

/** `clusters` joined to as few paths as stay within `most` each by `length`; undefined where one alone is longer. */
export function packed(
  clusters: readonly VectorPath[],
  length: (part: VectorPath) => number,
  most: number,
): VectorPath[] | undefined {
  const parts: VectorPath[][] = [];
  let filled = 0;
  for (const alone of clusters) {
    const own = length(alone);
    if (own > most) return undefined;
    const last = parts[parts.length - 1];
    // Two texts behind each other are a text of both, so their lengths bound that of the joined path.
    filled += own;
    if (last !== undefined && filled <= most) last.push(alone);
    else {
      parts.push([alone]);
      filled = own;
    }
  }
  return parts.map(joined);
}

function joined(clusters: readonly VectorPath[]): VectorPath {
  const [first, ...others] = clusters as [VectorPath, ...VectorPath[]];
  return others.length === 0 ? first : { ...first, commands: clusters.flatMap(({ commands }) => commands) };
}

/** Each with a moveto of its own. */
function subpathsOf({ commands }: VectorPath): VectorPath['commands'][] {
  const subpaths: VectorPath['commands'][number][][] = [];
  let start = { x: 0, y: 0 };
  let isClosed = false;
  for (const command of commands) {
    if (command.kind === 'move') {
      start = command.to;
      subpaths.push([command]);
    } else {
      if (isClosed) subpaths.push([{ kind: 'move', to: start }]);
      subpaths[subpaths.length - 1]?.push(command);
    }
    isClosed = command.kind === 'close';
  }
  return subpaths;
}
