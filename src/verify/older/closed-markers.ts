import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import type { Segment } from '../../geometry/contour.ts';
import type { Point } from '../../geometry/point.ts';
import { escapeValue } from '../../parse/edit.ts';
import { elementsOf, type SvgDocument, type XmlElement } from '../../parse/tree.ts';
import type { ArcCommand, Command } from '../../path/command.ts';
import { parsePathData } from '../../path/parse.ts';
import {
  attribute,
  byId,
  declarationsOf,
  inheritedValue,
  ownValue,
  plainNumber,
  printDeclarations,
  styleWith,
  type OlderForm,
} from './form.ts';
import { contoursOf, OUTLINE_ATTRIBUTES, outlineData } from './outlines.ts';

/**
 * The renderer takes the vertex where a subpath closes for an end, and turns its markers along one side. Each marker of
 * such a path is put on a short line of its own that bends there as the path does.
 */
export const closedMarkers: OlderForm = {
  feature: 'markers where a subpath closes',
  fixtures: [],
  rewrite: (document) => {
    const edits: TextEdit[] = [];
    for (const element of elementsOf(document.root)) {
      if (!isTurned(document, element)) continue;
      const group = withMarkersApart(document, element);
      if (group === undefined) return 'unknown';
      edits.push({ span: element.span, text: group });
    }
    return edits;
  },
};

const PLACES = ['marker-start', 'marker-mid', 'marker-end'] as const;
const CLOSED = /^(?:path|polygon|circle|ellipse|rect)$/;

const markerOf = (document: SvgDocument, element: XmlElement, place: string): XmlElement | undefined =>
  byId(document, /^url\(\s*["']?#([^)"'\s]+)["']?\s*\)$/.exec(inheritedValue(element, place) ?? '')?.[1]);

/** Whether a marker that turns with its path may stand where that path closes. */
function isTurned(document: SvgDocument, element: XmlElement): boolean {
  if (!CLOSED.test(element.local) || element.parent?.local === 'clipPath') return false;
  if (element.local === 'path' && !/z/i.test(attribute(element, 'd')?.value ?? '')) return false;
  return PLACES.some((place) => {
    const marker = markerOf(document, element, place);
    return marker !== undefined && /^\s*auto/.test(attribute(marker, 'orient')?.value ?? '');
  });
}

/** What makes one picture of a shape and its markers. */
const OF_THE_WHOLE =
  /^(?:id|opacity|transform|transform-origin|transform-box|mix-blend-mode|isolation|display)$/;

function withMarkersApart(document: SvgDocument, element: XmlElement): string | undefined {
  const data = markedOutline(element);
  const vertices = data === undefined ? undefined : verticesOf(data);
  const isPlain =
    ['clip-path', 'mask', 'filter'].every((name) => /^none$/.test(ownValue(element, name) ?? 'none')) &&
    !/markers/.test(inheritedValue(element, 'paint-order') ?? '') &&
    element.children.every(({ kind }) => kind !== 'element');
  if (vertices === undefined || !isPlain) return undefined;

  const written = (kept: (name: string) => boolean): string =>
    element.attributes
      .filter(({ name }) => name !== 'style' && kept(name))
      .map(({ span }) => ` ${document.text.slice(span.start, span.end)}`)
      .join('');
  const style = (kept: (name: string) => boolean, more: Readonly<Record<string, string>> = {}): string => {
    const own = declarationsOf(styleWith(element, more)).filter(({ property }) => kept(property));
    return ` style="${escapeValue(printDeclarations(own))}"`;
  };
  const isWhole = (name: string): boolean => OF_THE_WHOLE.test(name);
  const isPart = (name: string): boolean => !isWhole(name);
  const unmarked = { 'marker-start': 'none', 'marker-mid': 'none', 'marker-end': 'none' };
  const isPen = (name: string): boolean => isPart(name) && !OUTLINE_ATTRIBUTES.has(name);
  const bearers = vertices.flatMap((vertex, index) => {
    const places = [
      ...(index === 0 ? ['marker-start'] : []),
      ...(index > 0 && index < vertices.length - 1 ? ['marker-mid'] : []),
      ...(index === vertices.length - 1 ? ['marker-end'] : []),
    ];
    return places
      .filter((place) => markerOf(document, element, place) !== undefined)
      .map((place) => {
        const value = inheritedValue(element, place) ?? 'none';
        const unseen = { fill: 'none', stroke: '#000', 'stroke-opacity': '0', 'stroke-dasharray': 'none' };
        const bearer = style(isPen, { ...unmarked, ...unseen, 'marker-mid': value });
        return `<${prefixOf(element)}path${written(isPen)}${bearer} d="${bent(vertex)}"/>`;
      });
  });
  const shape = `<${element.name}${written(isPart)}${style(isPart, unmarked)}/>`;
  const group = `${prefixOf(element)}g`;
  return `<${group}${written(isWhole)}${style(isWhole)}>${shape}${bearers.join('')}</${group}>`;
}

const prefixOf = ({ name, local }: XmlElement): string => name.slice(0, name.length - local.length);

/** Circles bear a marker at each quarter. */
function markedOutline(element: XmlElement): string | undefined {
  if (element.local !== 'circle' && element.local !== 'ellipse') return outlineData(element);
  const [cx, cy, r, rx, ry] = ['cx', 'cy', 'r', 'rx', 'ry'].map((name) =>
    plainNumber(attribute(element, name)?.value ?? '0'),
  );
  const [across, down] = element.local === 'circle' ? [r, r] : [rx, ry];
  if (cx === undefined || cy === undefined || across === undefined || down === undefined) return undefined;
  const to = (x: number, y: number): string => `A${across} ${down} 0 0 1 ${cx + x * across} ${cy + y * down}`;
  return `M${cx + across} ${cy}${to(0, 1)}${to(-1, 0)}${to(0, -1)}${to(1, 0)}Z`;
}

