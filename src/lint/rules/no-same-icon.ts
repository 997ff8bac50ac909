import * as v from 'valibot';
import { multiply, scaling, stretch } from '../../geometry/matrix.ts';
import type { Icon, Node } from '../../ir.ts';
import type { Span } from '../../diagnostics/span.ts';
import { transformPath } from '../../path/transform.ts';
import { defineRule } from '../rule.ts';

interface Drawn {
  readonly key: string;
  readonly span: Span;
}

/** The same picture under two names, compared by geometry and paint: a copy that will drift apart. */
export const noSameIcon = defineRule({
  name: 'no-same-icon',
  category: 'contract',
  summary: 'Forbids the same icon under two names.',
  severity: 'warning',
  presets: ['strict'],
  languages: ['svg', 'vector-drawable'],
  fixes: [],
  options: v.strictObject({}),
  gather({ path, icon, document }) {
    if (path === undefined || icon === undefined || icon.children.length === 0) return undefined;
    return { key: fingerprint(icon), span: document.root.open } satisfies Drawn;
  },
  compare(facts) {
    const first = new Map<string, string>();
    const findings = [];
    for (const { path, fact } of facts) {
      const { key, span } = fact as Drawn;
      const before = first.get(key);
      if (before === undefined) {
        first.set(key, path);
        continue;
      }
      findings.push({
        path,
        span,
        message: `This draws the same as ${before}.`,
        help: 'Keep one, and refer to it by that name.',
      });
    }
    return findings;
  },
});

/** Equal for icons that draw the same shapes with the same paint on the same canvas, to a thousandth of its size. */
function fingerprint({ viewport, children }: Icon): string {
  const scale = 1000 / Math.max(viewport.width, viewport.height);
  const parts: string[] = [String(Math.round((1000 * viewport.width) / viewport.height))];
  const walk = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (node.kind === 'group') {
        parts.push(JSON.stringify([node.opacity, node.clips, node.mask], seen));
        walk(node.children);
        parts.push('end');
        continue;
      }
      const { path, transform, fill, stroke } = node;
      const { commands } = transformPath(path, multiply(scaling(scale), transform));
      const width = stroke === undefined ? 0 : stroke.width * stretch(transform).major * scale;
      parts.push(JSON.stringify([commands, width], rounded));
      parts.push(JSON.stringify([fill, { ...stroke, width: 0 }], seen));
    }
  };
  walk(children);
  return hash(parts.join('\n'));
}

/** What shows in the picture: not where it stands in the text. */
const seen = (key: string, value: unknown): unknown =>
  key === 'span' || key === 'dataSpan' || key === 'id' ? undefined : value;

const rounded = (key: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value) : seen(key, value);

/** 64 bits of FNV-1a in two halves: enough to tell the icons of a set apart, small enough to remember for each. */
function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0xcbf29ce4;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x01000193) >>> 0;
    b = Math.imul(b ^ ((unit << 5) | (unit >> 3)), 0x01000193) >>> 0;
  }
  return `${a.toString(36)}.${b.toString(36)}.${text.length.toString(36)}`;
}
