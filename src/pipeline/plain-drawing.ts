import type { Icon, Node, Paint, Stroke } from '../ir.ts';
import { longestPathData } from '../path/length-bound.ts';
import { precisionFor } from '../path/precision.ts';

/** Of path data, and of an icon in dp: less than what Android's tools speak of. */
const SHORT = 32_767;
const SMALL = 200;

/**
 * True for an icon of whose lowering and emitting nothing is ever said: opaque or translucent shapes in plain colors,
 * filled by nonzero or stroked by solid lines, where they stand or moved, none of them long. Most icons are that, and to
 * find it out takes a tenth of the conversion. False says nothing.
 */
export function isPlainDrawing({ size, viewport, children }: Icon): boolean {
  const { decimals } = precisionFor(viewport);
  return Math.max(size.width, size.height) <= SMALL && children.every((node) => isPlainShape(node, decimals));
}

function isPlainShape(node: Node, decimals: number): boolean {
  if (node.kind === 'group') return false;
  const { path, transform, fill, stroke } = node;
  const isMoved = transform.a === 1 && transform.b === 0 && transform.c === 0 && transform.d === 1;
  if (!isMoved) return false;
  if (fill !== undefined && !(fill.rule === 'nonzero' && isSolid(fill.paint))) return false;
  if (stroke !== undefined && !isPlainStroke(stroke)) return false;
  const moved = Math.max(Math.abs(transform.e), Math.abs(transform.f));
  return longestPathData(path.commands, decimals, moved) <= SHORT;
}

const isSolid = (paint: Paint): boolean => paint.kind === 'solid';

const isPlainStroke = ({ paint, dashes, join, nonScaling }: Stroke): boolean =>
  isSolid(paint) && dashes.length === 0 && join !== 'miter-clip' && !nonScaling;
