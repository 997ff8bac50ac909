import * as v from 'valibot';
import { removeElement } from '../../parse/edit.ts';
import { elementsOf } from '../../parse/tree.ts';
import { defineRule } from '../rule.ts';
import { shapesOf } from './shapes.ts';

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
  check({ document, icon, report }) {
    let before: string | undefined;
    for (const { shape, opacity, isCut } of shapesOf(icon?.children ?? [])) {
      const { path, transform, fill, stroke } = shape;
      const key = JSON.stringify([path.commands, transform, fill, stroke, opacity, isCut]);
      if (key === before) {
        const element = [...elementsOf(document.root)].find(({ span }) => span.start === shape.span.start);
        report({
          span: shape.span,
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
      before = key;
    }
  },
});
