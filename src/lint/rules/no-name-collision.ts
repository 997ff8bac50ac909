import * as v from 'valibot';
import { resourceName } from '../../emit/resource-name.ts';
import type { Span } from '../../diagnostics/span.ts';
import { defineRule } from '../rule.ts';
import { fileStem } from './file-stem.ts';

interface Named {
  readonly name: string;
  readonly span: Span;
}

/** Two icons whose names collapse to one resource: the second would overwrite the first. */
export const noNameCollision = defineRule({
  name: 'no-name-collision',
  category: 'android',
  summary: 'Forbids files whose names become the same Android resource name.',
  severity: 'error',
  presets: ['recommended', 'android', 'strict'],
  languages: ['svg'],
  fixes: [],
  options: v.strictObject({
    /** `folder`: only files of one folder become neighbours. `set`: the folders are flattened into one. */
    scope: v.optional(v.picklist(['folder', 'set']), 'folder'),
  }),
  gather({ path, document }, { scope }) {
    const stem = fileStem(path);
    if (path === undefined || stem === undefined) return undefined;
    const folder = scope === 'set' ? '' : path.slice(0, path.lastIndexOf('/') + 1);
    return { name: folder + resourceName(stem), span: document.root.open } satisfies Named;
  },
  compare(facts) {
    const byName = new Map<string, { path: string; span: Span }[]>();
    for (const { path, fact } of facts) {
      const { name, span } = fact as Named;
      byName.set(name, [...(byName.get(name) ?? []), { path, span }]);
    }
    return [...byName].flatMap(([name, files]) =>
      files.length < 2
        ? []
        : files.map(({ path, span }) => ({
            path,
            span,
            message: `As an Android resource this is '${name.split('/').pop()}', and so is ${otherOf(files, path)}.`,
            help: 'Rename one of them.',
          })),
    );
  },
});

const otherOf = (files: readonly { readonly path: string }[], path: string): string =>
  files.find((file) => file.path !== path)?.path ?? path;
