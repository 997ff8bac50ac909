import type { Icon, Node } from '../ir.ts';

/**
 * An icon of more path commands is left as the repair made it: svgo, the repair of what it writes and the proofs of that
 * would take minutes among them, and nobody draws so many.
 */
const MOST_COMMANDS = 15_000;

/** Why nothing was optimized, where the work budget ran out before the proof of it was done. */
export const TOO_MUCH_WORK = 'its outlines cross too often';

/** Why svgo is not asked; undefined where it is. */
export function tooManyCommands({ children }: Icon): string | undefined {
  const commands = commandCount(children);
  return commands > MOST_COMMANDS ? `the icon has ${commands} path commands` : undefined;
}

const commandCount = (nodes: readonly Node[]): number =>
  nodes.reduce(
    (sum, node) => sum + (node.kind === 'shape' ? node.path.commands.length : commandCount(node.children)),
    0,
  );
