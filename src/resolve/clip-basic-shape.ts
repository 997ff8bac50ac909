import type { Span } from '../diagnostics/span.ts';
import type { Point, Rect } from '../geometry/point.ts';
import { multiply, translation } from '../geometry/matrix.ts';
import type { Clip, FillRule } from '../ir.ts';
import type { Command } from '../path/command.ts';
import { pathOf } from '../path/contours.ts';
import { parsePathData } from '../path/parse.ts';
import type { ClipTarget } from './clip.ts';
import type { Context } from './context.ts';
import { ellipseCommands, rectCommands, unwrapPath } from './shapes.ts';
import { lengthOf, type Axis } from './units.ts';

/**
 * A clip written as a CSS shape: `circle()`, `ellipse()`, `inset()`, `rect()`, `xywh()`, `polygon()` or `path()`, on
 * the box it names, `border-box` and so `stroke-box` when it names none. Undefined for what is none of these.
 *
 * @see https://www.w3.org/TR/css-shapes-1/#basic-shape-functions
 */
export function basicShapeClip(
  text: string,
  span: Span,
  target: ClipTarget,
  context: Context,
): Clip | undefined {
  const call = /^(?:([a-z-]+)\s+)?([a-z]+)\(([^]*)\)\s*([a-z-]+)?$/i.exec(text.trim());
  if (call === null) return undefined;
  const boxName = (call[1] ?? call[4])?.toLowerCase();
  const box = referenceBox(boxName, target);
  if (box === undefined) return undefined;
  const name = (call[2] as string).toLowerCase();
  const body = (call[3] as string).trim();
  const length = (word: string, axis: Axis): number | undefined =>
    lengthOf({ text: word, span, owner: target.style }, axis, box, context);
  const shape = shapeCommands(name, body, box, length);
  if (shape === undefined) return undefined;
  const transform = multiply(target.scope.ctm, translation(box.x, box.y));
  const path = pathOf(shape.commands);
  return { shapes: [{ path, transform, rule: shape.rule, clips: [], span }], span };
}

/** Undefined for a box this does not know exactly: that of a stroke. */
function referenceBox(name: string | undefined, target: ClipTarget): Rect | undefined {
  if (name === 'view-box') {
    const { width, height } = target.scope.viewport;
    return { x: 0, y: 0, width, height };
  }
  const isFill = name === 'fill-box' || name === 'content-box' || name === 'padding-box';
  const hasStroke = target.style.keyword('stroke') !== 'none';
  if (isFill || !hasStroke) return target.box();
  return undefined;
}

interface ShapeCommands {
  readonly commands: readonly Command[];
  readonly rule: FillRule;
}

type LengthOf = (word: string, axis: Axis) => number | undefined;

function of(commands: readonly Command[] | undefined, rule: FillRule = 'nonzero'): ShapeCommands | undefined {
  return commands === undefined ? undefined : { commands, rule };
}

/** In units of `box`, from its corner. */
function shapeCommands(name: string, body: string, box: Rect, length: LengthOf): ShapeCommands | undefined {
  switch (name) {
    case 'circle':
    case 'ellipse':
      return of(roundShape(name, body, box, length));
    case 'inset':
    case 'rect':
    case 'xywh':
      return of(rectangularShape(name, body, box, length));
    case 'polygon': {
      const [, rule, list] = /^(?:(nonzero|evenodd)\s*,)?\s*([^]*)$/i.exec(body) ?? [];
      const corners = (list ?? '').split(',').map((corner): Point | undefined => {
        const [x, y, ...more] = corner.trim().split(/\s+/);
        const at = { x: length(x ?? '', 'x'), y: length(y ?? '', 'y') };
        return at.x === undefined || at.y === undefined || more.length > 0 ? undefined : { x: at.x, y: at.y };
      });
      const [first, ...rest] = corners;
      if (first === undefined || rest.includes(undefined)) return undefined;
      const lines = (rest as Point[]).map((to): Command => ({ kind: 'line', to }));
      return of([{ kind: 'move', to: first }, ...lines, { kind: 'close' }], toRule(rule));
    }
    case 'path': {
      const data = unwrapPath(`path(${body})`);
      if (data === undefined) return undefined;
      const { commands, error } = parsePathData(data);
      const rule = /^\s*(nonzero|evenodd)/i.exec(body)?.[1];
      return error === undefined
        ? of(
            commands.map(({ command }) => command),
            toRule(rule),
          )
        : undefined;
    }
    default:
      return undefined;
  }
}

const toRule = (text: string | undefined): FillRule =>
  text?.toLowerCase() === 'evenodd' ? 'evenodd' : 'nonzero';

