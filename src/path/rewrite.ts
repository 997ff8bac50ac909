import type { Point } from '../geometry/point.ts';
import { needsSpace, printDecimal } from './number.ts';
import type { PathData } from './parse.ts';
import type { Rewritten } from './reverse.ts';
import type { Subpath } from './subpaths.ts';
import type { NumberStyle } from './writer.ts';

/** What becomes of a subpath: kept as written, or replaced by what is written at the pen's place. */
export type Replacement = ((pen: Point) => Rewritten) | undefined;

/**
 * Path data with some subpaths replaced and every other byte as it was, except for the numbers of a relative moveto
 * that follows a subpath which now ends elsewhere.
 */
export function rewriteSubpaths(
  data: PathData,
  subpaths: readonly Subpath[],
  replacements: readonly Replacement[],
  style: NumberStyle,
): string {
  const { text, commands } = data;
  const first = commands[subpaths[0]?.first ?? 0];
  let output = text.slice(0, first?.start ?? 0);
  let pen: Point = { x: 0, y: 0 };
  const half = 0.5 * 10 ** -style.decimals;
  subpaths.forEach((subpath, index) => {
    const opening = commands[subpath.first]!;
    const end = commands[subpath.end - 1]!.end;
    const next = commands[subpath.end]?.start ?? text.length;
    const replacement = replacements[index];
    if (replacement !== undefined) {
      const { text: written, end: at } = replacement(pen);
      output += written;
      pen = at;
    } else {
      const moved = Math.abs(pen.x - opening.from.x) >= half || Math.abs(pen.y - opening.from.y) >= half;
      if ((moved || output.trim() === '') && !subpath.hasMove) {
        const start = [subpath.start.x, subpath.start.y].map((value) =>
          printDecimal(value, style.decimals, false),
        );
        output += `M${start[0]}${needsSpace(start[0]!, start[1]!) ? ' ' : ''}${start[1]}`;
        output += text.slice(opening.start, end);
      } else if (moved && opening.letter === 'm' && index > 0) {
        const dx = printDecimal(subpath.start.x - pen.x, style.decimals, false);
        const dy = printDecimal(subpath.start.y - pen.y, style.decimals, false);
        const rest = text.slice(opening.end, end);
        const glued = /^(?:\d|\.)/.test(rest) && needsSpace(dy, rest);
        output += `m${dx}${needsSpace(dx, dy) ? ' ' : ''}${dy}${glued ? ' ' : ''}${rest}`;
      } else output += text.slice(opening.start, end);
      const last = commands[subpath.end - 1]!.command;
      pen = last.kind === 'close' ? subpath.start : last.to;
    }
    output += text.slice(end, next);
  });
  return output;
}
