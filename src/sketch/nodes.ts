import { IDENTITY, type Matrix } from '../geometry/matrix.ts';
import type { Point, Rect } from '../geometry/point.ts';
import type { Clip, Group, Mask, Node } from '../ir.ts';
import type { Command, Path } from '../path/command.ts';
import { pathOf } from '../path/contours.ts';
import { transformCommands } from '../path/transform.ts';
import type { Region } from './boolean.ts';
import { NO_SPAN } from './finding.ts';

/** Path data has so many decimals: a millionth of a point cannot be seen at any size. */
const DECIMALS = 1e6;

const round = (p: Point): Point => ({
  x: Math.round(p.x * DECIMALS) / DECIMALS,
  y: Math.round(p.y * DECIMALS) / DECIMALS,
});

/** `commands` under `matrix`, without the noise that turning leaves in the last digits. */
export function place(commands: readonly Command[], matrix: Matrix): Path {
  return pathOf(transformCommands(commands, matrix).map(roundCommand));
}

function roundCommand(command: Command): Command {
  switch (command.kind) {
    case 'close':
      return command;
    case 'cubic': {
      const { control1, control2, to } = command;
      return { kind: 'cubic', control1: round(control1), control2: round(control2), to: round(to) };
    }
    case 'quad':
      return { kind: 'quad', control: round(command.control), to: round(command.to) };
    default:
      return { ...command, to: round(command.to) };
  }
}

export function rectangle({ x, y, width, height }: Rect): Command[] {
  return [
    { kind: 'move', to: { x, y } },
    { kind: 'line', to: { x: x + width, y } },
    { kind: 'line', to: { x: x + width, y: y + height } },
    { kind: 'line', to: { x, y: y + height } },
    { kind: 'close' },
  ];
}

export function clipOf(region: Region, matrix: Matrix): Clip {
  const path = place(region.commands, matrix);
  const shape = { path, transform: IDENTITY, rule: region.rule, clips: [], span: NO_SPAN };
  return { shapes: [shape], span: NO_SPAN };
}

export function group(
  children: readonly Node[],
  by: { readonly opacity?: number; readonly clips?: readonly Clip[]; readonly mask?: Mask },
): Group {
  return { kind: 'group', opacity: 1, clips: [], ...by, children, span: NO_SPAN };
}

/** `nodes` as one picture of `opacity`; a lone fill or border takes it itself. */
export function faded(nodes: Node[], opacity: number): Node[] {
  if (opacity === 1 || nodes.length === 0) return nodes;
  const [only] = nodes;
  if (nodes.length === 1 && only?.kind === 'shape') {
    const { fill, stroke } = only;
    if (fill !== undefined && stroke === undefined)
      return [{ ...only, fill: { ...fill, opacity: fill.opacity * opacity } }];
    if (stroke !== undefined && fill === undefined)
      return [{ ...only, stroke: { ...stroke, opacity: stroke.opacity * opacity } }];
  }
  return [group(nodes, { opacity })];
}

/** `nodes` with `id` on the one node, or on the first of several. */
export function identified(nodes: Node[], id: string): Node[] {
  return nodes.map((node, index) => (index === 0 ? { ...node, id } : node));
}
