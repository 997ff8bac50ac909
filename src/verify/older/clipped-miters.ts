import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import type { Point } from '../../geometry/point.ts';
import { elementsOf, type SvgDocument, type XmlElement } from '../../parse/tree.ts';
import { bendsOf, type Bend } from './bends.ts';
import { hasUses, inheritedValue, plainNumber, sheetHas, type OlderForm } from './form.ts';
import { outlineData } from './outlines.ts';
import { strokeBeside } from './stroke-beside.ts';

/**
 * A corner too sharp for the miter limit keeps the part of its point that the limit reaches: a bevel, with that part
 * over it. No program bends the edges of `arcs`, which SVG 2 lets be `miter-clip`.
 *
 * @see https://www.w3.org/TR/SVG2/painting.html#LineJoin
 */
export const clippedMiters: OlderForm = {
  feature: 'the line joins miter-clip and arcs',
  fixtures: ['painting/stroke-linejoin/miter-clip'],
  rewrite: (document) => {
    if (sheetHas(document, /stroke-linejoin\s*:\s*(?:miter-clip|arcs)/)) return 'unknown';
    const edits: TextEdit[] = [];
    for (const element of elementsOf(document.root)) {
      const isStroked = (inheritedValue(element, 'stroke') ?? 'none') !== 'none';
      const isCut = /^(?:miter-clip|arcs)$/.test(inheritedValue(element, 'stroke-linejoin') ?? '');
      if (!isCut || SHAPELESS.test(element.local) || !(isStroked || hasUses(document))) continue;
      const found = withPoints(document, element);
      if (found === undefined) return 'unknown';
      edits.push(...found);
    }
    return edits;
  },
};

const SHAPELESS =
  /^(?:svg|g|a|use|switch|symbol|defs|clipPath|mask|marker|pattern|title|desc|metadata|style|stop|(?:linear|radial)Gradient)$/;

function withPoints(document: SvgDocument, element: XmlElement): TextEdit[] | undefined {
  const data = outlineData(element);
  const bends = data === undefined ? undefined : bendsOf(data);
  const width = plainNumber(inheritedValue(element, 'stroke-width') ?? '1');
  const limit = plainNumber(inheritedValue(element, 'stroke-miterlimit') ?? '4');
  const isDashed = (inheritedValue(element, 'stroke-dasharray') ?? 'none') !== 'none';
  if (data === undefined || bends === undefined || width === undefined || limit === undefined)
    return undefined;
  // Without a moveto, what closes and what follows share a vertex that is a corner of each.
  const isShared = /z[\s,]*[^\smz]/i.test(data);
  if (isDashed || isShared || hasUses(document) || !(limit >= 1)) return undefined;
  const points = bends
    .filter(({ joint }) => joint !== 'last')
    .flatMap((bend) => pointOf(bend, width / 2, limit) ?? []);
  return strokeBeside(document, element, {
    data,
    style: { 'stroke-linejoin': 'miter' },
    filled: points.join(''),
  });
}

/** What the limit leaves of the point outside of a corner, as far in as the vertex; undefined where a miter is whole. */
function pointOf({ at, comes, goes }: Bend, half: number, limit: number): string | undefined {
  if (comes === undefined || goes === undefined) return undefined;
  const turn = comes.x * goes.y - comes.y * goes.x;
  const along = comes.x * goes.x + comes.y * goes.y;
  // A line that turns back has its point straight ahead, whichever side is taken for the outer one.
  const outside = turn >= 0 ? 1 : -1;
  const beside = ({ x, y }: Point): Point => ({ x: at.x + outside * half * y, y: at.y - outside * half * x });
  // The miter is as much longer than the line is wide as 1 is than the sine of half the angle between its sides.
  const sine = Math.sqrt(Math.max(0, (1 + along) / 2));
  if (sine * limit >= 1) return undefined;
  const reach = (half * (limit - sine)) / Math.sqrt(1 - sine * sine);
  const [first, last] = [beside(comes), beside(goes)];
  // It begins within the line, so that no seam shows where it is put on.
  const corners = [
    onward(at, comes, 0),
    onward(first, comes, -half / 4),
    onward(first, comes, reach),
    onward(last, goes, -reach),
    onward(last, goes, half / 4),
  ];
  return `M${(outside > 0 ? corners : corners.reverse()).join('L')}Z`;
}

const onward = (from: Point, way: Point, distance: number): string =>
  `${from.x + way.x * distance} ${from.y + way.y * distance}`;
