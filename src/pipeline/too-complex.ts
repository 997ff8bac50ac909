import type { Clip, Icon, Mask, Node, Paint } from '../ir.ts';

/**
 * An icon of more path commands is left as the repair made it: svgo, the repair of what it writes and the proofs of that
 * would take minutes among them, and nobody draws so many.
 */
export const MOST_COMMANDS = 10_000;

/** Why nothing was optimized, where the work budget ran out before the proof of it was done. */
export const TOO_MUCH_WORK = 'its outlines cross too often';

/** Why svgo is not asked; undefined where it is. */
export function tooManyCommands({ children }: Icon): string | undefined {
  const commands = commandCount(children);
  return commands > MOST_COMMANDS ? `the icon has ${commands} path commands` : undefined;
}

/** In all that is to be repaired and proven, so those of clips, masks and patterns too, for each that they are used by. */
const commandCount = (nodes: readonly Node[]): number =>
  total(nodes, (node) =>
    node.kind === 'shape'
      ? node.path.commands.length + paintCount(node.fill?.paint) + paintCount(node.stroke?.paint)
      : clipCount(node.clips) + maskCount(node.mask) + commandCount(node.children),
  );

const clipCount = (clips: readonly Clip[]): number =>
  total(clips, ({ shapes }) =>
    total(shapes, ({ path, clips: inner }) => path.commands.length + clipCount(inner)),
  );

const maskCount = (mask: Mask | undefined): number =>
  mask === undefined ? 0 : clipCount(mask.clips) + commandCount(mask.children) + maskCount(mask.mask);

const paintCount = (paint: Paint | undefined): number =>
  paint?.kind === 'pattern' ? commandCount(paint.children) : 0;

const total = <T>(all: readonly T[], count: (one: T) => number): number =>
  all.reduce((sum, one) => sum + count(one), 0);
