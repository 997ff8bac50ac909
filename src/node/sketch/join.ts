import paperCore from 'paper/dist/paper-core.js';
import type { Command } from '../../path/command.ts';
import { printExactPathData } from '../../path/print.ts';
import type { JoinOperation, JoinRegions, Region } from '../../sketch/boolean.ts';

// The core alone has no types of its own: they are the whole library's.
const scope = paperCore as unknown as paper.PaperScope;

const METHODS = {
  union: 'unite',
  subtract: 'subtract',
  intersect: 'intersect',
  difference: 'exclude',
} as const satisfies Record<JoinOperation, string>;

/**
 * Boolean operations by paper.js: curves stay curves, and of the libraries tried it alone did all of the shapes in
 * a real document right (path-bool fails where outlines touch).
 *
 * It keeps a project and looks for a browser when loaded, so it stays out of the core.
 *
 * @see http://paperjs.org/reference/pathitem/
 */
export const joinRegions: JoinRegions = (below, above, operation) => {
  if (!scope.project) scope.setup(new scope.Size(1, 1));
  const first = toPaper(below);
  const second = toPaper(above);
  const joined = first[METHODS[operation]](second, { insert: false });
  return { commands: fromPaper(joined), rule: 'nonzero' };
};

/** Every contour closed, as a fill sees it. */
function toPaper(region: Region): paper.CompoundPath {
  const compound = new scope.CompoundPath({
    pathData: printExactPathData(region.commands),
    fillRule: region.rule,
    insert: false,
  });
  compound.closePath();
  for (const child of compound.children) (child as paper.Path).closed = true;
  return compound;
}

function fromPaper(item: paper.PathItem): Command[] {
  const paths = item instanceof scope.CompoundPath ? (item.children as paper.Path[]) : [item as paper.Path];
  return paths.flatMap((path) => {
    const first = path.firstSegment;
    if (!first) return [];
    const commands: Command[] = [{ kind: 'move', to: { x: first.point.x, y: first.point.y } }];
    for (const curve of path.curves) {
      const to = { x: curve.point2.x, y: curve.point2.y };
      if (curve.isStraight()) commands.push({ kind: 'line', to });
      else {
        commands.push({
          kind: 'cubic',
          control1: { x: curve.point1.x + curve.handle1.x, y: curve.point1.y + curve.handle1.y },
          control2: { x: curve.point2.x + curve.handle2.x, y: curve.point2.y + curve.handle2.y },
          to,
        });
      }
    }
    commands.push({ kind: 'close' });
    return commands;
  });
}
