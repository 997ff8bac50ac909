import * as v from 'valibot';
import { defineRule } from '../rule.ts';
import { utf8Length } from '../../parse/utf8-length.ts';

/** A source that svgo would make much smaller. In no cheap preset: it costs an svgo run a file. */
export const requireOptimized = defineRule({
  name: 'require-optimized',
  category: 'leftovers',
  summary: 'Mandates sources that svgo can make little smaller.',
  severity: 'warning',
  presets: ['strict'],
  languages: ['svg'],
  fixes: [],
  options: v.strictObject({
    /** The share of bytes that svgo may still save. */
    threshold: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0.1),
  }),
  check({ text, document, stages, options, report }) {
    const bytes = utf8Length(text);
    const optimized = stages.optimizedBytes();
    if (optimized === undefined) return;
    const saved = (bytes - optimized) / bytes;
    if (saved <= options.threshold) return;
    report({
      span: document.root.open,
      message: `svgo would save ${Math.round(saved * 100)} % (${bytes} to ${optimized} bytes).`,
      help: 'Run windproof fix on it.',
    });
  },
});
