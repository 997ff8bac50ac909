import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import { arcLength } from '../../geometry/measure.ts';
import { removeAttribute, replaceValue, setAttribute } from '../../parse/edit.ts';
import { elementsOf } from '../../parse/tree.ts';
import {
  attribute,
  declarationsOf,
  hasUses,
  inheritedValue,
  ownValue,
  printDeclarations,
  type OlderForm,
} from './form.ts';
import { contoursOf, outlineData } from './outlines.ts';

const DASHES = ['stroke-dasharray', 'stroke-dashoffset'] as const;

/** A length the author gives a path scales its dashes; the same dashes in the path's own length. */
export const pathLength: OlderForm = {
  feature: 'pathLength',
  fixtures: [],
  rewrite: (document) => {
    const edits: TextEdit[] = [];
    for (const element of elementsOf(document.root)) {
      const written = attribute(element, 'pathLength');
      const values = DASHES.map((name) => inheritedValue(element, name));
      if (written === undefined || (values[0] ?? 'none') === 'none') continue;
      if (!(Number(written.value) > 0)) {
        edits.push(removeAttribute(document, written));
        continue;
      }
      const isElsewhere = DASHES.some((name) => ownValue(element, name) === undefined);
      const data = outlineData(element);
      const due = Number(written.value);
      if (data === undefined || (isElsewhere && hasUses(document))) return 'unknown';
      const scale = lengthOf(data) / due;
      const style = attribute(element, 'style');
      const kept = declarationsOf(style?.value ?? '').filter(
        ({ property }) => !DASHES.some((one) => one === property),
      );
      if (style !== undefined) edits.push(replaceValue(style, printDeclarations(kept)));
      for (const [index, name] of DASHES.entries()) {
        const numbers = (values[index] ?? '0').split(/[\s,]+/).map((word) => Number(word.replace(/px$/, '')));
        if (numbers.some(Number.isNaN)) return 'unknown';
        edits.push(setAttribute(element, name, numbers.map((number) => number * scale).join(' ')));
      }
      edits.push(removeAttribute(document, written));
    }
    return edits;
  },
};

function lengthOf(data: string): number {
  const segments = contoursOf(data).flatMap((contour) => contour.segments);
  return segments.reduce((total, segment) => total + arcLength(segment), 0);
}
