import { diagnostic, type Diagnostic, type Fix } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/span.ts';
import { boundsApart, hullOf, uniteBounds, type Bounds } from '../geometry/bounds.ts';
import { Budget } from '../geometry/budget.ts';
import { shapesIn, type Icon, type Shape } from '../ir.ts';
import { parsePathData } from '../path/parse.ts';
import { reverseSubpath } from '../path/reverse.ts';
import { rewriteSubpaths, type Replacement } from '../path/rewrite.ts';
import { toSubpaths } from '../path/subpaths.ts';
import type { SvgDocument, XmlAttribute } from '../parse/tree.ts';
import { attributeOf, elementsOf, spanWithin } from '../parse/tree.ts';
import { WORK_LIMIT } from './compare.ts';
import { styleOf } from './path-data.ts';
import { replacePathData } from './value-edits.ts';
import { ineffectiveAmong } from './windings.ts';
import { eachMatters } from './witnesses.ts';

/** A subpath of a nonzero fill that the picture would not miss, where it stands in the text. */
export interface IneffectivePlace {
  readonly span: Span;
  /** Counted from 1 in its path. */
  readonly subpath: number;
  /** True when reversing it would punch a hole: it runs the same way as the one around it. */
  readonly isLostHole: boolean;
  /**
   * Takes it out; the picture stays. Absent for a path that is stroked too, whose line would go, and inside a lost
   * hole, where it would be an island if the hole was meant. Of a path with very many, only the first have fixes.
   */
  readonly remove?: Fix;
  readonly reverse?: Fix;
}

/** The ineffective subpaths of every path that is filled by nonzero, in the order of the text. */
export function findIneffective(document: SvgDocument, icon: Icon): IneffectivePlace[] {
  const shapes = new Map<number, Shape>();
  for (const shape of shapesIn(icon.children)) {
    // Drawn more than once, it must be nonzero and unstroked each time to be judged; the strictest reading counts.
    const before = shapes.get(shape.span.start);
    if (before === undefined || shape.stroke !== undefined || shape.fill?.rule === 'evenodd')
      shapes.set(shape.span.start, shape);
  }
  const found: IneffectivePlace[] = [];
  const budget = new Budget(WORK_LIMIT);
  for (const element of elementsOf(document.root)) {
    const shape = shapes.get(element.span.start);
    const data = attributeOf(element, 'd') ?? element.attributes.find(({ local }) => local === 'pathData');
    if (shape === undefined || data === undefined || shape.fill?.rule !== 'nonzero') continue;
    const contours = shape.path.contours.filter(({ segments }) => segments.length > 0);
    const boxes = contours.map(hullOf);
    const size = largerSide(boxes);
    if (areAllApart(boxes, CLEARANCE * size) || eachMatters(contours, size)) continue;
    found.push(...inPath(document, data, shape.stroke !== undefined, budget));
  }
  return found;
}

/** A warning for each; its fix punches the hole, and is unsafe. */
export function reportIneffective(document: SvgDocument, icon: Icon): Diagnostic[] {
  return findIneffective(document, icon).map(({ span, subpath, isLostHole, remove, reverse }) =>
    diagnostic('subpath-changes-nothing', { subpath, isLostHole }, span, isLostHole ? reverse : remove),
  );
}

/** Beside the size of the whole: farther apart than what the sweep takes for one, and than arcs are off as cubics. */
const CLEARANCE = 1e-3;

/** Of the box around all; 0 for none. */
function largerSide(boxes: readonly Bounds[]): number {
  if (boxes.length === 0) return 0;
  const { minX, minY, maxX, maxY } = boxes.reduce(uniteBounds);
  return Math.max(maxX - minX, maxY - minY);
}

/**
 * True where no contour can be of any consequence to another: each then fills what nothing else does. Most paths end
 * here, before any sweep.
 */
function areAllApart(boxes: readonly Bounds[], margin: number): boolean {
  return boxes.every((box, index) => {
    for (let other = index + 1; other < boxes.length; other += 1)
      if (!boundsApart(box, boxes[other] as Bounds, margin)) return false;
    return true;
  });
}

/** Fixes of one path: each writes the whole path anew, and no one reads more of them. */
const MOST_FIXES = 32;

function inPath(
  document: SvgDocument,
  attribute: XmlAttribute,
  isStroked: boolean,
  budget: Budget,
): IneffectivePlace[] {
  const data = parsePathData(attribute.value);
  const commands = data.commands.map(({ command }) => command);
  const subpaths = toSubpaths(commands);
  if (subpaths.length < 2 || data.error !== undefined) return [];
  const ineffective = ineffectiveAmong(subpaths, budget);
  if (ineffective.length === 0) return [];
  const style = styleOf(data, commands);
  const rewritten = (index: number, replacement: Replacement): string =>
    rewriteSubpaths(
      data,
      subpaths,
      subpaths.map((_, at) => (at === index ? replacement : undefined)),
      style,
    );
  return ineffective.map(({ subpath: index, reversingPunchesHole, isInLostHole }, place) => {
    const subpath = subpaths[index]!;
    const start = data.commands[subpath.first]!.start;
    const end = data.commands[subpath.end - 1]!.end;
    const where = {
      span: spanWithin(attribute, start, end),
      subpath: index + 1,
      isLostHole: reversingPunchesHole,
    };
    if (place >= MOST_FIXES) return where;
    const reversed = rewritten(index, (pen) => reverseSubpath(data.commands, subpath, pen, style));
    const removed = rewritten(index, (pen) => ({ text: '', end: pen }));
    const isSafeToRemove = !isStroked && subpath.hasMove && !isInLostHole;
    return {
      ...where,
      ...(isSafeToRemove
        ? {
            remove: {
              safety: 'safe',
              title: 'Remove the subpath',
              edits: replacePathData(document, attribute, removed.trim()),
            },
          }
        : {}),
      reverse: {
        safety: 'unsafe',
        title: 'Reverse the subpath: a hole appears',
        edits: replacePathData(document, attribute, reversed),
      },
    };
  });
}
