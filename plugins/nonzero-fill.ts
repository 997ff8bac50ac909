import type { CustomPlugin, PluginInfo, XastRoot } from 'svgo';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { parseSvg } from '../src/parse/svg.ts';
import { repairSource } from '../src/repair/source.ts';
import { printTree, readTree } from './tree.ts';

/** Something that was left even-odd, and why. */
export interface Leftover extends Pick<Diagnostic, 'code' | 'message' | 'help' | 'url'> {
  /** The opening tag of the element, as svgo prints it. */
  readonly element: string;
}

export interface NonzeroFillParams {
  /** Decimals of new coordinates; without it, as many as the proof needs. */
  readonly precision?: number;
  /**
   * Told after each pass what is left even-odd, with the file's path where svgo knows it; an empty list when all is
   * done. In multipass the last call for a file counts.
   */
  readonly report?: (leftovers: readonly Leftover[], info: PluginInfo) => void;
}

/**
 * svgo plugin: every even-odd fill and clip becomes nonzero, wherever the rule is said; what cannot be proven the same
 * stays as it is, which `report` is told. Running it twice changes nothing.
 *
 * svgo hands plugins a tree without positions, so it is printed, repaired as text and, if that changed it, read again.
 */
export const nonzeroFill = {
  name: 'nonzeroFill',
  fn: (root: XastRoot, { report, ...options }: NonzeroFillParams, info: PluginInfo) => {
    const { document, diagnostics } = parseSvg(printTree(root));
    if (document === undefined) {
      report?.(leftoversOf(diagnostics, ''), info);
      return null;
    }
    const { text, diagnostics: found } = repairSource(document, options);
    if (text !== document.text) root.children = readTree(text).children;
    report?.(leftoversOf(found, document.text), info);
    return null;
  },
} satisfies CustomPlugin<NonzeroFillParams>;

function leftoversOf(diagnostics: readonly Diagnostic[], source: string): Leftover[] {
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message, help, url, span }) => ({
      code,
      message,
      help,
      url,
      element: source.slice(span.start, span.end),
    }));
}
