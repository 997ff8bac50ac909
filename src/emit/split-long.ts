import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { VectorNode, VectorPath } from './android-tree.ts';
import { clustersOf, packed } from './part-path.ts';
import type { VectorPrinter } from './vector-print.ts';

/**
 * UTF-8 bytes of a string that a resource can hold. aapt2 replaces a longer one by STRING_TOO_LARGE and still succeeds;
 * the app then crashes when it inflates the drawable.
 */
export const MOST_BYTES = 32_767;

/** Characters above which Android's lint (VectorPath) warns. */
const LINT_LENGTH = 800;

/** `nodes` with paths taken apart whose data is too long. What cannot be taken apart is reported and left whole. */
export function splitLong(
  nodes: readonly VectorNode[],
  printer: VectorPrinter,
  forLint: boolean,
  diagnostics: Diagnostic[],
): VectorNode[] {
  return nodes.flatMap((node): VectorNode[] => {
    const clips = node.kind === 'clip' ? [node.commands] : node.kind === 'group' ? node.clips : [];
    for (const commands of clips)
      if (printer.mostCharacters({ commands }) > MOST_BYTES && printer.clipData(commands).length > MOST_BYTES)
        diagnostics.push(diagnostic('string-too-long', {}, { start: 0, end: 0 }));
    if (node.kind === 'group')
      return [{ ...node, children: splitLong(node.children, printer, forLint, diagnostics) }];
    if (node.kind === 'clip') return [node];
    const parts = splitOne(node, printer, forLint, diagnostics);
    if (parts.length === 1 || node.name === undefined) return parts;
    // One name means one thing to an animation: the parts share a group that has it.
    const { name, ...nameless } = node;
    const children = parts.map(({ commands }) => ({ ...nameless, commands }));
    return [{ kind: 'group', name, clips: [], children }];
  });
}

function splitOne(
  path: VectorPath,
  printer: VectorPrinter,
  forLint: boolean,
  diagnostics: Diagnostic[],
): VectorPath[] {
  const most = forLint ? LINT_LENGTH : MOST_BYTES;
  if (printer.mostCharacters(path) <= most) return [path];
  const exactly = (part: VectorPath): number => printer.lengthWithin(part, MOST_BYTES);
  const shortened = (part: VectorPath): number => printer.shortenedWithin(part, MOST_BYTES);
  const whole = exactly(path);
  if (whole <= most) return [path];
  const clusters = clustersOf(path);
  const parts = splitWithin(clusters, exactly, most);
  if (parts !== undefined) return parts;
  // Lint's limit is a wish: below the hard one the whole path will do.
  if (whole <= MOST_BYTES) return [path];
  const fallback =
    (forLint ? splitWithin(clusters, exactly, MOST_BYTES) : undefined) ??
    (printer.mayShorten ? splitWithin(clusters, shortened, MOST_BYTES) : undefined);
  if (fallback !== undefined) return fallback;
  if (!printer.mayShorten || shortened(path) > MOST_BYTES)
    diagnostics.push(diagnostic('string-too-long', {}, path.span));
  return [path];
}

/** Of what is searched for the shortest text, the whole may come out longer than its parts did: then with room to spare. */
function splitWithin(
  clusters: readonly VectorPath[],
  length: (part: VectorPath) => number,
  most: number,
): VectorPath[] | undefined {
  if (clusters.length === 1) return undefined;
  for (const share of [1, 0.9, 0.7, 0.4]) {
    const parts = packed(clusters, length, most * share);
    if (parts === undefined || parts.every((part) => length(part) <= most)) return parts;
  }
  return undefined;
}
