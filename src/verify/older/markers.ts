import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import { insertAfter, replaceValue, setAttribute } from '../../parse/edit.ts';
import { elementsOf, type SvgDocument, type XmlElement } from '../../parse/tree.ts';
import { hullOfCommands } from '../../path/rectangle.ts';
import { parsePathData } from '../../path/parse.ts';
import {
  attribute,
  declarationsOf,
  inheritedValue,
  ownValue,
  plainNumber,
  printDeclarations,
  sheetHas,
  styleWith,
  viewBoxOf,
  type OlderForm,
} from './form.ts';
import { outlineData } from './outlines.ts';

/** A marker that turns back at the start is two: one as it is, and one turned half about its reference point. */
export const turnedStart: OlderForm = {
  feature: 'orient="auto-start-reverse"',
  fixtures: ['painting/marker/orient=auto-start-reverse'],
  rewrite: (document) => {
    const markers = elementsOf(document.root).filter(
      (element) =>
        element.local === 'marker' && attribute(element, 'orient')?.value.trim() === 'auto-start-reverse',
    );
    if (markers.length === 0) return [];
    if (sheetHas(document, /\bmarker\b/)) return 'unknown';
    const edits: TextEdit[] = [];
    for (const marker of markers) {
      const copy = turned(document, marker);
      if (copy === undefined) return 'unknown';
      const orient = attribute(marker, 'orient');
      if (orient !== undefined) edits.push(replaceValue(orient, 'auto'));
      edits.push(insertAfter(marker, copy));
    }
    const ids = new Set(markers.map((marker) => attribute(marker, 'id')?.value));
    for (const element of elementsOf(document.root)) {
      if (ownValue(element, 'marker') !== undefined) return 'unknown';
      for (const one of element.attributes) {
        if (one.name === 'marker-start') edits.push(...toTurned(one.value, ids, (v) => replaceValue(one, v)));
        if (one.name !== 'style' || !one.value.includes('marker-start')) continue;
        const declarations = declarationsOf(one.value).map((declaration) => {
          const value =
            declaration.property === 'marker-start' ? turnedReference(declaration.value, ids) : undefined;
          return value === undefined ? declaration : { ...declaration, value };
        });
        edits.push(replaceValue(one, printDeclarations(declarations)));
      }
    }
    return edits;
  },
};

const SUFFIX = '-turned';

