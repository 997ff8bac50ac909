import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import { removeAttribute, setAttribute } from '../../parse/edit.ts';
import { elementsOf, hrefOf, type XmlElement } from '../../parse/tree.ts';
import { attribute, plainNumber, type OlderForm } from './form.ts';

/** A symbol with a place and size of its own: those of the uses, where they say none. */
export const placedSymbols: OlderForm = {
  feature: 'a place and size on <symbol>',
  fixtures: [],
  rewrite: (document) => {
    const all = elementsOf(document.root);
    const usesOf = new Map<string | undefined, XmlElement[]>();
    for (const use of all) {
      if (use.local !== 'use') continue;
      const href = hrefOf(use)?.value.trim();
      const others = usesOf.get(href);
      if (others === undefined) usesOf.set(href, [use]);
      else others.push(use);
    }
    const edits: TextEdit[] = [];
    for (const symbol of all) {
      const own = ['x', 'y', 'width', 'height'].flatMap((name) => attribute(symbol, name) ?? []);
      if (symbol.local !== 'symbol' || own.length === 0) continue;
      const id = attribute(symbol, 'id')?.value;
      for (const use of usesOf.get(`#${id}`) ?? []) {
        for (const { name, value } of own) {
          const before = attribute(use, name)?.value;
          if (name === 'width' || name === 'height') {
            if (before === undefined || before === 'auto') edits.push(setAttribute(use, name, value));
            continue;
          }
          const [moved, already] = [plainNumber(value), plainNumber(before ?? '0')];
          if (moved === undefined || already === undefined) return 'unknown';
          edits.push(setAttribute(use, name, String(moved + already)));
        }
      }
      edits.push(...own.map((one) => removeAttribute(document, one)));
    }
    return edits;
  },
};
