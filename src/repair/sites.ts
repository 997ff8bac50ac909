import { attributeOf, type SvgDocument, type XmlElement } from '../parse/tree.ts';
import type { RepairOptions } from './icon.ts';
import { instancesOf, type Instance } from './instances.ts';
import { repairFillRule, type FillRuleRepair } from './path-data.ts';
import type { RuleProperty } from './rule-declarations.ts';
import { showsDirection, showsJoins } from './stroke-copy.ts';
import { writtenOutlineOf, type WrittenOutline } from './written-outline.ts';

/** A shape of the source that covers something by even-odd, and how that becomes nonzero. */
export interface Site {
  readonly element: XmlElement;
  readonly instances: readonly Instance[];
  /** The rules by which it is even-odd somewhere. */
  readonly rules: readonly RuleProperty[];
  readonly outline: WrittenOutline;
  readonly repair: SiteRepair;
  /** Whether it must change here and must not there: nonzero of the same data covers something else. */
  readonly isShared: boolean;
  /** Whether stroke or markers would show the change, and so need the old path. */
  readonly copiesStroke: boolean;
  /** Why it cannot be edited, though it could be repaired. */
  readonly obstacle?: string;
}

export interface SiteRepair extends Pick<
  FillRuleRepair,
  'method' | 'reason' | 'subpaths' | 'reversed' | 'breaks'
> {
  readonly data: string;
}

/** The shapes of a document that cover something by even-odd, in the order of the text. */
export function findSites(document: SvgDocument, options: RepairOptions): Site[] {
  const instances = instancesOf(document);
  if (instances === undefined) return [];
  return [...instances].flatMap(([element, all]) => {
    const site = siteOf(element, all, options);
    return site === undefined ? [] : [site];
  });
}

function siteOf(
  element: XmlElement,
  instances: readonly Instance[],
  options: RepairOptions,
): Site | undefined {
  const covering = instances.filter(({ covers }) => covers);
  const odd = covering.filter(({ rule }) => rule === 'evenodd');
  const [first] = odd;
  if (first === undefined) return undefined;
  const outline = writtenOutlineOf(element, first.style);
  const repair = repairOutline(outline, options);
  const isChanging = repair.method === 'reversed' || repair.method === 'split';
  const shows = repair.method === 'split' ? showsJoins : showsDirection;
  const copiesStroke = isChanging && instances.some(({ kind, style }) => kind === 'fill' && shows(style));
  const isShared = isChanging && odd.length < covering.length;
  const obstacle = obstacleOf(
    outline,
    isChanging,
    isShared,
    copiesStroke && instances.some(({ kind }) => kind === 'clip'),
  );
  return {
    element,
    instances: covering,
    rules: (['fill-rule', 'clip-rule'] as const).filter((rule) =>
      odd.some(({ kind }) => rule === `${kind}-rule`),
    ),
    outline,
    repair,
    isShared,
    copiesStroke,
    ...(obstacle === undefined ? {} : { obstacle }),
  };
}

function repairOutline(outline: WrittenOutline, { precision, faces, budget }: RepairOptions): SiteRepair {
  const nothing: SiteRepair = { method: 'unchanged', data: '', subpaths: 1, reversed: [], breaks: [] };
  if (outline.kind === 'simple') return nothing;
  const { pathData, ...repair } = repairFillRule(outline.data, {
    ...(precision === undefined ? {} : { precision }),
    faces,
    budget,
  });
  return { ...repair, data: pathData };
}

function obstacleOf(
  outline: WrittenOutline,
  isChanging: boolean,
  isShared: boolean,
  isClipWithStroke: boolean,
): string | undefined {
  if (outline.kind === 'elsewhere' && isChanging) return outline.reason;
  if (isShared) return 'it is drawn under both rules, and no copy of it could be made';
  if (isClipWithStroke) return 'it is a clip, and its stroke needs a copy of it';
  return undefined;
}

/** What a message calls an element. */
export function nameOf(element: XmlElement): string {
  const id = attributeOf(element, 'id')?.value;
  return id === undefined ? `this <${element.local}>` : `<${element.local} id="${id}">`;
}
