import { insertAttribute, setAttribute } from '../../parse/edit.ts';
import { elementsOf } from '../../parse/tree.ts';
import { inheritedValue, ownValue, sheetHas, viewBoxOf, type OlderForm } from './form.ts';

export const maskTypeInStyle: OlderForm = {
  feature: 'mask-type in a style sheet',
  fixtures: ['masking/mask/mask-type-in-style'],
  rewrite: (document) => {
    if (sheetHas(document, /mask-type/)) return 'unknown';
    return elementsOf(document.root).flatMap((element) => {
      const value = element.local === 'mask' ? ownValue(element, 'mask-type') : undefined;
      return value === undefined ? [] : [setAttribute(element, 'mask-type', value)];
    });
  },
};

export const backgroundColor: OlderForm = {
  feature: 'background-color',
  fixtures: ['structure/svg/background-color'],
  rewrite: (document) => {
    const { root } = document;
    if (sheetHas(document, /\bbackground/) || ownValue(root, 'background') !== undefined) return 'unknown';
    const color = ownValue(root, 'background-color');
    if (color === undefined) return [];
    // Wider than the viewBox, whatever preserveAspectRatio shows beside it.
    const [x, y, width, height] = viewBoxOf(root) ?? [0, 0, 10_000, 10_000];
    const place = `x="${x - 9 * width}" y="${y - 9 * height}" width="${19 * width}" height="${19 * height}"`;
    const style = `fill:${color};fill-opacity:1;stroke:none;opacity:1`.replace(/["<&]/g, '');
    const at = root.open.end;
    if (root.close === undefined) return 'unknown';
    return [{ span: { start: at, end: at }, text: `<rect ${place} style="${style}"/>` }];
  },
};

/** `currentColor` is inherited as a word: it takes the color of the element that is painted. */
export const inheritedCurrentColor: OlderForm = {
  feature: 'an inherited currentColor',
  fixtures: ['structure/style/current-color-stroke-before-color'],
  rewrite: (document) => {
    const edits = elementsOf(document.root).flatMap((element) => {
      if (ownValue(element, 'color') === undefined) return [];
      return ['fill', 'stroke']
        .filter(
          (property) =>
            ownValue(element, property) === undefined &&
            inheritedValue(element.parent, property)?.toLowerCase() === 'currentcolor',
        )
        .map((property) => insertAttribute(element, property, 'currentColor'));
    });
    return edits.length > 0 && sheetHas(document, /\b(?:color|fill|stroke)\s*:/) ? 'unknown' : edits;
  },
};
