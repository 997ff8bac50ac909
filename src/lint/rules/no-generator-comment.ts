import * as v from 'valibot';
import { elementsOf, isSvg, textOf, type XmlNode } from '../../parse/tree.ts';
import type { Span } from '../../diagnostics/span.ts';
import { removeElement } from '../../parse/edit.ts';
import { defineRule } from '../rule.ts';

const GENERATOR = /\b(generator|created (with|by|using)|exported (from|by)|drawn with|uploaded to)\b/i;

/** "Generator: …" and "Created with …": an advertisement in every file. */
export const noGeneratorComment = defineRule({
  name: 'no-generator-comment',
  category: 'leftovers',
  summary: 'Forbids comments and descriptions that name the program an icon was drawn with.',
  severity: 'info',
  presets: ['sketch', 'strict'],
  languages: ['svg', 'vector-drawable'],
  fixes: ['safe'],
  options: v.strictObject({}),
  check({ document, report }) {
    const help = 'Remove it.';
    const title = 'Remove it';
    for (const comment of commentsOf(document.nodes)) {
      if (!GENERATOR.test(comment.value)) continue;
      const edits = [{ span: comment.span, text: '' }];
      report({
        span: comment.span,
        message: 'This comment only names the program.',
        help,
        fix: { safety: 'safe', title, edits },
      });
    }
    for (const element of elementsOf(document.root)) {
      if (!isSvg(element, 'desc') || !/^created (with|by|using) \S+$/i.test(textOf(element).trim())) continue;
      const edits = [removeElement(document, element)];
      report({
        span: element.span,
        message: 'This description only names the program.',
        help,
        fix: { safety: 'safe', title, edits },
      });
    }
  },
});

function* commentsOf(nodes: readonly XmlNode[]): Generator<{ readonly value: string; readonly span: Span }> {
  for (const node of nodes) {
    if (node.kind === 'comment') yield node;
    else if (node.kind === 'element') yield* commentsOf(node.children);
  }
}
