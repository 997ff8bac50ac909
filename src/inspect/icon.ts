import { apply, IDENTITY, type Matrix } from '../geometry/matrix.ts';
import type { Clip, FillRule, Icon, Mask, Node } from '../ir.ts';
import type { Path } from '../path/command.ts';
import { printSvg } from '../emit/svg.ts';
import { printExactPathData } from '../path/print.ts';
import { asNonzero } from './as-nonzero.ts';
import { repairIcon, type IconRepair, type IconRepairResult, type RepairOptions } from '../repair/icon.ts';
import { sameContour } from './contour-match.ts';
import { ringOf } from './outline.ts';
import { drawPanels } from './picture.ts';
import type { DrawnRegion, Fate, Panel, Thumbnail } from './region.ts';
import { ineffectiveSubpaths } from '../repair/windings.ts';

/** A filled path or a clip of the icon, as it stands. */
interface Found {
  /** The clip whose shapes become one region, of which this is one. */
  readonly union?: Clip;
  readonly path: Path;
  readonly transform: Matrix;
  readonly rule: FillRule;
  readonly isClip: boolean;
  readonly isStroked: boolean;
}

/**
 * An SVG picture of the icon's fills and clips: subpaths numbered, with their directions, and faces tinted by winding
 * number. Where something goes by even-odd, the repaired icon stands beside it with what was reversed or cut.
 *
 * The picture needs no fonts, styles or other files. An icon that fills nothing gives an empty panel.
 */
export function inspectIcon(icon: Icon, options: RepairOptions = {}): string {
  const found = icon.children.flatMap(inNode);
  const { icon: repaired, repairs } = repairIcon(icon, options);
  const evenOdd = found.filter(({ rule }) => rule === 'evenodd');
  const before: Panel = {
    title: evenOdd.length > 0 ? 'before' : 'nonzero',
    note: describe(found, evenOdd),
    regions: number(found.map(drawBefore)),
    thumbnails: thumbnailsOf(icon, evenOdd.length > 0),
  };
  if (evenOdd.length === 0) return drawPanels([before], icon.viewport);
  const after: Panel = {
    title: 'after',
    note: describeRepairs(repairs),
    regions: number(drawAll(found, repairs)),
    thumbnails: thumbnailsOf(repaired, false),
  };
  return drawPanels([before, after], icon.viewport);
}

/** The icon in small; also as nonzero draws it without repair, where that may be another picture. */
function thumbnailsOf(icon: Icon, isEvenOdd: boolean): Thumbnail[] {
  const nonzero: Thumbnail = { label: 'nonzero', svg: printSvg(asNonzero(icon)) };
  return isEvenOdd ? [{ label: 'even-odd', svg: printSvg(icon) }, nonzero] : [nonzero];
}

function drawAll(found: readonly Found[], repairs: readonly IconRepair[]): Unnumbered[] {
  const byPath = new Map(repairs.map((repair) => [repair.before, repair]));
  const drawn = new Set<Clip>();
  return found.flatMap((region) => {
    const { union } = region;
    const joined =
      union && repairs.find(({ span, before }) => span === union.span && !isOwnPath(before, found));
    if (union === undefined || joined === undefined) return [drawAfter(region, byPath.get(region.path))];
    if (drawn.has(union)) return [];
    drawn.add(union);
    return [drawAfter(region, joined)];
  });
}

function isOwnPath(path: Path, found: readonly Found[]): boolean {
  return found.some((region) => region.path === path);
}

/** Clips come behind what they clip: they are drawn over it. */
function inNode(node: Node): Found[] {
  if (node.kind === 'group')
    return [...node.children.flatMap(inNode), ...node.clips.flatMap(inClip), ...inMask(node.mask)];
  const { path, transform, fill, stroke } = node;
  if (fill === undefined) return [];
  return [{ path, transform, rule: fill.rule, isClip: false, isStroked: stroke !== undefined }];
}

