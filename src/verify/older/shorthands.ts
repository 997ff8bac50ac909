import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import { replaceValue, setAttribute } from '../../parse/edit.ts';
import { elementsOf } from '../../parse/tree.ts';
import { attribute, declarationsOf, ownValue, printDeclarations, sheetHas, type OlderForm } from './form.ts';

/** One marker for all places, in a style. */
export const markerShorthand: OlderForm = {
  feature: 'the shorthand marker',
  fixtures: [],
  rewrite: (document) => {
    if (sheetHas(document, /[{;]\s*marker\s*:/)) return 'unknown';
    return elementsOf(document.root).flatMap((element) => {
      const style = attribute(element, 'style');
      const declarations = declarationsOf(style?.value ?? '');
      if (style === undefined || !declarations.some(({ property }) => property === 'marker')) return [];
      const long = declarations.flatMap((declaration) =>
        declaration.property === 'marker'
          ? ['start', 'mid', 'end'].map((place) => ({ ...declaration, property: `marker-${place}` }))
          : [declaration],
      );
      return [replaceValue(style, printDeclarations(long))];
    });
  },
};

const MASKED = /^(url\(\s*#([^)\s]+)\s*\))\s+(alpha|luminance|match-source)$/i;

/** What a mask shows, said where it is used: as the mask's own type, where all who use it agree. */
export const maskShorthand: OlderForm = {
  feature: 'the shorthand mask',
  fixtures: [],
  rewrite: (document) => {
    const all = elementsOf(document.root);
    const edits: TextEdit[] = [];
    for (const element of all) {
      const value = ownValue(element, 'mask') ?? '';
      const [, url, id, kind = ''] = MASKED.exec(value) ?? [];
      if (url === undefined) continue;
      const style = attribute(element, 'style');
      const written = attribute(element, 'mask');
      const users = all.filter((other) => ownValue(other, 'mask')?.includes(`#${id}`));
      if (users.length > 1 || sheetHas(document, /[{;]\s*mask\s*:/)) return 'unknown';
      const mask = all.find((other) => attribute(other, 'id')?.value === id);
      if (mask !== undefined && kind !== 'match-source') edits.push(setAttribute(mask, 'mask-type', kind));
      if (style?.value.includes('mask') === true) {
        const long = declarationsOf(style.value).map((one) =>
          one.property === 'mask' ? { ...one, value: url } : one,
        );
        edits.push(replaceValue(style, printDeclarations(long)));
      } else if (written !== undefined) edits.push(replaceValue(written, url));
    }
    return edits;
  },
};
