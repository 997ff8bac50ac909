import * as v from 'valibot';
import type { Paint } from '../../ir.ts';
import { elementsOf } from '../../parse/tree.ts';
import { defineRule } from '../rule.ts';
import { shapesOf } from './shapes.ts';

/** Android lint's NewApi: what the configured minSdk does not know. AppCompat brings gradients and fill types back. */
export const noHigherApi = defineRule({
  name: 'no-higher-api',
  category: 'android',
  summary: 'Reports what needs a higher API level than the configured minSdk.',
  severity: 'warning',
  presets: ['recommended', 'android', 'strict'],
  languages: ['svg', 'vector-drawable'],
  fixes: [],
  options: v.strictObject({}),
  check({ document, icon, language, minSdk, appcompat, report }) {
    if (minSdk >= 24 || appcompat) return;
    if (language === 'vector-drawable') {
      for (const element of elementsOf(document.root)) {
        const fillType = element.attributes.find(({ local }) => local === 'fillType');
        if (fillType === undefined || element.local !== 'path') continue;
        report({
          span: fillType.span,
          message: `android:fillType needs API 24, and minSdk is ${minSdk}.`,
          help: 'Run windproof fix, which makes the path draw the same without it.',
        });
      }
    }
    for (const { shape } of shapesOf(icon?.children ?? [])) {
      for (const paint of [shape.fill?.paint, shape.stroke?.paint]) {
        if (paint === undefined || !isGradient(paint)) continue;
        report({
          span: shape.span,
          message: `A gradient needs API 24, and minSdk is ${minSdk}.`,
          help: 'Use a solid color, raise minSdk to 24, or say "appcompat": true if the app uses AppCompat.',
        });
        break;
      }
    }
  },
});

const isGradient = (paint: Paint): boolean => paint.kind !== 'solid' && paint.kind !== 'pattern';
