import * as v from 'valibot';
import { insertAttribute } from '../../parse/edit.ts';
import { defineRule } from '../rule.ts';
import { fileStem } from './file-stem.ts';
import { isPattern } from './is-pattern.ts';

/** Words of names that point along the line of reading, whole words between - and _ . */
const DIRECTIONAL =
  /(^|[-_ ])(back|forward|next|previous|prev|undo|redo|reply|send|left|right|arrow-?left|arrow-?right|chevron-?left|chevron-?right|navigate|exit|logout|login|indent|outdent|list|trending|help|directions|volume|redirect|shortcut|logoff)($|[-_ 0-9])/;

/** An arrow that means "back" must point the other way in Arabic and Hebrew. */
export const requireAutoMirror = defineRule({
  name: 'require-auto-mirror',
  category: 'android',
  summary: 'Reports icons that probably point along the line of reading but are not mirrored right to left.',
  severity: 'info',
  presets: ['android'],
  languages: ['vector-drawable'],
  fixes: ['unsafe'],
  options: v.strictObject({
    /** A regular expression on the file's name, in place of ours. */
    pattern: v.optional(v.pipe(v.string(), v.check(isPattern, 'a regular expression'))),
  }),
  check({ path, document, icon, options, report }) {
    const stem = fileStem(path);
    if (stem === undefined || icon?.android?.autoMirrored === true) return;
    const pattern = options.pattern === undefined ? DIRECTIONAL : new RegExp(options.pattern, 'u');
    if (!pattern.test(stem.toLowerCase())) return;
    report({
      span: document.root.open,
      message: `'${stem}' probably points along the line of reading, but is not mirrored in right-to-left layouts.`,
      help: 'Add android:autoMirrored="true", or convert with --auto-mirror.',
      fix: {
        safety: 'unsafe',
        title: 'Mirror it',
        edits: [insertAttribute(document.root, 'android:autoMirrored', 'true')],
      },
    });
  },
});
