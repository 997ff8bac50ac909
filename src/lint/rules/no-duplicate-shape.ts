import * as v from 'valibot';
import type { Group } from '../../ir.ts';
import { removeElement } from '../../parse/edit.ts';
import { elementsOf } from '../../parse/tree.ts';
import { defineRule } from '../rule.ts';
import { shapesOf } from './shapes.ts';

const EFFECTS: ReadonlySet<string> = new Set(['unsupported-filter', 'unsupported-blend-mode']);

/** The same shape painted twice in the same place: twice the bytes, and darker where it is translucent. */
export const noDuplicateShape = defineRule({
  name: 'no-duplicate-shape',
  category: 'correctness',
  summary: 'Forbids painting the same shape twice in a row.',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  languages: ['svg', 'vector-drawable'],
  fixes: ['unsafe'],
  options: v.strictObject({}),
  check({ document, icon, stages, report }) {
    // A filter or a blend mode makes another picture of the copy, and is not in the icon.
    if (stages.conversion().some(({ code }) => EFFECTS.has(code))) return;
    let before: { readonly key: () => string; readonly count: number; readonly start: number } | undefined;
    const groups = new Map<Group, number>();
    for (const { shape, opacity, cutBy } of shapesOf(icon?.children ?? [])) {
      const { path, transform, fill, stroke, span } = shape;
      // Two groups may cut the same shape differently.
      if (cutBy !== undefined && !groups.has(cutBy)) groups.set(cutBy, groups.size);
      const cut = cutBy === undefined ? null : groups.get(cutBy);
      const key = (): string => JSON.stringify([path.commands, transform, fill, stroke, opacity, cut]);
      const count = path.commands.length;
      // Written out only where a glance does not tell them apart.
      if (count === before?.count && key() === before.key()) {
        // Drawn twice by <use>, it stands in the text once.
        const element =
          span.start === before.start
            ? undefined
            : elementsOf(document.root).find((candidate) => candidate.span.start === span.start);
        report({
          span,
          message: 'This shape is painted once more in the same place.',
          help: 'Remove the copy.',
          ...(element === undefined || element.fromEntity
            ? {}
            : {
                fix: {
                  // Antialiased edges and translucent paint grow lighter.
                  safety: 'unsafe' as const,
                  title: 'Remove the copy',
                  edits: [removeElement(document, element)],
                },
              }),
        });
      }
      before = { key, count, start: span.start };
    }
  },
});
