import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import { escapeValue } from '../../parse/edit.ts';
import { elementsOf, type SvgDocument, type XmlElement } from '../../parse/tree.ts';
import { bendsOf, type Bend } from './bends.ts';
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
import { OUTLINE_ATTRIBUTES, outlineData } from './outlines.ts';

/**
 * The renderer takes the vertex where a subpath closes for an end, and turns its markers along one side; those at an arc
 * it turns some degrees off. Each marker of such a path is put on a short line of its own that bends there as the path
 * does.
 */
export const closedMarkers: OlderForm = {
  feature: 'markers where a subpath closes, and at arcs',
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

/** Whether a marker that turns with its path may stand where that path closes, or at an arc. */
function isTurned(document: SvgDocument, element: XmlElement): boolean {
  if (!CLOSED.test(element.local) || element.parent?.local === 'clipPath') return false;
  if (element.local === 'path' && !/[az]/i.test(attribute(element, 'd')?.value ?? '')) return false;
  return PLACES.some((place) => {
    const marker = markerOf(document, element, place);
    return marker !== undefined && /^\s*auto/.test(attribute(marker, 'orient')?.value ?? '');
  });
}

/** What makes one picture of a shape and its markers. */
const OF_THE_WHOLE =
  /^(?:id|opacity|transform|transform-origin|transform-box|mix-blend-mode|isolation|display)$/;

const isWhole = (name: string): boolean => OF_THE_WHOLE.test(name);
const isPart = (name: string): boolean => !isWhole(name);

function withMarkersApart(document: SvgDocument, element: XmlElement): string | undefined {
  const data = markedOutline(element);
  const vertices = data === undefined ? undefined : bendsOf(data);
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
        return `<${prefixOf(element)}path${written(isPen)}${bearer} d="${bent(turnedBack(vertex))}"/>`;
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

/** A line through the vertex with a bend as the path has there. */
function bent({ at, comes, goes }: Bend): string {
  const [into, out] = [comes ?? goes ?? { x: 1, y: 0 }, goes ?? comes ?? { x: 1, y: 0 }];
  return `M${at.x - into.x} ${at.y - into.y}L${at.x} ${at.y}L${at.x + out.x} ${at.y + out.y}`;
}

/** Between opposite directions there is none half way: where a path closes and turns back, it has two ends. */
function turnedBack({ at, comes, goes, joint }: Bend): Bend {
  if (comes === undefined || goes === undefined || joint === undefined) return { at, comes, goes };
  const isOpposite = Math.hypot(comes.x + goes.x, comes.y + goes.y) < 1e-9;
  const only = joint === 'first' ? goes : comes;
  return isOpposite ? { at, comes: only, goes: only } : { at, comes, goes };
}
