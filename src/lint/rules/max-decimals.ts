import * as v from 'valibot';

import { attributeOf, elementsOf, spanWithin } from '../../parse/tree.ts';
import { defineRule } from '../rule.ts';

const GEOMETRY = [
  'd',
  'points',
  'x',
  'y',
  'width',
  'height',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'x1',
  'x2',
  'y1',
  'y2',
  'transform',
];

/** Digits nobody can see, in every download. */
export const maxDecimals = defineRule({
  name: 'max-decimals',
  category: 'contract',
  summary: 'Limits the decimals of coordinates.',
  severity: 'info',
  presets: [],
  languages: ['svg', 'vector-drawable'],
  fixes: [],
  options: v.strictObject({ max: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 3) }),
  check({ document, options, report }) {
    const long = new RegExp(`\\.\\d{${options.max + 1},}`);
    for (const element of elementsOf(document.root)) {
      const data = element.attributes.find(({ local }) => local === 'pathData');
      for (const attribute of [data, ...GEOMETRY.map((name) => attributeOf(element, name))]) {
        const match = long.exec(attribute?.value ?? '');
        if (attribute === undefined || match === null) continue;
        report({
          span: spanWithin(attribute, match.index, match.index + match[0].length),
          message: `This has ${match[0].length - 1} decimals, more than ${options.max}.`,
          help: 'Run windproof fix, which rounds to what the canvas can show.',
        });
        break;
      }
    }
  },
});