/** A vertex of a path: where it is, and the unit vectors in which the path comes and goes. */
interface Bend {
  readonly at: Point;
  readonly comes?: Point | undefined;
  readonly goes?: Point | undefined;
}

/** A line through the vertex with a bend as the path has there. */
function bent({ at, comes, goes }: Bend): string {
  const [into, out] = [comes ?? goes ?? { x: 1, y: 0 }, goes ?? comes ?? { x: 1, y: 0 }];
  return `M${at.x - into.x} ${at.y - into.y}L${at.x} ${at.y}L${at.x + out.x} ${at.y + out.y}`;
}

/** A piece of a path between two vertices; without directions where it has no length. */
interface Piece {
  readonly to: Point;
  readonly closes: boolean;
  readonly starts?: Point | undefined;
  readonly ends?: Point | undefined;
}

/** More are no icon, and take the renderer long. */
const MOST = 500;

function verticesOf(data: string): readonly Bend[] | undefined {
  const commands = parsePathData(data).commands.map(({ command }) => command);
  if (commands.length > MOST) return undefined;
  // From one moveto to the next, with all that closes between.
  const runs: { readonly start: Point; readonly pieces: Piece[] }[] = [];
  let [at, start] = [
    { x: 0, y: 0 },
    { x: 0, y: 0 },
  ];
  for (const command of commands) {
    if (command.kind === 'move') {
      at = start = command.to;
      runs.push({ start, pieces: [] });
      continue;
    }
    const piece = pieceOf(command, at, start);
    runs[runs.length - 1]?.pieces.push(piece);
    at = piece.to;
  }
  return runs.flatMap((run) => bendsOf(run.start, run.pieces));
}

function pieceOf(command: Exclude<Command, { kind: 'move' }>, from: Point, start: Point): Piece {
  const closes = command.kind === 'close';
  const to = closes ? start : command.to;
  if (command.kind === 'arc') {
    const { rx, ry, rotation, large, sweep } = command;
    const flags = `${large ? 1 : 0} ${sweep ? 1 : 0}`;
    const [contour] = contoursOf(`M${from.x} ${from.y}A${rx} ${ry} ${rotation} ${flags} ${to.x} ${to.y}`);
    const polygon = contour?.segments.flatMap((one) => [one.from, ...handlesOf(one), one.to]) ?? [];
    return { to, closes, ...directionsOf(polygon) };
  }
  return { to, closes, ...directionsOf([from, ...(closes ? [] : handlesOf(command)), to]) };
}

function handlesOf(drawn: Segment | Exclude<Command, ArcCommand>): readonly Point[] {
  if (drawn.kind === 'quad') return [drawn.control];
  return drawn.kind === 'cubic' ? [drawn.control1, drawn.control2] : [];
}

/** Which way a curve leaves the first point of its control polygon, and comes to the last: where the next other one is. */
function directionsOf(polygon: readonly Point[]): { starts?: Point | undefined; ends?: Point | undefined } {
  const [first, last] = [polygon[0] as Point, polygon[polygon.length - 1] as Point];
  const unit = (from: Point, to: Point): Point | undefined => {
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    return length > 1e-12 ? { x: (to.x - from.x) / length, y: (to.y - from.y) / length } : undefined;
  };
  const starts = polygon.map((point) => unit(first, point)).find((one) => one !== undefined);
  const ends = [...polygon].reverse().map((point) => unit(point, last));
  return { starts, ends: ends.find((one) => one !== undefined) };
}

/**
 * What has no length goes on as what is before it in its subpath, or at its start as what follows.
 *
 * @see https://www.w3.org/TR/SVG2/painting.html#RenderingMarkers
 */
function bendsOf(start: Point, pieces: readonly Piece[]): Bend[] {
  const points = [start, ...pieces.map(({ to }) => to)];
  const came: (Point | undefined)[] = [undefined];
  for (const { ends } of pieces) came.push(ends ?? came[came.length - 1]);
  const goesOn: (Point | undefined)[] = Array.from({ length: points.length });
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    const { starts, closes } = pieces[index] as Piece;
    goesOn[index] = starts ?? (closes ? came[index] : goesOn[index + 1]) ?? came[index];
  }
  const bends = points.map((at, index): Bend => ({ at, comes: came[index], goes: goesOn[index] }));
  let first = 0;
  for (const [index, { closes }] of pieces.entries()) {
    if (!closes) continue;
    const [opening, closing] = [bends[first] as Bend, bends[index + 1] as Bend];
    if (first === 0) bends[0] = turnedBack({ ...opening, comes: closing.comes }, 'goes');
    const onward =
      closing.goes ?? (index === pieces.length - 1 ? (goesOn[first] ?? closing.comes) : closing.comes);
    bends[index + 1] = turnedBack({ ...closing, goes: onward }, 'comes');
    first = index + 1;
  }
  return bends;
}

/** Between opposite directions there is none half way: where a path closes and turns back, it has two ends. */
function turnedBack(bend: Bend, side: 'comes' | 'goes'): Bend {
  const { at, comes, goes } = bend;
  if (comes === undefined || goes === undefined) return bend;
  const isOpposite = Math.hypot(comes.x + goes.x, comes.y + goes.y) < 1e-9;
  return isOpposite ? { at, comes: bend[side], goes: bend[side] } : bend;
}
