import * as v from 'valibot';
import { elementsOf, spanWithin } from '../../parse/tree.ts';
import { defineRule } from '../rule.ts';
import { referencesOf } from './references.ts';

const IMPORT = /@import\b[^;]*;?|url\(\s*["']?(?:https?:)?\/\/[^)]*\)/gi;

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
    for (const { target, span } of referencesOf(document)) {
      if (target === '' || target.startsWith('#') || target.startsWith('data:')) continue;
      report({ span, message: `This refers to '${target}', outside the icon.`, help });
    }
    for (const element of elementsOf(document.root)) {
      if (element.local !== 'style') continue;
      for (const text of element.children) {
        if (text.kind !== 'text') continue;
        for (const match of text.value.matchAll(IMPORT)) {
          const span = spanWithin(text, match.index, match.index + match[0].length);
          report({ span, message: 'This style sheet loads something from outside the icon.', help });
        }
      }
    }
  },
});
