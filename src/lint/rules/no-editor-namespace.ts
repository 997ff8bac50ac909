import * as v from 'valibot';
import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import { removeAttribute, removeElement } from '../../parse/edit.ts';
import { elementsOf } from '../../parse/tree.ts';
import { defineRule } from '../rule.ts';

/** Namespaces in which drawing programs keep their own notes. */
const EDITORS =
  /inkscape|sodipodi|sketchapp|bohemiancoding|ns\.adobe\.com|serif\.com|figma\.com|corel\.com|vectornator|boxy-svg|gravit|svgjs|purl\.org|creativecommons|rdf-syntax/i;

/** What a drawing program noted for itself: no picture needs it, and it names people and machines. */
export const noEditorNamespace = defineRule({
  name: 'no-editor-namespace',
  category: 'leftovers',
  summary: 'Forbids what drawing programs note for themselves.',
  severity: 'info',
  presets: ['sketch', 'strict'],
  languages: ['svg'],
  fixes: ['safe'],
  options: v.strictObject({}),
  check({ document, report }) {
    const edits: TextEdit[] = [];
    let first: { readonly start: number; readonly end: number } | undefined;
    const removed = new Set<unknown>();
    for (const element of elementsOf(document.root)) {
      if (element.fromEntity || (element.parent !== undefined && removed.has(element.parent))) {
        removed.add(element);
        continue;
      }
      if (
        EDITORS.test(element.namespace) ||
        /^undeclared:(inkscape|sodipodi|sketch|serif)$/.test(element.namespace)
      ) {
        edits.push(removeElement(document, element));
        removed.add(element);
        first ??= element.open;
        continue;
      }
      for (const attribute of element.attributes) {
        const declares = attribute.name.startsWith('xmlns:') && EDITORS.test(attribute.value);
        if (
          !declares &&
          !EDITORS.test(attribute.namespace) &&
          !/^undeclared:(inkscape|sodipodi|sketch|serif)$/.test(attribute.namespace)
        )
          continue;
        edits.push(removeAttribute(document, attribute));
        first ??= attribute.span;
      }
    }
    if (first === undefined) return;
    report({
      span: first,
      message: `A drawing program left ${edits.length} ${edits.length === 1 ? 'note' : 'notes'} of its own in this icon.`,
      help: 'Remove them: no renderer reads them.',
      fix: { safety: 'safe', title: 'Remove the notes', edits },
    });
  },
});
