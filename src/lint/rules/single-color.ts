import * as v from 'valibot';
import { defineRule } from '../rule.ts';
import { shapesOf } from './shapes.ts';

/** An icon that is tinted at run time is one color, best written as currentColor. */
export const singleColor = defineRule({
  name: 'single-color',
  category: 'contract',
  summary: 'Mandates one color in the whole icon, or currentColor only.',
  severity: 'error',
  presets: [],
  languages: ['svg', 'vector-drawable'],
  fixes: [],
  options: v.strictObject({
    /** Mandate `currentColor`, in SVG. */
    currentColor: v.optional(v.boolean(), false),
  }),
  check({ icon, language, options, report }) {
    let first: string | undefined;
    for (const { shape } of shapesOf(icon?.children ?? [])) {
      for (const paint of [shape.fill?.paint, shape.stroke?.paint]) {
        if (paint === undefined) continue;
        if (paint.kind !== 'solid') {
          report({
            span: shape.span,
            message: 'This is painted with more than one color.',
            help: 'Paint it with one.',
          });
          continue;
        }
        const { r, g, b } = paint.color;
        const color = paint.reference ?? (paint.current === true ? 'currentColor' : `rgb(${r}, ${g}, ${b})`);
        if (options.currentColor && language === 'svg') {
          if (color !== 'currentColor')
            report({
              span: shape.span,
              message: `This is painted ${color}, not currentColor.`,
              help: 'Paint it with currentColor.',
            });
          continue;
        }
        first ??= color;
        if (color === first) continue;
        report({
          span: shape.span,
          message: `This is painted ${color}, the shapes before it ${first}.`,
          help: 'Paint all with one color.',
        });
      }
    }
  },
});
