import * as v from 'valibot';
import { resourceName } from '../../emit/resource-name.ts';
import { defineRule } from '../rule.ts';
import { fileStem } from './file-stem.ts';

/** Android's build refuses a drawable whose name is not [a-z][a-z0-9_]*, or is a word of Java's. */
export const resourceNameRule = defineRule({
  name: 'resource-name',
  category: 'android',
  summary:
    'Mandates file names that Android takes as resource names, or of a source that become one plainly.',
  severity: 'warning',
  presets: ['android', 'strict'],
  languages: ['svg', 'vector-drawable'],
  fixes: [],
  options: v.strictObject({}),
  check({ path, document, language, report }) {
    const stem = fileStem(path);
    if (stem === undefined || resourceName(stem) === stem) return;
    const legal = resourceName(stem);
    // A source may have its own habits of case and separators; a conversion that only changes those surprises nobody.
    if (language === 'svg' && legal === stem.toLowerCase().replace(/[-_. ]+/g, '_')) return;
    report({
      span: document.root.open,
      message:
        language === 'svg'
          ? `'${stem}' is no Android resource name; a conversion writes ${legal}.xml.`
          : `'${stem}' is no Android resource name; the build refuses it.`,
      help: `Rename the file to ${legal}.`,
    });
  },
});
