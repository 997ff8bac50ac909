import * as v from 'valibot';
import type { Span } from '../../diagnostics/span.ts';
import { attributeOf, elementsOf, isSvg, spanWithin } from '../../parse/tree.ts';
import { defineRule } from '../rule.ts';
import { referencesOf, sheetsOf } from './references.ts';
import { shortened } from '../../diagnostics/shortened.ts';

/** A style sheet's import, however it names its file. */
const IMPORT = /@import\b[^;]*;?/gi;

/** An icon that loads something from elsewhere leaks who looks at it, and draws differently offline. */
export const noExternalReference = defineRule({
  name: 'no-external-reference',
  category: 'correctness',
  summary: 'Forbids references to other files and servers.',
  severity: 'error',
  presets: ['recommended', 'strict'],
  languages: ['svg'],
  fixes: [],
  options: v.strictObject({}),
  check({ document, report }) {
    const help = 'Put what it refers to into the icon, or take the reference out.';
    for (const node of document.nodes)
      if (node.kind === 'instruction' && node.target === 'xml-stylesheet')
        report({ span: node.span, message: 'This loads a style sheet from outside the icon.', help });
    const imports: Span[] = [];
    for (const element of elementsOf(document.root)) {
      for (const text of sheetsOf(element))
        for (const match of text.value.matchAll(IMPORT))
          imports.push(spanWithin(text, match.index, match.index + match[0].length));
      const source = isSvg(element) ? undefined : attributeOf(element, 'src');
      if (source !== undefined && isOutside(source.value))
        report({ span: source.valueSpan, message: outside(source.value), help });
    }
    for (const span of imports)
      report({ span, message: 'This style sheet loads something from outside the icon.', help });
    for (const { target, span } of referencesOf(document)) {
      const isImport = imports.some(({ start, end }) => start <= span.start && span.end <= end);
      if (!isImport && isOutside(target)) report({ span, message: outside(target), help });
    }
  },
});

/** Not in this file: neither by an id nor as data. What runs (no-script) leads nowhere. */
const isOutside = (target: string): boolean => !/^(#|data:|javascript:|$)/i.test(target.trim());

const outside = (target: string): string => `This refers to '${shortened(target)}', outside the icon.`;
