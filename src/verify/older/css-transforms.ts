import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import { replaceValue, setAttribute } from '../../parse/edit.ts';
import { elementsOf, type SvgDocument, type XmlElement } from '../../parse/tree.ts';
import { pixelsOf } from './calculation.ts';
import {
  attribute,
  declarationsOf,
  ownValue,
  plainNumber,
  printDeclarations,
  sheetHas,
  viewBoxOf,
  type OlderForm,
} from './form.ts';
import { isOutermost } from './transforms.ts';

const LIST: Readonly<Record<string, string>> = {
  linearGradient: 'gradientTransform',
  radialGradient: 'gradientTransform',
  pattern: 'patternTransform',
};
const SINGLE = ['translate', 'rotate', 'scale'] as const;

/** Transforms in CSS's grammar, in styles, and the properties that are one each: as the attribute has them. */
export const cssTransforms: OlderForm = {
  feature: 'transforms in CSS',
  fixtures: [],
  rewrite: (document) => {
    if (sheetHas(document, /[{;]\s*(?:transform|translate|rotate|scale)\s*:/)) return 'unknown';
    const edits: TextEdit[] = [];
    for (const element of elementsOf(document.root)) {
      const style = attribute(element, 'style');
      const declarations = declarationsOf(style?.value ?? '');
      const found = new Map(declarations.map(({ property, value }) => [property, value]));
      const list = found.get('transform');
      if (list === undefined && SINGLE.every((name) => !found.has(name))) continue;
      const parts = SINGLE.map((name) => single(name, found.get(name) ?? 'none', element, document));
      const name = LIST[element.local] ?? 'transform';
      parts.push(
        list === undefined ? (attribute(element, name)?.value ?? '') : older(list, element, document),
      );
      if (parts.includes(undefined)) return 'unknown';
      const kept = declarations.filter(
        ({ property }) => property !== 'transform' && !SINGLE.some((one) => one === property),
      );
      if (style !== undefined) edits.push(replaceValue(style, printDeclarations(kept)));
      edits.push(setAttribute(element, name, parts.join(' ').trim()));
    }
    return edits;
  },
};

function single(
  name: (typeof SINGLE)[number],
  value: string,
  element: XmlElement,
  document: SvgDocument,
): string | undefined {
  if (value === 'none') return '';
  const words = value.split(/\s+/);
  if (name === 'rotate') return words.length === 1 ? older(`rotate(${value})`, element, document) : undefined;
  return words.length > 2 ? undefined : older(`${name}(${words.join(',')})`, element, document);
}

const DEGREES: Readonly<Record<string, number>> = { deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 };

/** Undefined for what has no plane, or measures what only a box inside another viewport knows. */
function older(list: string, element: XmlElement, document: SvgDocument): string | undefined {
  if (/^\s*none\s*$/i.test(list)) return '';
  const calls = [...list.matchAll(/([a-z]+)\(((?:[^()]|\([^()]*\))*)\)/gi)];
  if (list.replace(/([a-z]+)\(((?:[^()]|\([^()]*\))*)\)/gi, '').trim() !== '') return undefined;
  const written = calls.map(([, name = '', inside = '']) => {
    const lower = name.toLowerCase();
    const isMoved = lower.startsWith('translate');
    const values = inside.split(/\s*,\s*/).map((word, index) => {
      const isDown = index === 1 || lower === 'translatey';
      return pixelsOf(word, (unit) => {
        if (unit === '%') return isMoved ? hundredth(isDown, element, document) : 0.01;
        return isMoved
          ? { px: 1, mm: 96 / 25.4, cm: 96 / 2.54, in: 96, pt: 4 / 3, pc: 16 }[unit]
          : DEGREES[unit];
      });
    });
    if (values.includes(undefined)) return undefined;
    const [first, second] = values as number[];
    switch (lower) {
      case 'translatex':
        return `translate(${first} 0)`;
      case 'translatey':
        return `translate(0 ${first})`;
      case 'scalex':
        return `scale(${first} 1)`;
      case 'scaley':
        return `scale(1 ${first})`;
      case 'rotatez':
        return `rotate(${first})`;
      case 'skew':
        return `matrix(1 ${tangent(second ?? 0)} ${tangent(first ?? 0)} 1 0 0)`;
      case 'skewx':
        return `skewX(${first})`;
      case 'skewy':
        return `skewY(${first})`;
      default:
        return /^(?:matrix|translate|scale|rotate)$/.test(lower)
          ? `${lower}(${values.join(' ')})`
          : undefined;
    }
  });
  return written.includes(undefined) ? undefined : written.join(' ');
}

const tangent = (degrees: number): number => Math.tan((degrees * Math.PI) / 180);

/** A hundredth of the reference box, which is the viewport where nothing else is named. */
function hundredth(isDown: boolean, element: XmlElement, { root }: SvgDocument): number | undefined {
  if (!isOutermost(element, root) || ownValue(element, 'transform-box') !== undefined) return undefined;
  const whole =
    viewBoxOf(root)?.[isDown ? 3 : 2] ?? plainNumber(attribute(root, isDown ? 'height' : 'width')?.value);
  return whole === undefined ? undefined : whole / 100;
}
