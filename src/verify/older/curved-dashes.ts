import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import type { Contour, Segment } from '../../geometry/contour.ts';
import type { Point } from '../../geometry/point.ts';
import { elementsOf, type SvgDocument, type XmlElement } from '../../parse/tree.ts';
import { pixelsOf } from './calculation.ts';
import { hasUses, inheritedValue, type OlderForm } from './form.ts';
import { unitSize } from './lengths.ts';
import { contoursOf, outlineData, pointsAlong, writtenData } from './outlines.ts';
import { strokeBeside } from './stroke-beside.ts';

/**
 * The renderer measures a curve by few chords, so that dashes creep along it, and draws the square caps of a dash
 * without length upright. Measured finely, each dash is a line of its own.
 */
export const curvedDashes: OlderForm = {
  feature: 'dashes along curves, and square ones without length',
  fixtures: [],
  // What is not written stays dashed, and is drawn as well as the renderer can.
  rewrite: (document) =>
    hasUses(document)
      ? []
      : elementsOf(document.root).flatMap((element) => cutIntoDashes(document, element) ?? []),
};

/** Dashes that are cut; beyond, the picture is not of dashes any more. */
const MOST = 2000;

function cutIntoDashes(document: SvgDocument, element: XmlElement): TextEdit[] | undefined {
  const value = inheritedValue(element, 'stroke-dasharray') ?? 'none';
  if (value === 'none' || (inheritedValue(element, 'stroke') ?? 'none') === 'none') return undefined;
  const length = (word: string): number =>
    pixelsOf(word, (unit) => unitSize(unit, 'stroke-dasharray', element, document)) ?? Number.NaN;
  const words = value.split(/[\s,]+/).map(length);
  const pattern = words.length % 2 === 0 ? words : [...words, ...words];
  const offset = length(inheritedValue(element, 'stroke-dashoffset') ?? '0');
  const data = outlineData(element);
  // A dot is the renderer's to draw, but for a square one, which shows where its line goes.
  const dot = length(inheritedValue(element, 'stroke-width') ?? '1') * SHORTEST;
  const isSquare = inheritedValue(element, 'stroke-linecap') === 'square' && dot > 0;
  const isDrawn = pattern.every((dash, index) => dash > 0 || (dash === 0 && index % 2 === 0 && isSquare));
  if (!isDrawn || Number.isNaN(offset) || data === undefined) return undefined;
  const contours = contoursOf(data);
  // What lies between the ends of a curve is the least that it can measure, and quickly found.
  const least = contours
    .flatMap(({ segments }) => segments)
    .reduce((sum, segment) => sum + chord(segment), 0);
  if (!(least / pattern.reduce((sum, dash) => sum + dash, 0) < MOST)) return undefined;
  const isStraight = contours.every(({ segments }) => segments.every(({ kind }) => kind === 'line'));
  if (isStraight && pattern.every((dash) => dash > 0)) return undefined;
  const dashes: Contour[] = [];
  for (const contour of contours) {
    const found = dashesOf(contour, pattern, offset, dot);
    if (found === undefined || dashes.length + found.length > MOST) return undefined;
    dashes.push(...found);
  }
  return strokeBeside(document, element, {
    data: writtenData(dashes),
    style: { 'stroke-dasharray': 'none' },
  });
}

const chord = ({ from, to }: Segment): number => Math.hypot(to.x - from.x, to.y - from.y);

/** What stands for no length, as a share of the line's width. */
const SHORTEST = 1e-3;

