import {
  boundsOf,
  boundsOfSize,
  EMPTY_BOUNDS,
  grow,
  intersectBounds,
  isEmptyBounds,
  uniteBounds,
  type Bounds,
} from '../geometry/bounds.ts';
import { IDENTITY, invert, multiply, translation, type Matrix } from '../geometry/matrix.ts';
import type { Size } from '../geometry/point.ts';
import type { Icon, Node } from '../ir.ts';
import type { JoinRegions } from './boolean.ts';
import { Drawing, type DrawnShape } from './draw.ts';
import { finding, type Finding } from './finding.ts';
import type { GroupLayer, Layer, Page, SketchDocument } from './model.ts';
import { placeLayer } from './place.ts';

/** One layer with export settings, drawn. */
export interface SketchExport {
  /** What Sketch would call the file, without an extension; a slash makes a folder. */
  readonly name: string;
  /** Page, artboard, groups, layer. */
  readonly where: readonly string[];
  /** Absent when it has nothing to show. */
  readonly icon?: Icon;
  /** What of it cannot be carried over, and what to know. */
  readonly findings: readonly Finding[];
  readonly shapes: readonly DrawnShape[];
}

/** An exportable layer and what is around it. */
export interface Exportable {
  readonly layer: Layer;
  readonly page: Page;
  /** The layers from the page down to `layer`'s parent. */
  readonly parents: readonly Layer[];
}

/**
 * Every layer that has export settings, in the document's order; what is hidden exports nothing.
 *
 * Where no layer has any, whoever has only the document still wants its icons: each page's artboards and symbols, or
 * on a page without them each layer at the top.
 */
export function exportables(document: SketchDocument): {
  readonly found: readonly Exportable[];
  readonly chosen: 'marked' | 'unmarked';
} {
  const found = marked(document);
  if (found.length > 0) return { found, chosen: 'marked' };
  const unmarked = document.pages.flatMap((page) => {
    const visible = page.layers.filter((layer) => layer.visible);
    const boards = visible.filter(isBoard);
    return (boards.length > 0 ? boards : visible).map((layer) => ({ layer, page, parents: [] }));
  });
  return { found: unmarked, chosen: 'unmarked' };
}

function marked(document: SketchDocument): Exportable[] {
  const found: Exportable[] = [];
  const visit = (layers: readonly Layer[], page: Page, parents: readonly Layer[]): void => {
    for (const layer of layers) {
      if (!layer.visible && layer.kind !== 'slice') continue;
      if (layer.exportFormats.length > 0) found.push({ layer, page, parents });
      if (layer.kind === 'group') visit(layer.layers, page, [...parents, layer]);
    }
  };
  for (const page of document.pages) visit(page.layers, page, []);
  return found;
}

/**
 * Draws `exportable` as Sketch exports it at 1x: an artboard, symbol, instance or slice at its frame, any other layer at the box
 * of what can be seen of it, rounded out to whole points. Formats and scales of the export settings are not looked
 * at: whoever has only the document wants the vector.
 */
export function drawExport(
  document: SketchDocument,
  exportable: Exportable,
  join: JoinRegions,
): SketchExport {
  const { layer, page, parents } = exportable;
  const where = [page.name, ...parents.map((parent) => parent.name), layer.name];
  const name = exportName(layer);
  const toPage = [...parents, layer].reduce((matrix, each) => multiply(matrix, placeLayer(each)), IDENTITY);
  const isFramed = layer.kind === 'slice' || layer.kind === 'instance' || isBoard(layer);
  const toFrame = isFramed ? (invert(toPage) ?? IDENTITY) : IDENTITY;
  const frame = boundsOfSize(layer.frame);

  // Once to see how large it is, and once more where that moves it.
  let { drawing, nodes } = draw(document, exportable, join, toFrame, where);
  const seen = nodesBounds(nodes);
  const visible = isFramed ? intersectBounds(seen, frame) : seen;
  const box = isFramed && !layer.exportOptions.trim ? frame : roundedOut(visible);
  if (isEmptyBounds(visible) || !(box.maxX > box.minX && box.maxY > box.minY)) {
    const { findings, shapes } = drawing;
    const isExplained = findings.some(({ diagnostic }) => diagnostic.effect === 'refused');
    const why = isExplained ? findings : [finding('sketch-empty', {}, where), ...findings];
    return { name, where, findings: why, shapes };
  }
  if (box.minX !== 0 || box.minY !== 0) {
    const moved = multiply(translation(-box.minX, -box.minY), toFrame);
    ({ drawing, nodes } = draw(document, exportable, join, moved, where));
  }
  const viewport = { width: box.maxX - box.minX, height: box.maxY - box.minY };
  const children = layer.kind === 'slice' ? nodes.filter((node) => overlaps(node, viewport)) : nodes;
  const icon: Icon = { size: viewport, viewport, opacity: 1, children };
  const { findings, shapes } = drawing;
  return { name, where, icon, findings, shapes };
}

