import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser';
import type { TextEdit } from '../diagnostics/diagnostic.ts';
import { InvariantError } from '../errors.ts';
import { applyEdits } from '../parse/edit.ts';
import type { Layer, ShapeLayer } from './model.ts';

/** What is to be changed about one shape. */
export interface ShapeChange {
  /** Gets the nonzero rule. */
  readonly layer: Layer;
  /** Paths whose points are to run the other way; all in the same file as `layer`. */
  readonly reverse: readonly ShapeLayer[];
}

/**
 * The JSON `text` of a document's file with `changes` made in place: every byte outside the values that change stays,
 * the notation of numbers included.
 */
export function editShapes(text: string, changes: readonly ShapeChange[]): string {
  const tree = parseTree(text);
  if (tree === undefined) throw new InvariantError('sketch', 'the text is no JSON any more');
  const edits = changes.flatMap(({ layer, reverse }) => [
    ...ruleEdits(nodeOf(tree, layer), layer),
    ...reverse.flatMap((path) => reversalEdits(text, nodeOf(tree, path), path.closed)),
  ]);
  return applyEdits(text, edits);
}

function nodeOf(tree: Node, layer: Layer): Node {
  const node = findNodeAtLocation(tree, [...layer.source.pointer]);
  if (node === undefined) throw new InvariantError('sketch', `no layer at ${layer.source.pointer.join('/')}`);
  return node;
}

const NONZERO = '0';

function ruleEdits(node: Node, layer: Layer): TextEdit[] {
  const members = layer.style.ruleMembers;
  if (members.length > 0) {
    return members.map((path) => ({ span: spanOf(member(node, path)), text: NONZERO }));
  }
  // A format that leaves defaults out: the rule goes in front of the style's other members.
  const { offset, children } = member(node, ['style']);
  const text = `"windingRule":${NONZERO}${children === undefined || children.length === 0 ? '' : ','}`;
  return [{ span: { start: offset + 1, end: offset + 1 }, text }];
}

/** A closed path keeps its first point. Every point's two handles change places. */
function reversalEdits(text: string, node: Node, isClosed: boolean): TextEdit[] {
  const list = findNodeAtLocation(node, ['points']) ?? member(node, ['path', 'points']);
  const points = list.children ?? [];
  const reversed = points.map((point) => swapHandles(text, point)).reverse();
  const first = isClosed ? reversed.pop() : undefined;
  const texts = first === undefined ? reversed : [first, ...reversed];
  return points.map((point, index) => ({ span: spanOf(point), text: texts[index] as string }));
}

const HANDLES = [
  ['curveFrom', 'curveTo'],
  ['hasCurveFrom', 'hasCurveTo'],
] as const;

function swapHandles(text: string, point: Node): string {
  const edits: TextEdit[] = [];
  for (const [a, b] of HANDLES) {
    const first = findNodeAtLocation(point, [a]);
    const second = findNodeAtLocation(point, [b]);
    if (first === undefined || second === undefined) continue;
    edits.push({ span: relativeTo(point, first), text: textOf(text, second) });
    edits.push({ span: relativeTo(point, second), text: textOf(text, first) });
  }
  return applyEdits(textOf(text, point), edits);
}

function member(node: Node, path: readonly string[]): Node {
  const found = findNodeAtLocation(node, [...path]);
  if (found === undefined) throw new InvariantError('sketch', `no member ${path.join('.')}`);
  return found;
}

const spanOf = ({ offset, length }: Node) => ({ start: offset, end: offset + length });

const relativeTo = (outer: Node, { offset, length }: Node) => ({
  start: offset - outer.offset,
  end: offset - outer.offset + length,
});

const textOf = (text: string, { offset, length }: Node): string => text.slice(offset, offset + length);
