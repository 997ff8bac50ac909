import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import { insertAfter, insertBefore, removeAttribute, replaceValue } from '../../parse/edit.ts';
import { elementsOf, type XmlElement } from '../../parse/tree.ts';
import {
  attribute,
  originWords,
  ownValue,
  plainNumber,
  sheetHas,
  SHARES,
  viewBoxOf,
  type OlderForm,
} from './form.ts';

const LISTS = ['transform', 'gradientTransform', 'patternTransform'] as const;

/** An origin is a translation there before, and back after. */
export const transformOrigin: OlderForm = {
  feature: 'transform-origin',
  fixtures: [
    'structure/transform-origin/bottom',
    'structure/transform-origin/keyword-length',
    'structure/transform-origin/length-percent',
    'structure/transform-origin/on-clippath',
    'structure/transform-origin/on-gradient-user-space-on-use',
    'structure/transform-origin/on-pattern-user-space-on-use',
    'structure/transform-origin/right-bottom',
  ],
  rewrite: (document) => {
    if (sheetHas(document, /transform-origin/)) return 'unknown';
    const edits: TextEdit[] = [];
    for (const element of elementsOf(document.root)) {
      const value = ownValue(element, 'transform-origin');
      if (value === undefined) continue;
      if (/\btransform\s*:/.test(attribute(element, 'style')?.value ?? '')) return 'unknown';
      const list = LISTS.map((name) => attribute(element, name)).find((one) => one !== undefined);
      if (list === undefined) continue;
      const origin = countsUserUnits(element) ? originOf(value, element, document.root) : undefined;
      if (origin === undefined) return 'unknown';
      const [x, y] = origin;
      edits.push(replaceValue(list, `translate(${x} ${y}) ${list.value} translate(${-x} ${-y})`));
      const written = attribute(element, 'transform-origin');
      if (written !== undefined) edits.push(removeAttribute(document, written));
    }
    return edits;
  },
};

/** False for what is measured in shares of a box, which only its owner knows. */
function countsUserUnits(element: XmlElement): boolean {
  const isInUserSpace = (units: string): boolean => attribute(element, units)?.value === 'userSpaceOnUse';
  if (element.local.endsWith('Gradient')) return isInUserSpace('gradientUnits');
  if (element.local === 'pattern') return isInUserSpace('patternUnits');
  return ownValue(element, 'transform-box') === undefined;
}

function originOf(value: string, element: XmlElement, root: XmlElement): [number, number] | undefined {
  const words = originWords(value);
  if (words === undefined) return undefined;
  const [along, down] = words;
  const view = viewBoxOf(root);
  const [width, height] = [
    view?.[2] ?? plainNumber(attribute(root, 'width')?.value),
    view?.[3] ?? plainNumber(attribute(root, 'height')?.value),
  ];
  const isInView = isOutermost(element, root);
  const place = (word: string, size: number | undefined): number | undefined => {
    const share = SHARES[word] ?? (/^[-+.\d]+%$/.test(word) ? Number.parseFloat(word) / 100 : undefined);
    if (share === undefined) return plainNumber(word);
    return size === undefined || !isInView ? undefined : share * size;
  };
  const [x, y] = [place(along, width), place(down, height)];
  return x === undefined || y === undefined ? undefined : [x, y];
}

/** Whether the viewport that shares are of is the root's. */
export function isOutermost(element: XmlElement, root: XmlElement): boolean {
  for (let at = element.parent; at !== undefined && at !== root; at = at.parent)
    if (/^(?:svg|symbol|marker|pattern)$/.test(at.local)) return false;
  return element !== root;
}

/** A transform on an inner `<svg>` is one around it, and so is its opacity, which the renderer would apply twice. */
export const transformedInnerSvg: OlderForm = {
  feature: 'a transform on an inner <svg>',
  fixtures: ['structure/svg/nested-svg-with-transform-and-opacity'],
  rewrite: (document) => {
    const edits: TextEdit[] = [];
    for (const element of elementsOf(document.root)) {
      if (element.local !== 'svg' || element.parent === undefined) continue;
      if (/\btransform\s*:/.test(attribute(element, 'style')?.value ?? '')) return 'unknown';
      const list = attribute(element, 'transform');
      if (list === undefined) continue;
      const opacity = attribute(element, 'opacity');
      const moved = opacity === undefined ? [list] : [list, opacity];
      const written = moved.map(({ span }) => document.text.slice(span.start, span.end)).join(' ');
      edits.push(
        insertBefore(element, `<g ${written}>`),
        ...moved.map((one) => removeAttribute(document, one)),
        insertAfter(element, '</g>'),
      );
    }
    return edits;
  },
};

/** The renderer draws nothing whose own transform makes it smaller than 1/4096. */
const SMALLEST = 1 / 1024;
const STEP = 1000;

/** A transform that makes things very small is one less so around it and a plain scaling, which the renderer multiplies. */
export const tinyScale: OlderForm = {
  feature: 'a transform to less than a thousandth',
  fixtures: [],
  rewrite: (document) => {
    const edits: TextEdit[] = [];
    for (const element of elementsOf(document.root)) {
      const list = attribute(element, 'transform');
      const scale = list === undefined ? 1 : scaleOf(list.value);
      if (list === undefined || !(scale < SMALLEST) || scale < SMALLEST ** 4) continue;
      const isInGroup = element.parent !== undefined && element.parent.local !== 'clipPath';
      if (!isInGroup || /\btransform\s*:/.test(attribute(element, 'style')?.value ?? '')) return 'unknown';
      const steps = Math.ceil(Math.log(SMALLEST / scale) / Math.log(STEP));
      const { name } = element;
      const prefix = name.slice(0, name.length - element.local.length);
      const down = `<${prefix}g transform="scale(${1 / STEP})">`;
      // Who refers to the element is to get all of its transform.
      const id = attribute(element, 'id');
      const named = id === undefined ? '' : ` ${document.text.slice(id.span.start, id.span.end)}`;
      if (id !== undefined) edits.push(removeAttribute(document, id));
      edits.push(
        insertBefore(
          element,
          `<${prefix}g${named} transform="${list.value} scale(${STEP ** steps})">${down.repeat(steps - 1)}`,
        ),
        replaceValue(list, `scale(${1 / STEP})`),
        insertAfter(element, `</${prefix}g>`.repeat(steps)),
      );
    }
    return edits;
  },
};

/** About how large one unit becomes: the scales of a list multiplied, the smaller one where they differ by axis. */
function scaleOf(list: string): number {
  let scale = 1;
  for (const [, name, body = ''] of list.matchAll(/(matrix|scale)\s*\(([^()]*)\)/g)) {
    const [a = 1, b, c = 0, d = 1] = body
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    scale *=
      name === 'scale'
        ? Math.min(Math.abs(a), Math.abs(b ?? a))
        : Math.min(Math.hypot(a, b ?? 0), Math.hypot(c, d));
  }
  return scale;
}
