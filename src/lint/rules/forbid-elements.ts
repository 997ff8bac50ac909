import * as v from 'valibot';
import { elementsOf, type XmlElement } from '../../parse/tree.ts';
import { defineRule, type Rule } from '../rule.ts';

interface ForbidElements extends Pick<Rule, 'name' | 'summary'> {
  /** What is wrong with an element, one sentence; undefined where nothing is. */
  readonly message: (element: XmlElement) => string | undefined;
  readonly help: string;
}

/** A rule against elements that hold what is no drawing: no icon may have them, least of all on Android. */
export const forbidElements = ({ message, help, ...rest }: ForbidElements): Rule =>
  defineRule({
    ...rest,
    category: 'correctness',
    severity: 'error',
    presets: ['recommended', 'android', 'sketch', 'strict'],
    languages: ['svg'],
    fixes: [],
    options: v.strictObject({}),
    check({ document, report }) {
      for (const element of elementsOf(document.root)) {
        const said = message(element);
        if (said !== undefined) report({ span: element.open, message: said, help });
      }
    },
  });
