import type { Span } from '../diagnostics/span.ts';
import type { Clip, Icon, Mask, Node, Paint } from '../ir.ts';

export interface EvenOdd {
  readonly rule: 'fill-rule' | 'clip-rule';
  readonly span: Span;
}

/** Everything that goes by even-odd in an icon: its fills and clips, those in masks and patterns too. */
export function evenOddSpans(icon: Icon): EvenOdd[] {
  return icon.children.flatMap(inNode);
}

function inNode(node: Node): EvenOdd[] {
  if (node.kind === 'group')
    return [...node.clips.flatMap(inClip), ...inMask(node.mask), ...node.children.flatMap(inNode)];
  const { fill, stroke, span } = node;
  const own: EvenOdd[] = fill?.rule === 'evenodd' ? [{ rule: 'fill-rule', span }] : [];
  return [...own, ...inPaint(fill?.paint), ...inPaint(stroke?.paint)];
}

function inClip({ shapes }: Clip): EvenOdd[] {
  return shapes.flatMap(({ rule, span, clips }): EvenOdd[] => [
    ...(rule === 'evenodd' ? [{ rule: 'clip-rule' as const, span }] : []),
    ...clips.flatMap(inClip),
  ]);
}

function inMask(mask: Mask | undefined): EvenOdd[] {
  if (mask === undefined) return [];
  return [...mask.clips.flatMap(inClip), ...mask.children.flatMap(inNode), ...inMask(mask.mask)];
}

function inPaint(paint: Paint | undefined): EvenOdd[] {
  return paint?.kind === 'pattern' ? paint.children.flatMap(inNode) : [];
}
