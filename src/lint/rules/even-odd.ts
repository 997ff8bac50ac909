import * as v from 'valibot';
import type { Span } from '../../diagnostics/span.ts';
import { attributeOf, elementsOf, type SvgDocument } from '../../parse/tree.ts';
import { defineRule, type Finding, type Rule, type WindingRepair } from '../rule.ts';

interface ForbidEvenOdd extends Pick<Rule, 'name' | 'summary'> {
  readonly rule: 'fill-rule' | 'clip-rule';
  /** What is said of the repairs of that rule, which is at least one. */
  readonly findings: (repairs: readonly WindingRepair[]) => readonly Finding[];
}

/** A rule against one of the two places where SVG may say even-odd. The repair of a file is one fix for both. */
export const forbidEvenOdd = ({ rule, findings, ...rest }: ForbidEvenOdd): Rule =>
  defineRule({
    ...rest,
    category: 'winding',
    severity: 'error',
    presets: ['recommended', 'android', 'sketch', 'strict'],
    languages: ['svg', 'vector-drawable'],
    fixes: rule === 'clip-rule' ? ['safe', 'unsafe'] : ['safe'],
    options: v.strictObject({}),
    check({ document, stages, report }) {
      const { repairs, fix } = stages.winding();
      const own = repairs.filter((repair) => repair.rule === rule);
      if (own.length === 0) return;
      for (const [index, finding] of findings(own).entries()) {
        const span = ruleSpan(document, finding.span, rule);
        // An SVG's repairs are one fix.
        report({ ...(index === 0 && fix !== undefined ? { fix } : {}), ...finding, span });
      }
    },
  });

/** Where the element at `span` says even-odd itself: its attribute, or `android:fillType`; else `span`. */
function ruleSpan(document: SvgDocument, span: Span, name: 'fill-rule' | 'clip-rule'): Span {
  for (const element of elementsOf(document.root)) {
    if (element.span.start !== span.start) continue;
    const attribute =
      attributeOf(element, name) ?? element.attributes.find(({ local }) => local === 'fillType');
    if (/^\s*evenodd\s*$/i.test(attribute?.value ?? '')) return attribute?.span ?? span;
  }
  return span;
}
