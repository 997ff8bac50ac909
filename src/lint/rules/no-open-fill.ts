import * as v from 'valibot';
import type { Contour } from '../../geometry/contour.ts';
import { defineRule } from '../rule.ts';
import { shapesOf } from './shapes.ts';

/** A fill closes an open subpath with a straight line: rarely where the designer would have drawn it. */
export const noOpenFill = defineRule({
  name: 'no-open-fill',
  category: 'correctness',
  summary: 'Forbids filled subpaths whose ends do not meet.',
  severity: 'info',
  presets: ['strict'],
  languages: ['svg', 'vector-drawable'],
  fixes: [],
  options: v.strictObject({}),
  check({ icon, report }) {
    for (const { shape } of shapesOf(icon?.children ?? [])) {
      if (shape.fill === undefined) continue;
      const open = shape.path.contours.findIndex(isGaping);
      if (open < 0) continue;
      report({
        span: shape.dataSpan ?? shape.span,
        message: `Subpath ${open + 1} is filled but its ends do not meet; a straight line closes it.`,
        help: 'Close it where it should close, or fill none.',
      });
    }
  },
});

/** Open, with ends further apart than rounding explains. */
function isGaping({ start, segments, closed }: Contour): boolean {
  if (closed || segments.length < 2) return false;
  const end = segments[segments.length - 1]?.to ?? start;
  const reach = Math.max(...segments.map(({ to }) => Math.hypot(to.x - start.x, to.y - start.y)));
  return Math.hypot(end.x - start.x, end.y - start.y) > reach * 0.01;
}
