import { inTime } from '../../src/geometry/time.ts';
import { finding, type Finding } from '../../src/sketch/finding.ts';
import { lintShape } from '../../src/sketch/lint.ts';
import type { Layer, ShapeGroupLayer, ShapeLayer } from '../../src/sketch/model.ts';
import { outline } from '../../src/sketch/outline.ts';
import { readDocument } from '../../src/sketch/read.ts';
import { fillsByEvenOdd, pathsToReverse, type Kept } from '../../src/sketch/winding.ts';
import { attempt, clock } from './core.ts';
import type { Host } from './host.ts';
import type { Settings } from './settings.ts';

interface SelectedShape {
  readonly layer: ShapeLayer | ShapeGroupLayer;
  readonly where: readonly string[];
}

/** What the selected layers would lose on Android, a line each, and what took too long to tell. */
export function checkSelection(host: Host, settings: Settings): string[] {
  const lines: string[] = [];
  for (const shape of selectedShapes(host)) {
    const complain = (what: string) => lines.push(line(shape.where, what));
    attempt(settings, complain, () => {
      lines.push(...inTime(clock(host, settings), () => findingsOf(shape)).map(lineOf));
    });
  }
  return lines;
}

const line = (where: readonly string[], text: string): string => `${where.join(' / ')}: ${text}`;

const lineOf = ({ where, diagnostic }: Finding): string =>
  line(where, `${diagnostic.message} ${diagnostic.help}`);

export interface WindingOutcome {
  readonly changed: number;
  readonly reversed: number;
  /** A line for each layer that is left: its outlines cross, so that no order of their points fills alike, or are too much. */
  readonly kept: readonly string[];
}

/**
 * Sets even-odd fills of the selection to Non-Zero and reverses the paths that must run the other way, in the open
 * document. A second run finds nothing to do.
 */
export function fixSelection(host: Host, settings: Settings): WindingOutcome {
  let [changed, reversed] = [0, 0];
  const kept: string[] = [];
  for (const shape of selectedShapes(host)) {
    const { layer, where } = shape;
    if (!fillsByEvenOdd(layer)) continue;
    const keep = (what: string) => kept.push(line(where, what));
    attempt(settings, keep, () => {
      const paths = inTime(clock(host, settings), () => reversalsOf(layer));
      if (paths === undefined) return;
      if (typeof paths === 'string') {
        kept.push(lineOf(finding('sketch-crossing', { why: paths }, where)));
        return;
      }
      for (const path of paths) host.reversePath(path.id);
      host.setNonZero(layer.id);
      changed += 1;
      reversed += paths.length;
    });
  }
  return { changed, reversed, kept };
}

function selectedShapes(host: Host): SelectedShape[] {
  const page = { _class: 'page', name: 'Selection', layers: host.selection() };
  const document = { meta: {}, document: {}, pages: [{ file: '', json: page }] };
  const shapes = shapesIn(readDocument(document).pages[0]?.layers ?? [], []);
  // A layer and the group that it is in may both be selected.
  return [...new Map(shapes.map((shape) => [shape.layer.id, shape])).values()];
}

function shapesIn(layers: readonly Layer[], where: readonly string[]): SelectedShape[] {
  return layers
    .filter((layer) => layer.visible)
    .flatMap((layer) => {
      const path = [...where, layer.name];
      if (layer.kind === 'group') return shapesIn(layer.layers, path);
      return layer.kind === 'shape' || layer.kind === 'shape-group' ? [{ layer, where: path }] : [];
    });
}

/** True where Sketch joins outlines, which takes a library too large for a plugin. */
function isJoined(layer: Layer): boolean {
  if (layer.kind !== 'shape-group') return false;
  const parts = layer.layers.filter(({ visible }) => visible);
  return parts.some((part, index) => (index > 0 && part.operation !== 'none') || isJoined(part));
}

/** What Sketch joins fills alike by both rules, if what goes into it does. */
const reversalsOf = (layer: ShapeLayer | ShapeGroupLayer): readonly ShapeLayer[] | Kept | undefined => {
  if (!isJoined(layer)) return pathsToReverse(outlineOf(layer));
  return joinsAlike(layer) ? [] : 'crossing';
};

/** Whether the group's rule changes nothing about the parts that are joined: the first, and those that are not. */
function joinsAlike(layer: Layer): boolean {
  if (layer.kind !== 'shape-group') return layer.kind === 'shape' && needsNoReversal(layer);
  const [first, ...others] = layer.layers.filter(({ visible }) => visible);
  if (first === undefined) return true;
  if (others.some(({ operation }) => operation === 'none')) return !isJoined(layer) && needsNoReversal(layer);
  return joinsAlike(first);
}

function needsNoReversal(layer: ShapeLayer | ShapeGroupLayer): boolean {
  const paths = pathsToReverse(outlineOf(layer));
  return paths === undefined || (typeof paths !== 'string' && paths.length === 0);
}

function findingsOf({ layer, where }: SelectedShape): Finding[] {
  if (!isJoined(layer)) return lintShape({ layer, where, ...outlineOf(layer) });
  const contours = (layer as ShapeGroupLayer).layers.length;
  return fillsByEvenOdd(layer) ? [finding('sketch-even-odd', { contours }, where)] : [];
}

function outlineOf(layer: ShapeLayer | ShapeGroupLayer) {
  return outline(layer, () => {
    throw new Error('outlines are joined only where isJoined says so');
  });
}