const SIDES: Readonly<Record<string, string>> = {
  left: '0%',
  top: '0%',
  center: '50%',
  right: '100%',
  bottom: '100%',
};

function roundShape(
  name: 'circle' | 'ellipse',
  body: string,
  box: Rect,
  length: LengthOf,
): Command[] | undefined {
  const [radiiText = '', positionText] = ` ${body} `.split(/\sat\s/);
  const [first = 'center', second = 'center'] = (positionText ?? '').trim().split(/\s+/).filter(Boolean);
  const isSwapped = /^(?:top|bottom)$/.test(first) || /^(?:left|right)$/.test(second);
  const [xWord, yWord] = isSwapped ? [second, first] : [first, second];
  const cx = length(SIDES[xWord] ?? xWord, 'x');
  const cy = length(SIDES[yWord] ?? yWord, 'y');
  if (cx === undefined || cy === undefined) return undefined;
  const words = radiiText.trim().split(/\s+/).filter(Boolean);
  const reachX = [Math.abs(cx), Math.abs(box.width - cx)];
  const reachY = [Math.abs(cy), Math.abs(box.height - cy)];
  const radius = (word: string, axis: Axis, reach: readonly number[]): number | undefined => {
    if (word === 'closest-side') return Math.min(...reach);
    if (word === 'farthest-side') return Math.max(...reach);
    return length(word, axis);
  };
  if (name === 'circle') {
    if (words.length > 1) return undefined;
    const r = radius(words[0] ?? 'closest-side', 'diagonal', [...reachX, ...reachY]);
    return r === undefined || r < 0 ? undefined : ellipseCommands(cx, cy, r, r);
  }
  if (words.length !== 0 && words.length !== 2) return undefined;
  const rx = radius(words[0] ?? 'closest-side', 'x', reachX);
  const ry = radius(words[1] ?? 'closest-side', 'y', reachY);
  return rx === undefined || ry === undefined || rx < 0 || ry < 0
    ? undefined
    : ellipseCommands(cx, cy, rx, ry);
}

function rectangularShape(name: string, body: string, box: Rect, length: LengthOf): Command[] | undefined {
  const [sizes = '', corners] = ` ${body} `.split(/\sround\s/);
  const words = sizes.trim().split(/\s+/).filter(Boolean);
  const edges = name === 'inset' ? insetEdges(words, box, length) : placedEdges(name, words, box, length);
  if (edges === undefined) return undefined;
  const radiusWords = (corners ?? '0').trim().split(/\s+/);
  // Corners that differ from one another are beyond what icons use.
  if (radiusWords.length !== 1) return undefined;
  const width = Math.max(0, edges.right - edges.left);
  const height = Math.max(0, edges.bottom - edges.top);
  const rx = length(radiusWords[0] as string, 'x');
  const ry = length(radiusWords[0] as string, 'y');
  if (rx === undefined || ry === undefined) return undefined;
  const shrink = Math.min(1, width / (2 * rx || 1), height / (2 * ry || 1));
  return rectCommands(edges.left, edges.top, width, height, rx * shrink, ry * shrink);
}

interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function insetEdges(words: readonly string[], box: Rect, length: LengthOf): Edges | undefined {
  const [top, right = top, bottom = top, left = right] = words;
  if (words.length < 1 || words.length > 4) return undefined;
  const t = length(top ?? '', 'y');
  const r = length(right ?? '', 'x');
  const b = length(bottom ?? '', 'y');
  const l = length(left ?? '', 'x');
  if (t === undefined || r === undefined || b === undefined || l === undefined) return undefined;
  return { left: l, top: t, right: box.width - r, bottom: box.height - b };
}

/** rect() gives all edges from the corner, xywh() a corner and a size. */
function placedEdges(name: string, words: readonly string[], box: Rect, length: LengthOf): Edges | undefined {
  if (words.length !== 4) return undefined;
  const [first, second, third, fourth] = words as [string, string, string, string];
  const orAuto = (word: string, axis: Axis, auto: number): number | undefined =>
    word.toLowerCase() === 'auto' ? auto : length(word, axis);
  if (name === 'rect') {
    const top = orAuto(first, 'y', 0);
    const right = orAuto(second, 'x', box.width);
    const bottom = orAuto(third, 'y', box.height);
    const left = orAuto(fourth, 'x', 0);
    if (top === undefined || right === undefined || bottom === undefined || left === undefined)
      return undefined;
    return { left, top, right, bottom };
  }
  const x = length(first, 'x');
  const y = length(second, 'y');
  const width = length(third, 'x');
  const height = length(fourth, 'y');
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined;
  return { left: x, top: y, right: x + width, bottom: y + height };
}
