import { printDecimal } from '../path/number.ts';
import { parsePathData } from '../path/parse.ts';
import { readPathData, type PlatformPathData } from './path-data.ts';

/** One fault of path data that some Android version stumbles over. Offsets are into the text. */
export interface PathFault {
  readonly kind: 'old-number' | 'move-after-close' | 'compact-flags';
  readonly start: number;
  readonly end: number;
  /** What to write in place of `start` to `end`. */
  readonly text: string;
}

const NUMBER = String.raw`[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?`;
const SEPARATOR = String.raw`[\s,]*`;
const ARC = new RegExp(
  `((?:${NUMBER}${SEPARATOR}){3})([01])(${SEPARATOR})([01])(${SEPARATOR})(${NUMBER}${SEPARATOR}${NUMBER})`,
  'y',
);

/** What to change in `text` so that every version from API 21 on reads it as SVG does. Edits do not overlap. */
export function findPathFaults(text: string): PathFault[] {
  const platform = readPathData(text);
  // Compact flags make the platform count wrong; where SVG reads them, they can be set apart.
  if (platform.crash !== undefined) return parsePathData(text).error === undefined ? compactFlags(text) : [];
  return [...oldNumbers(text, platform), ...relativeMoves(text)];
}

/** `text` with its faults mended. Flags first: numbers can only be told apart behind them. */
export function mendPathData(text: string): string {
  return mend(mend(text));
}

function mend(value: string): string {
  const faults = [...findPathFaults(value)].sort((a, b) => b.start - a.start);
  return faults.reduce((left, { start, end, text }) => left.slice(0, start) + text + left.slice(end), value);
}

function compactFlags(text: string): PathFault[] {
  return parsePathData(text).commands.flatMap(({ command, start, end }): PathFault[] => {
    if (command.kind !== 'arc') return [];
    const first = start + (/^[a-z]?\s*/i.exec(text.slice(start, end))?.[0].length ?? 0);
    ARC.lastIndex = first;
    const match = ARC.exec(text);
    if (match === null) return [];
    const [, shape = '', large = '', between = '', sweep = '', behind = '', ends = ''] = match;
    if (between !== '' && behind !== '') return [];
    const from = first + shape.length;
    return [
      {
        kind: 'compact-flags',
        start: from,
        end: from + (match[0].length - shape.length - ends.length),
        text: `${large} ${sweep} `,
      },
    ];
  });
}

function oldNumbers(text: string, { verbs }: PlatformPathData): PathFault[] {
  return verbs.flatMap(({ numbers }) =>
    numbers.flatMap(({ text: written, value, start, end }): PathFault[] => {
      const isExponent = /e/i.test(written);
      const isPoint = /^[+-]?\./.test(written);
      if (!isExponent && !isPoint && written[0] !== '+') return [];
      const plain = isExponent
        ? printDecimal(value, 8, true)
        : written.replace(/^\+/, '').replace(/^(-?)\./, '$10.');
      const isGlued = /[\d.]/.test(text[start - 1] ?? '') && !plain.startsWith('-');
      return [{ kind: 'old-number', start, end, text: (isGlued ? ' ' : '') + plain }];
    }),
  );
}

function relativeMoves(text: string): PathFault[] {
  const { commands } = parsePathData(text);
  return commands.flatMap(({ command, letter, start, end }, index): PathFault[] => {
    if (command.kind !== 'move' || letter !== 'm' || commands[index - 1]?.command.kind !== 'close') return [];
    const next = commands[index + 1];
    const moved = `M${print(command.to.x)} ${print(command.to.y)}`;
    // Pairs behind the moveto's own are relative lines, which an absolute letter would change.
    const isFollowed = next?.implicit === true;
    return [
      {
        kind: 'move-after-close',
        start,
        end: isFollowed ? next.start : end,
        text: isFollowed ? `${moved}l` : moved,
      },
    ];
  });
}

const print = (value: number): string => printDecimal(value, 6, true);
