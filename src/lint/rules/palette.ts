import * as v from 'valibot';
import type { Color, Paint } from '../../ir.ts';
import { defineRule } from '../rule.ts';
import { shapesOf } from './shapes.ts';

const Hex = v.pipe(v.string(), v.regex(/^(#[0-9a-fA-F]{6}|currentColor)$/, '#RRGGBB or currentColor'));

/** Colors outside the brand's palette are usually a slip of the eyedropper. */
export const palette = defineRule({
  name: 'palette',
  category: 'contract',
  summary: 'Mandates colors of the given palette.',
  severity: 'error',
  presets: [],
  languages: ['svg', 'vector-drawable'],
  fixes: [],
  options: v.strictObject({
    /** `#RRGGBB` or `currentColor`. Empty allows every color. */
    colors: v.optional(v.array(Hex), []),
  }),
  check({ icon, options, report }) {
    if (options.colors.length === 0) return;
    const allowed = new Set(options.colors.map((color) => color.toLowerCase()));
    for (const { shape } of shapesOf(icon?.children ?? [])) {
      for (const color of [shape.fill?.paint, shape.stroke?.paint].flatMap(colorsOf)) {
        if (allowed.has(color.toLowerCase())) continue;
        report({
          span: shape.span,
          message: `${color} is not in the palette.`,
          help: `Use one of ${options.colors.join(', ')}.`,
        });
      }
    }
  },
});

function colorsOf(paint: Paint | undefined): string[] {
  if (paint === undefined || paint.kind === 'pattern') return [];
  if (paint.kind !== 'solid') return paint.stops.map(({ color }) => hex(color));
  if (paint.reference !== undefined) return [];
  return [paint.current === true ? 'currentColor' : hex(paint.color)];
}

/** As `#rrggbb`; opacity is left out. */
export const hex = ({ r, g, b }: Color): string =>
  `#${[r, g, b].map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
