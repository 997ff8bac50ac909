import type { TextEdit } from '../diagnostics/diagnostic.ts';
import { applyEdits } from '../parse/edit.ts';
import { parseSvg } from '../parse/svg.ts';
import type { SvgDocument, XmlElement } from '../parse/tree.ts';
import { instancesOf, type Instance } from './instances.ts';
import {
  removeDeclarations,
  ruleDeclarationsOf,
  type RuleDeclaration,
  type RuleProperty,
} from './rule-declarations.ts';
import type { Site } from './sites.ts';

/** With more declarations than this beside a shape that keeps its rule, they all stay: each costs a reading. */
const MOST_TRIALS = 100;

/**
 * Edits that take out the rules nothing needs once every site but the `kept` ones is the same under both.
 *
 * Where none is kept, all declarations of a rule go that even-odd had brought in, those that say nonzero too. Where one
 * is, the declarations it depends on stay. A document that never says even-odd is left alone.
 */
export function removeNeedlessRules(document: SvgDocument, kept: readonly Site[]): TextEdit[] {
  const declarations = ruleDeclarationsOf(document);
  const needless = (['fill-rule', 'clip-rule'] as const).flatMap((property) => {
    const own = declarations.filter((declaration) => declaration.property === property);
    if (!own.some(({ value }) => value === 'evenodd' || value.startsWith('var('))) return [];
    const holding = kept.filter(({ rules }) => rules.includes(property)).map(({ element }) => element);
    return holding.length === 0 ? own : needlessBeside(document, property, own, new Set(holding));
  });
  return removeDeclarations(document, needless);
}

/** The even-odd declarations without which the kept shapes stay even-odd and no nonzero shape becomes it. */
function needlessBeside(
  document: SvgDocument,
  property: RuleProperty,
  declarations: readonly RuleDeclaration[],
  kept: ReadonlySet<XmlElement>,
): RuleDeclaration[] {
  const trials = declarations.filter(({ value }) => value === 'evenodd');
  if (trials.length > MOST_TRIALS) return [];
  const before = rulesOf(document, property);
  const mayChange = (index: number): boolean => {
    const { element, rules } = before[index] as ShapeRules;
    return !kept.has(element) && !rules.includes('nonzero');
  };
  const needless: RuleDeclaration[] = [];
  for (const trial of trials) {
    const edits = removeDeclarations(document, [...needless, trial]);
    const { document: without } = parseSvg(applyEdits(document.text, edits));
    if (without === undefined) continue;
    // Taking declarations out adds no shapes, so the order tells which is which.
    const isHarmless = rulesOf(without, property).every(
      ({ rules }, index) => rules === before[index]?.rules || mayChange(index),
    );
    if (isHarmless) needless.push(trial);
  }
  return needless;
}

interface ShapeRules {
  readonly element: XmlElement;
  /** Of each instance that the property concerns, in order. */
  readonly rules: string;
}

function rulesOf(document: SvgDocument, property: RuleProperty): ShapeRules[] {
  const instances = instancesOf(document) ?? new Map<XmlElement, Instance[]>();
  return [...instances].map(([element, all]) => ({
    element,
    rules: all
      .filter(({ kind }) => property === `${kind}-rule`)
      .map(({ rule }) => rule)
      .join(' '),
  }));
}
