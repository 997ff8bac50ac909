import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import { insertBefore, replaceValue, setAttribute } from '../../parse/edit.ts';
import { elementsOf, type SvgDocument, type XmlElement } from '../../parse/tree.ts';
import { hullOfCommands } from '../../path/rectangle.ts';
import { parsePathData } from '../../path/parse.ts';
import { pixelsOf } from './calculation.ts';
import {
  attribute,
  declarationsOf,
  inheritedValue,
  ownValue,
  printDeclarations,
  sheetHas,
  viewBoxOf,
  type OlderForm,
} from './form.ts';
import { outlineData, oval } from './outlines.ts';
import { isOutermost } from './transforms.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const SHAPED = /^(?:([a-z-]+)\s+)?(polygon|circle|ellipse|inset|path|rect|xywh)\(([^]*)\)\s*([a-z-]+)?$/i;

/** A shape of CSS on the box of the element it clips, as a `<clipPath>`. */
export const clipShapes: OlderForm = {
  feature: 'a shape as clip-path',
  fixtures: [],
  rewrite: (document) => {
    if (sheetHas(document, /clip-path\s*:\s*(?:polygon|circle|ellipse|inset|path|rect|xywh)\(/))
      return 'unknown';
    const edits: TextEdit[] = [];
    for (const element of elementsOf(document.root)) {
      const [, before, name = '', inside = '', behind] =
        SHAPED.exec(ownValue(element, 'clip-path')?.trim() ?? '') ?? [];
      // Programs disagree about what is left to the box altogether: it stays, and what differs is refused.
      if (name === '' || inside.trim() === '') continue;
      const box = boxOf(element, (before ?? behind ?? '').toLowerCase(), document);
      const path = box === undefined ? undefined : shapeOn(box, name.toLowerCase(), inside.trim());
      if (path === undefined || element === document.root) return 'unknown';
      const id = `clip-shape-${element.span.start}`;
      const style = attribute(element, 'style');
      edits.push(insertBefore(element, `<clipPath id="${id}">${path}</clipPath>`));
      edits.push(setAttribute(element, 'clip-path', `url(#${id})`));
      if (style !== undefined) {
        const kept = declarationsOf(style.value).filter(({ property }) => property !== 'clip-path');
        edits.push(replaceValue(style, printDeclarations(kept)));
      }
    }
    return edits;
  },
};

/** Of a shape without a stroke all boxes are one; that of a stroke, or of a group, is not known here. */
function boxOf(element: XmlElement, name: string, { root }: SvgDocument): Box | undefined {
  if (name === 'view-box') {
    const view = isOutermost(element, root) ? viewBoxOf(root) : undefined;
    return view === undefined ? undefined : { x: 0, y: 0, width: view[2], height: view[3] };
  }
  const isFill = /^(?:fill|content|padding)-box$/.test(name);
  if (!isFill && (inheritedValue(element, 'stroke') ?? 'none') !== 'none') return undefined;
  const data = outlineData(element);
  const bounds = hullOfCommands(parsePathData(data ?? '').commands.map(({ command }) => command));
  if (bounds === undefined) return undefined;
  const { minX, minY, maxX, maxY } = bounds;
  return { x: minX, y: minY, width: maxX - minX, height: maxY - minY };
}

/** NaN for what is no length. */
const length = (word: string, whole: number): number =>
  pixelsOf(word, (unit) => (unit === '%' ? whole / 100 : unit === 'px' ? 1 : undefined)) ?? Number.NaN;

function shapeOn(box: Box, name: string, inside: string): string | undefined {
  const path = (data: string, rule = 'nonzero'): string =>
    `<path d="${data}" clip-rule="${rule}" transform="translate(${box.x} ${box.y})"/>`;
  const written = drawn(box, name, inside, path);
  return written?.includes('NaN') === true ? undefined : written;
}

function drawn(
  { width, height }: Box,
  name: string,
  inside: string,
  path: (data: string, rule?: string) => string,
): string | undefined {
  const [, rule = 'nonzero', rest = ''] = /^(?:(nonzero|evenodd)\s*,)?\s*([^]*)$/i.exec(inside) ?? [];
  const words = rest.split(/\s+/).filter((word) => word !== '');
  switch (name) {
    case 'path': {
      const data = /^(["'])([^"']*)\1$/.exec(rest)?.[2];
      return data === undefined ? undefined : path(data, rule);
    }
    case 'polygon': {
      const corners = rest.split(',').map((corner) => {
        const [x = '', y = ''] = corner.trim().split(/\s+/);
        return `${length(x, width)} ${length(y, height)}`;
      });
      return path(`M${corners.join('L')}Z`, rule);
    }
    case 'circle':
    case 'ellipse': {
      const at = words.indexOf('at');
      const radii = at < 0 ? words : words.slice(0, at);
      const [x = 'center', y = 'center'] = at < 0 ? [] : words.slice(at + 1);
      const place = (word: string, whole: number): number =>
        length({ left: '0%', top: '0%', center: '50%', right: '100%', bottom: '100%' }[word] ?? word, whole);
      const [cx, cy] = [place(x, width), place(y, height)];
      const [across, down] = [[cx, width - cx].map(Math.abs), [cy, height - cy].map(Math.abs)];
      const radius = (word: string, sides: readonly number[], whole: number): number =>
        word === 'closest-side'
          ? Math.min(...sides)
          : word === 'farthest-side'
            ? Math.max(...sides)
            : length(word, whole);
      const [first = 'closest-side', second = 'closest-side'] = radii;
      if (name === 'ellipse')
        return path(oval(cx, cy, radius(first, across, width), radius(second, down, height)));
      const r = radius(first, [...across, ...down], Math.hypot(width, height) / Math.SQRT2);
      return path(oval(cx, cy, r, r));
    }
    case 'inset': {
      // Corners rounded together are beyond this.
      if (words.includes('round')) return undefined;
      const [top = '', right = top, bottom = top, left = right] = words;
      const [x, y] = [length(left, width), length(top, height)];
      const [wide, high] = [width - x - length(right, width), height - y - length(bottom, height)];
      return path(`M${x} ${y}h${Math.max(0, wide)}v${Math.max(0, high)}h${-Math.max(0, wide)}Z`);
    }
    case 'xywh': {
      if (words.length !== 4) return undefined;
      const [x = '', y = '', wide = '', high = ''] = words;
      const across = length(wide, width);
      return path(`M${length(x, width)} ${length(y, height)}h${across}v${length(high, height)}h${-across}Z`);
    }
    default:
      return undefined;
  }
}
