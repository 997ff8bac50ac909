import * as v from 'valibot';
import { insertAttribute } from '../../parse/edit.ts';
import { attributeOf } from '../../parse/tree.ts';
import { defineRule } from '../rule.ts';
import { shortened } from '../../diagnostics/shortened.ts';

/** Without a viewBox an icon cannot be scaled: it is cropped or leaves a margin. */
export const requireViewbox = defineRule({
  name: 'require-viewbox',
  category: 'correctness',
  summary: 'Mandates a viewBox of four numbers with a positive size on the root.',
  severity: 'error',
  presets: ['recommended', 'sketch', 'strict'],
  languages: ['svg'],
  fixes: ['safe'],
  options: v.strictObject({}),
  check({ document, report }) {
    const { root } = document;
    const viewBox = attributeOf(root, 'viewBox');
    if (viewBox === undefined) {
      const width = pixels(attributeOf(root, 'width')?.value);
      const height = pixels(attributeOf(root, 'height')?.value);
      const fits = width !== undefined && height !== undefined;
      report({
        span: root.open,
        message: 'The root has no viewBox, so the icon does not scale.',
        help: fits ? `Add viewBox="0 0 ${width} ${height}".` : 'Add a viewBox that holds the drawing.',
        ...(fits
          ? {
              fix: {
                safety: 'safe' as const,
                title: 'Add the viewBox that width and height imply',
                edits: [insertAttribute(root, 'viewBox', `0 0 ${width} ${height}`)],
              },
            }
          : {}),
      });
      return;
    }
    const numbers = viewBox.value
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const isValid =
      numbers.length === 4 &&
      numbers.every((number) => Number.isFinite(number)) &&
      (numbers[2] as number) > 0 &&
      (numbers[3] as number) > 0;
    if (isValid) return;
    report({
      span: viewBox.valueSpan,
      message: `The viewBox '${shortened(viewBox.value)}' is not four numbers with a positive width and height.`,
      help: 'Write it as "min-x min-y width height".',
    });
  },
});

/** A length in user units, or undefined where it is relative or missing. */
function pixels(value: string | undefined): number | undefined {
  const match = /^\s*(\d+(?:\.\d+)?|\.\d+)(?:px)?\s*$/.exec(value ?? '');
  return match === null || Number(match[1]) === 0 ? undefined : Number(match[1]);
}