/** What `exportable` shows, drawn in the space that `fromPage` leads to from the page. */
function draw(
  document: SketchDocument,
  exportable: Exportable,
  join: JoinRegions,
  fromPage: Matrix,
  where: readonly string[],
) {
  const { layer, page, parents } = exportable;
  const drawing = new Drawing(document, join);
  const place = (layers: readonly Layer[]): Matrix =>
    layers.reduce((matrix, each) => multiply(matrix, placeLayer(each)), fromPage);
  if (layer.kind !== 'slice') {
    const matrix = place([...parents, layer]);
    const nodes = isBoard(layer) ? drawing.board(layer, matrix, where) : drawing.layer(layer, matrix, where);
    return { drawing, nodes };
  }
  // A slice shows the group it is in, if told so, or else all of its artboard or page, over its own background.
  const { background } = layer;
  const behind =
    background === undefined ? [] : [drawing.solid(layer, place([...parents, layer]), background, where)];
  let count = parents.length;
  if (!layer.exportOptions.groupContentsOnly) {
    while (count > 0 && !isBoard(parents[count - 1] as Layer)) count -= 1;
  }
  const parent = parents[count - 1];
  const outer = [page.name, ...parents.slice(0, count).map((each) => each.name)];
  if (parent === undefined)
    return { drawing, nodes: [...behind, ...drawing.list(page.layers, fromPage, [page.name])] };
  const matrix = place(parents.slice(0, count));
  const nodes = isBoard(parent) ? drawing.board(parent, matrix, outer) : drawing.layer(parent, matrix, outer);
  return { drawing, nodes: [...behind, ...nodes] };
}

/** True for an artboard, frame or symbol: what has a drawing surface of its own. */
function isBoard(layer: Layer): layer is GroupLayer {
  return layer.kind === 'group' && layer.className !== 'group';
}

/** The layer's name with the suffix or prefix of its first vector format, or else as it is. */
function exportName(layer: Layer): string {
  const format = layer.exportFormats.find((each) => each.format === 'svg');
  if (format === undefined || format.name === '') return layer.name;
  return format.prefix ? format.name + layer.name : layer.name + format.name;
}

function nodesBounds(nodes: readonly Node[]): Bounds {
  return nodes.map(nodeBounds).reduce(uniteBounds, EMPTY_BOUNDS);
}

/** The box of what `node` paints; a clip's box cuts it. */
function nodeBounds(node: Node): Bounds {
  if (node.kind === 'shape') {
    const box = boundsOf(node.path.contours);
    const { stroke } = node;
    return stroke === undefined || isEmptyBounds(box) ? box : grow(box, stroke.width / 2);
  }
  const clips = node.clips.map((clip) => boundsOf(clip.shapes.flatMap((shape) => shape.path.contours)));
  return clips.reduce(intersectBounds, nodesBounds(node.children));
}

function overlaps(node: Node, size: Size): boolean {
  return !isEmptyBounds(intersectBounds(nodeBounds(node), boundsOfSize(size)));
}

/** Sketch writes coordinates that miss whole points by rounding; such a miss must not add a point. */
const NEARLY = 1e-3;

const roundedOut = (b: Bounds): Bounds => ({
  minX: Math.floor(b.minX + NEARLY),
  minY: Math.floor(b.minY + NEARLY),
  maxX: Math.ceil(b.maxX - NEARLY),
  maxY: Math.ceil(b.maxY - NEARLY),
});
