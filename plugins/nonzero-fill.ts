import type { CustomPlugin, XastRoot } from 'svgo';
import { parseSvg } from '../src/parse/svg.ts';
import { repairSource } from '../src/repair/source.ts';
import { printTree, readTree } from './tree.ts';

export interface NonzeroFillParams {
  /** Decimals of new coordinates; without it, as many as the proof needs. */
  readonly precision?: number;
}

/**
 * svgo plugin: every even-odd fill and clip becomes nonzero, wherever the rule is said; what cannot be proven the same
 * stays as it is. Running it twice changes nothing.
 *
 * svgo hands plugins a tree without positions, so it is printed, repaired as text and, if that changed it, read again.
 */
export const nonzeroFill = {
  name: 'nonzeroFill',
  fn: (root: XastRoot, params: NonzeroFillParams) => {
    const { document } = parseSvg(printTree(root));
    if (document === undefined) return null;
    const { text } = repairSource(document, params);
    if (text !== document.text) root.children = readTree(text).children;
    return null;
  },
} satisfies CustomPlugin<NonzeroFillParams>;
