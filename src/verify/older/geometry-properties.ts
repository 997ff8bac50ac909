import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import { removeAttribute, replaceValue, setAttribute } from '../../parse/edit.ts';
import { elementsOf } from '../../parse/tree.ts';
import { attribute, declarationsOf, printDeclarations, sheetHas, type OlderForm } from './form.ts';

const BOX = ['x', 'y', 'width', 'height'];

/** The attributes that SVG 2 made properties, and of what. */
const OF: Readonly<Record<string, readonly string[]>> = {
  svg: BOX,
  use: BOX,
  symbol: BOX,
  rect: [...BOX, 'rx', 'ry'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  path: ['d'],
};

/** What a style says of a shape, as the attribute that SVG 1.1 has for it. */
export const geometryProperties: OlderForm = {
  feature: 'shapes drawn by CSS properties',
  fixtures: [],
  rewrite: (document) => {
    if (sheetHas(document, /[{;]\s*(?:[xyrd]|[cr][xy]|width|height)\s*:/)) return 'unknown';
    const edits: TextEdit[] = [];
    for (const element of elementsOf(document.root)) {
      const style = attribute(element, 'style');
      const properties = OF[element.local] ?? [];
      const declarations = declarationsOf(style?.value ?? '');
      const moved = declarations.filter(({ property }) => properties.includes(property));
      if (style === undefined || moved.length === 0) continue;
      const kept = declarations.filter((declaration) => !moved.includes(declaration));
      edits.push(replaceValue(style, printDeclarations(kept)));
      for (const [property, value] of new Map(moved.map((one) => [one.property, one.value]))) {
        const written = attribute(element, property);
        if (property === 'd') {
          const data = pathData(value);
          if (data === undefined) return 'unknown';
          edits.push(setAttribute(element, 'd', data));
        } else if (value !== 'auto') edits.push(setAttribute(element, property, value));
        else if (written !== undefined) edits.push(removeAttribute(document, written));
      }
    }
    return edits;
  },
};

/** What is between the quotes of `path("…")`; nothing is drawn for `none`. */
function pathData(value: string): string | undefined {
  if (/^none$/i.test(value)) return '';
  return /^path\(\s*(?:(?:nonzero|evenodd)\s*,\s*)?(["'])([^"']*)\1\s*\)$/i.exec(value)?.[2];
}
