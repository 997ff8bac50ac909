import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import { replaceValue } from '../../parse/edit.ts';
import { elementsOf, type SvgDocument, type XmlElement } from '../../parse/tree.ts';
import { declarationsOf, printDeclarations, type Declaration } from './form.ts';

/** Another value for a property of an element; undefined where it may stay. */
export type Change = (property: string, value: string, element: XmlElement) => string | undefined;

/**
 * Gives values of `properties` another notation, in attributes and `style` alike. Style sheets are left alone: what is
 * newer in them was written into `style` before.
 */
export function changeValues(
  { root }: SvgDocument,
  properties: ReadonlySet<string>,
  change: Change,
): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const element of elementsOf(root)) {
    for (const attribute of element.attributes) {
      if (attribute.name === 'style') {
        const before = declarationsOf(attribute.value);
        const after = before.map((declaration): Declaration => {
          const { property, value } = declaration;
          const changed = properties.has(property) ? change(property, value, element) : undefined;
          return changed === undefined ? declaration : { property, value: changed };
        });
        if (after.some((declaration, index) => declaration !== before[index]))
          edits.push(replaceValue(attribute, printDeclarations(after)));
      } else if (properties.has(attribute.name)) {
        const changed = change(attribute.name, attribute.value.trim(), element);
        if (changed !== undefined) edits.push(replaceValue(attribute, changed));
      }
    }
  }
  return edits;
}

/** Where a function's parentheses close, from just inside them; the text's length when they do not. */
export function closingOf(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')' && (depth -= 1) === 0) return at;
  }
  return text.length;
}