function dashesOf(
  contour: Contour,
  pattern: readonly number[],
  offset: number,
  dot: number,
): Contour[] | undefined {
  const lengths = contour.segments.map((segment) => distancesAlong(segment));
  const total = lengths.reduce((sum, along) => sum + (along[along.length - 1] as number), 0);
  const period = pattern.reduce((sum, length) => sum + length, 0);
  if (!(total / period < MOST)) return undefined;
  const parts: Segment[][] = [];
  const dots: Segment[][] = [];
  // From the start of the period that the contour starts in.
  let at = -(((offset % period) + period) % period);
  for (let index = 0; at <= total; index += 1) {
    const length = pattern[index % pattern.length] as number;
    const [from, to] = [Math.max(0, at), Math.min(total, at + length)];
    if (index % 2 === 0 && to > from) parts.push(between(contour.segments, lengths, from, to));
    // It looks the way that the line comes, or from the start the way that it goes.
    if (length === 0 && at >= 0 && index % 2 === 0)
      dots.push(between(contour.segments, lengths, at < dot ? 0 : at - dot, at < dot ? dot : at));
    at += length;
  }
  // Where a closed line starts within a dash, that is one dash.
  const [first, last] = [parts[0], parts[parts.length - 1]];
  if (contour.closed && first !== undefined && last !== undefined && isAt(first[0]?.from, contour.start)) {
    const end = last[last.length - 1]?.to;
    if (first === last) return isAt(end, contour.start) ? [contour] : [asContour(first)];
    if (isAt(end, contour.start)) return [...dots, ...parts.slice(1, -1), [...last, ...first]].map(asContour);
  }
  return [...dots, ...parts].map(asContour);
}

const isAt = (one: Point | undefined, other: Point): boolean => one?.x === other.x && one.y === other.y;

const asContour = (segments: readonly Segment[]): Contour => ({
  start: (segments[0] as Segment).from,
  segments,
  closed: false,
});

/** Chords to a curve: the length is a few millionths off. */
const CHORDS = 1024;

/** How far along a segment each of its points lies that are as far apart in its parameter; the last is its length. */
function distancesAlong(segment: Segment): number[] {
  let [before, length] = [segment.from, 0];
  return pointsAlong(segment, CHORDS).map((point) => {
    length += Math.hypot(point.x - before.x, point.y - before.y);
    before = point;
    return length;
  });
}

/** What lies between two distances along a line. */
function between(
  segments: readonly Segment[],
  lengths: readonly (readonly number[])[],
  from: number,
  to: number,
): Segment[] {
  const parts: Segment[] = [];
  let start = 0;
  for (const [index, segment] of segments.entries()) {
    const along = lengths[index] as readonly number[];
    const end = start + (along[along.length - 1] as number);
    if (end > from && start < to) {
      const shares = [from, to].map((distance) => shareAt(along, distance - start)) as [number, number];
      parts.push(cut(segment, ...shares));
    }
    start = end;
  }
  return parts;
}

/** The parameter, from 0 to 1, that is `distance` along. */
function shareAt(along: readonly number[], distance: number): number {
  if (distance <= 0) return 0;
  const index = along.findIndex((length) => length >= distance);
  if (index < 0) return 1;
  const [before, after] = [along[index - 1] ?? 0, along[index] as number];
  return (index + (distance - before) / (after - before)) / along.length;
}

/** A segment from one parameter to another. */
function cut(segment: Segment, from: number, to: number): Segment {
  const head = to >= 1 ? segment : split(segment, to)[0];
  return from <= 0 ? head : split(head, to >= 1 ? from : from / to)[1];
}

/** De Casteljau's construction. */
function split(segment: Segment, share: number): [Segment, Segment] {
  const mix = (one: Point, other: Point): Point => ({
    x: one.x + (other.x - one.x) * share,
    y: one.y + (other.y - one.y) * share,
  });
  const { from, to } = segment;
  if (segment.kind === 'line') {
    const at = mix(from, to);
    return [
      { kind: 'line', from, to: at },
      { kind: 'line', from: at, to },
    ];
  }
  if (segment.kind === 'quad') {
    const [a, b] = [mix(from, segment.control), mix(segment.control, to)];
    const at = mix(a, b);
    return [
      { kind: 'quad', from, control: a, to: at },
      { kind: 'quad', from: at, control: b, to },
    ];
  }
  const { control1, control2 } = segment;
  const [a, b, c] = [mix(from, control1), mix(control1, control2), mix(control2, to)];
  const [d, e] = [mix(a, b), mix(b, c)];
  const at = mix(d, e);
  return [
    { kind: 'cubic', from, control1: a, control2: d, to: at },
    { kind: 'cubic', from: at, control1: e, control2: c, to },
  ];
}
