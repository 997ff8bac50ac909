import type { Contour } from '../geometry/contour.ts';
import type { Command, Path } from './command.ts';

/** The path that draws `contours`, lines and curves as they are. */
export function pathFromContours(contours: readonly Contour[]): Path {
  return { commands: contours.flatMap(contourCommands), contours };
}

function contourCommands(contour: Contour): Command[] {
  const commands: Command[] = [{ kind: 'move', to: contour.start }];
  contour.segments.forEach((segment, index) => {
    const isHomeLine =
      contour.closed &&
      segment.kind === 'line' &&
      index === contour.segments.length - 1 &&
      index > 0 &&
      segment.to.x === contour.start.x &&
      segment.to.y === contour.start.y;
    // The close draws that line itself.
    if (isHomeLine) return;
    const { from: _from, ...command } = segment;
    commands.push(command);
  });
  if (contour.closed) commands.push({ kind: 'close' });
  return commands;
}
