import { elementsOf, type SvgDocument, type XmlElement } from '../../parse/tree.ts';
import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import { replaceValue } from '../../parse/edit.ts';
import { attribute, declarationsOf, hasUses, printDeclarations, sheetHas, type OlderForm } from './form.ts';
import { closingOf } from './values.ts';

/** Longer values, and deeper ones, are written to stop programs. */
const LONGEST = 5_000;
const DEEPEST = 20;

/** What custom properties stand for. They themselves go: behind one, the renderer reads no more of a style. */
export const customProperties: OlderForm = {
  feature: 'var()',
  fixtures: [],
  rewrite: (document) => {
    if (sheetHas(document, /\bvar\(\s*--/)) return 'unknown';
    const edits: TextEdit[] = [];
    for (const element of elementsOf(document.root)) {
      for (const one of element.attributes) {
        const isStyle = one.name === 'style';
        const isUsed = /\bvar\(/i.test(one.value) && !/^(?:id|class|href|data-)/.test(one.name);
        if (isUsed && isMovedAbout(document, element, one.value)) return 'unknown';
        const put = (value: string): string => substitute(value, element, [], new Map()) ?? 'unset';
        if (isStyle && (isUsed || /(?:^|[;\s])--/.test(one.value))) {
          const read = declarationsOf(one.value).filter(({ property }) => !property.startsWith('--'));
          const after = read.map(({ property, value }) => ({ property, value: put(value) }));
          edits.push(replaceValue(one, printDeclarations(after)));
        } else if (isUsed) edits.push(replaceValue(one, put(one.value)));
      }
    }
    return edits;
  },
};

/** Whether a `<use>` may give a variable another value than it has where it stands. */
function isMovedAbout(document: SvgDocument, element: XmlElement, value: string): boolean {
  if (!hasUses(document)) return false;
  const names = new Set(value.match(/--[\w-]+/g) ?? []);
  return elementsOf(document.root).some(
    (other) =>
      other !== element &&
      other !== document.root &&
      declarationsOf(attribute(other, 'style')?.value ?? '').some(({ property }) => names.has(property)),
  );
}

/** What variables stand for where they are defined, each worked out once: of ten in each of ten there are many. */
type Known = Map<string, { readonly element: XmlElement; readonly value: string | undefined }>;

/** Undefined where a variable has no value: the whole declaration then counts for nothing. */
function substitute(
  text: string,
  element: XmlElement,
  open: readonly string[],
  known: Known,
): string | undefined {
  if (open.length > DEEPEST || text.length > LONGEST) return undefined;
  const start = /\bvar\(/i.exec(text);
  if (start === null) return text;
  const inside = start.index + start[0].length;
  const end = closingOf(text, inside);
  const [, name = '', , fallback] = /^\s*(--[^\s,]+)\s*(,([^]*))?$/.exec(text.slice(inside, end)) ?? [];
  const value =
    valueOf(name, element, open, known) ??
    (fallback === undefined ? undefined : substitute(fallback.trim(), element, open, known));
  const rest = substitute(text.slice(end + 1), element, open, known);
  if (value === undefined || rest === undefined) return undefined;
  return text.slice(0, start.index) + value + rest;
}

function valueOf(
  name: string,
  element: XmlElement,
  open: readonly string[],
  known: Known,
): string | undefined {
  const defined = open.includes(name) ? undefined : definition(element, name);
  if (defined === undefined) return undefined;
  const before = known.get(name);
  if (before?.element === defined.element) return before.value;
  const value = substitute(defined.value, defined.element, [...open, name], known);
  known.set(name, { element: defined.element, value });
  return value;
}

function definition(
  element: XmlElement | undefined,
  name: string,
): { readonly value: string; readonly element: XmlElement } | undefined {
  if (element === undefined) return undefined;
  const own = declarationsOf(attribute(element, 'style')?.value ?? '').filter(
    ({ property }) => property === name,
  );
  const value = own[own.length - 1]?.value;
  if (value === undefined || /^(?:inherit|unset|revert)$/.test(value))
    return definition(element.parent, name);
  return value === 'initial' ? undefined : { value, element };
}