function turnedReference(value: string, ids: ReadonlySet<string | undefined>): string | undefined {
  const id = /^\s*url\(\s*#([^)\s]+)\s*\)\s*$/.exec(value)?.[1];
  return id !== undefined && ids.has(id) ? `url(#${id}${SUFFIX})` : undefined;
}

function toTurned(
  value: string,
  ids: ReadonlySet<string | undefined>,
  edit: (value: string) => TextEdit,
): TextEdit[] {
  const found = turnedReference(value, ids);
  return found === undefined ? [] : [edit(found)];
}

function turned({ text }: SvgDocument, marker: XmlElement): string | undefined {
  const number = (name: string, initial: number): number | undefined => {
    const value = attribute(marker, name)?.value;
    return value === undefined ? initial : plainNumber(value);
  };
  const [x, y, width, height] = [
    number('refX', 0),
    number('refY', 0),
    number('markerWidth', 3),
    number('markerHeight', 3),
  ];
  const id = attribute(marker, 'id')?.value;
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined;
  if (id === undefined || marker.close === undefined) return undefined;
  if (/M(?:in|ax)/.test(attribute(marker, 'preserveAspectRatio')?.value.replace(/xMidYMid/, '') ?? ''))
    return undefined;
  const [left, top, wide, high] = viewBoxOf(marker) ?? [0, 0, width, height];
  const own = {
    id: id + SUFFIX,
    orient: 'auto',
    viewBox: `${2 * x - left - wide} ${2 * y - top - high} ${wide} ${high}`,
  };
  const kept = marker.attributes
    .filter(({ name }) => !Object.keys(own).includes(name))
    .map(({ span }) => text.slice(span.start, span.end));
  const written = Object.entries(own).map(([name, value]) => `${name}="${value}"`);
  const content = text.slice(marker.open.end, marker.close.start);
  return `<${marker.name} ${[...kept, ...written].join(' ')}><g transform="rotate(180 ${x} ${y})">${content}</g></${marker.name}>`;
}

/** Markers of a line that shows nothing itself, which the renderer leaves out with it: it is given a stroke of no opacity. */
export const markersAlone: OlderForm = {
  feature: 'markers of an unpainted line',
  fixtures: [],
  rewrite: (document) => {
    const lines = elementsOf(document.root).filter((element) => hasMarker(element) && isUnpainted(element));
    if (lines.length === 0) return [];
    if (sheetHas(document, /(?:fill|stroke)[\w-]*\s*:/)) return 'unknown';
    const isStyled = lines.some((line) => /\bstroke/.test(attribute(line, 'style')?.value ?? ''));
    if (isStyled) return 'unknown';
    return lines.flatMap((line) => [
      setAttribute(line, 'stroke', '#000'),
      setAttribute(line, 'stroke-opacity', '0'),
    ]);
  },
};

const MARKERS = ['marker', 'marker-start', 'marker-mid', 'marker-end'] as const;

export const hasMarker = (element: XmlElement): boolean =>
  MARKERS.some((name) => (inheritedValue(element, name) ?? 'none') !== 'none') && element.local !== 'g';

const isUnpainted = (element: XmlElement): boolean =>
  inheritedValue(element, 'fill') === 'none' && (inheritedValue(element, 'stroke') ?? 'none') === 'none';

/** Markers beneath the fill: the stroke with its markers is one element, and the fill another over it. */
export const markersBeneath: OlderForm = {
  feature: 'paint-order with markers',
  fixtures: ['painting/paint-order/stroke-markers-fill'],
  rewrite: (document) => {
    if (sheetHas(document, /paint-order\s*:[^;}]*markers/)) return 'unknown';
    const edits: TextEdit[] = [];
    for (const element of elementsOf(document.root)) {
      const order = ownValue(element, 'paint-order') ?? '';
      if (!/markers\s+\S/.test(order)) continue;
      const isPlain = ['opacity', 'mask', 'filter', 'clip-path', 'id'].every(
        (name) => name === 'id' || ownValue(element, name) === undefined,
      );
      const written = attribute(element, 'paint-order');
      const isStyled =
        attribute(element, 'style') !== undefined || element.children.some(({ kind }) => kind === 'element');
      if (order !== 'stroke markers fill' || !isPlain || isStyled || written === undefined) return 'unknown';
      const { start } = element.open;
      const bare = (drop: readonly string[], add: string): string => {
        const kept = element.attributes
          .filter(({ name }) => !drop.includes(name))
          .map(({ span }) => document.text.slice(span.start, span.end));
        return `<${element.name} ${kept.join(' ')} ${add}/>`;
      };
      edits.push({
        span: { start, end: element.span.end },
        text:
          bare(['paint-order', 'fill'], 'fill="none"') +
          bare(
            ['paint-order', 'stroke', 'marker', 'marker-start', 'marker-mid', 'marker-end', 'id'],
            'stroke="none" marker-start="none" marker-mid="none" marker-end="none"',
          ),
      });
    }
    return edits;
  },
};

/**
 * A marker cuts what it shows to its viewport, and the renderer softens an edge that runs along the cut twice. Where
 * the shapes have no stroke and lie within, nothing is cut.
 */
export const uncutMarkers: OlderForm = {
  feature: 'the overflow of a marker',
  fixtures: [],
  // A marker that is left cut is drawn as well as the renderer can.
  rewrite: (document) =>
    elementsOf(document.root)
      .filter((element) => element.local === 'marker' && isWithin(element))
      .map((marker) => setAttribute(marker, 'style', styleWith(marker, { overflow: 'visible' }))),
};

function isWithin(marker: XmlElement): boolean {
  const [width = 3, height = 3] = ['markerWidth', 'markerHeight'].map((name) =>
    plainNumber(attribute(marker, name)?.value ?? '3'),
  );
  const [left, top, wide, high] = viewBoxOf(marker) ?? [0, 0, width, height];
  return elementsOf(marker).every((element) => {
    if (element === marker) return true;
    const data = outlineData(element);
    const isStroked = (inheritedValue(element, 'stroke') ?? 'none') !== 'none';
    if (data === undefined || isStroked || ownValue(element, 'transform') !== undefined) return false;
    const hull = hullOfCommands(parsePathData(data).commands.map(({ command }) => command));
    if (hull === undefined) return false;
    return hull.minX >= left && hull.minY >= top && hull.maxX <= left + wide && hull.maxY <= top + high;
  });
}