function inClip(clip: Clip): Found[] {
  const isUnion = clip.shapes.filter(({ clips }) => clips.length === 0).length > 1;
  return clip.shapes.flatMap(({ path, transform, rule, clips }) => [
    {
      path,
      transform,
      rule,
      isClip: true,
      isStroked: false,
      ...(isUnion && clips.length === 0 ? { union: clip } : {}),
    },
    ...clips.flatMap(inClip),
  ]);
}

function inMask(mask: Mask | undefined): Found[] {
  if (mask === undefined) return [];
  const children = mask.children.flatMap(inNode).map((region) => ({ ...region, isClip: true }));
  return [...children, ...mask.clips.flatMap(inClip), ...inMask(mask.mask)];
}

type Unnumbered = Omit<DrawnRegion, 'subpaths'> & {
  readonly subpaths: readonly Omit<DrawnRegion['subpaths'][number], 'number'>[];
};

/** Numbers the subpaths through the whole icon. */
function number(regions: readonly Unnumbered[]): DrawnRegion[] {
  let count = 0;
  return regions.map((region) => ({
    ...region,
    subpaths: region.subpaths.map((subpath) => {
      count += 1;
      return { ...subpath, number: count };
    }),
  }));
}

function drawBefore({ path, transform, rule, isClip, isStroked }: Found): Unnumbered {
  const idle = new Set(
    rule === 'nonzero' && !isStroked
      ? ineffectiveSubpaths(printExactPathData(path.commands)).map(({ subpath }) => subpath)
      : [],
  );
  return draw(path, transform, (index) => (idle.has(index) ? 'idle' : 'kept'), { rule, isClip, breaks: [] });
}

function drawAfter(found: Found, repair: IconRepair | undefined): Unnumbered {
  if (repair === undefined)
    return { ...drawBefore(found), rule: found.rule === 'evenodd' && found.isClip ? 'nonzero' : found.rule };
  const { after, before, transform, method, reversedSubpaths, breakPoints } = repair;
  const reversed = new Set(reversedSubpaths);
  const fateOf = (index: number): Fate => {
    if (method !== 'split') return reversed.has(index) ? 'reversed' : 'kept';
    const contour = after.contours[index];
    if (contour === undefined) return 'cut';
    const match = before.contours
      .map((other) => sameContour(other, contour))
      .find((verdict) => verdict !== 'other');
    return match === undefined ? 'cut' : match === 'same' ? 'kept' : 'reversed';
  };
  return draw(after, transform, fateOf, {
    rule: method === 'kept' ? 'evenodd' : 'nonzero',
    isClip: found.isClip,
    breaks: breakPoints.map((point) => apply(transform, point)),
  });
}

function draw(
  path: Path,
  transform: Matrix = IDENTITY,
  fateOf: (index: number) => Fate,
  region: Omit<DrawnRegion, 'subpaths'>,
): Unnumbered {
  return {
    ...region,
    subpaths: path.contours.map((contour, index) => ({
      ring: ringOf(contour).map((point) => apply(transform, point)),
      fate: fateOf(index),
    })),
  };
}

function describe(found: readonly Found[], evenOdd: readonly Found[]): string {
  const subpaths = found.reduce((sum, { path }) => sum + path.contours.length, 0);
  const what = `${count(found.length, 'shape')}, ${count(subpaths, 'subpath')}`;
  return evenOdd.length === 0 ? what : `${what}, ${evenOdd.length} even-odd`;
}

function describeRepairs(repairs: IconRepairResult['repairs']): string {
  const sum = (of: (repair: IconRepair) => number): number =>
    repairs.reduce((total, each) => total + of(each), 0);
  const reversed = sum((repair) => repair.reversed);
  const breaks = sum((repair) => repair.breaks);
  const kept = repairs.filter(({ method }) => method === 'kept').length;
  const parts = [
    ...(reversed > 0 ? [`${reversed} reversed`] : []),
    ...(breaks > 0 ? [`cut at ${count(breaks, 'point')}`] : []),
    ...(kept > 0 ? [`${kept} not repaired`] : []),
  ];
  return parts.length === 0 ? 'the same under both rules' : parts.join(', ');
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
