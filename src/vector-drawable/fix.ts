import { diagnostic, type Diagnostic, type TextEdit } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/span.ts';
import { centerArc } from '../path/arc.ts';
import { isLostArc } from '../path/compact.ts';
import { parsePathData } from '../path/parse.ts';
import { applyEdits, removeAttribute, replaceValue } from '../parse/edit.ts';
import { parseXml } from '../parse/svg.ts';
import { childElements, elementsOf, spanWithin, type SvgDocument, type XmlElement } from '../parse/tree.ts';
import { utf8Length } from '../parse/utf8-length.ts';
import { repairFillRule, type FillRuleRepair } from '../repair/path-data.ts';
import { androidAttribute, isReference } from './attributes.ts';
import { oldestArcFaults, visibleIn } from './oldest-arcs.ts';
import { readPathData } from './path-data.ts';
import { readVectorDrawable } from './read.ts';
import { reprint } from './reprint.ts';
import { findPathFaults, mendPathData } from './safe-path-data.ts';
import { splitElement } from './split.ts';

export interface VectorFix {
  /** The source with its repairs, byte for byte the same elsewhere; absent when it is no VectorDrawable. */
  readonly output?: string;
  /** What was found. What could not be repaired is still in the output. */
  readonly diagnostics: readonly Diagnostic[];
  /** One for each even-odd fill or clip. */
  readonly repairs: readonly {
    readonly rule: 'fill-rule' | 'clip-rule';
    readonly repair: FillRuleRepair;
    /** Of the path data. */
    readonly span: Span;
    readonly element: Span;
    /** What mends this path alone; none where it is kept. */
    readonly edits: readonly TextEdit[];
  }[];
}

/** Bytes of a string that a resource can hold. */
const MOST_BYTES = 32_767;

/**
 * Repairs a VectorDrawable in place: even-odd fills and clips become nonzero ones, numbers that crash old parsers are
 * written out, arc flags set apart, movetos behind `z` made absolute, and paths too long for a resource taken apart.
 * Unknown attributes and comments survive.
 */
export function fixVectorDrawable(xml: string): VectorFix {
  const { document } = parseXml(xml);
  const read = readVectorDrawable(xml);
  if (document === undefined || document.root.local !== 'vector')
    return { diagnostics: read.diagnostics, repairs: [] };
  const edits: TextEdit[] = [];
  const repairs: VectorFix['repairs'][number][] = [];
  const diagnostics: Diagnostic[] = [...read.diagnostics];
  for (const element of elementsOf(document.root)) {
    if (element.local !== 'path' && element.local !== 'clip-path') continue;
    const found = fixElement(document, element);
    edits.push(...found.edits);
    diagnostics.push(...found.diagnostics);
    if (found.repair !== undefined)
      repairs.push({
        rule: element.local === 'path' ? 'fill-rule' : 'clip-rule',
        repair: found.repair,
        span: androidAttribute(element, 'pathData')?.valueSpan ?? element.span,
        element: element.span,
        edits: found.repair.method === 'kept' ? [] : found.edits,
      });
  }
  return { output: splitOverlong(applyEdits(xml, edits)), diagnostics, repairs };
}

/** Takes paths apart whose data no resource can hold, where that cannot show. */
function splitOverlong(xml: string): string {
  const { document } = parseXml(xml);
  if (document === undefined) return xml;
  const edits = elementsOf(document.root).flatMap((element): TextEdit[] => {
    const data = element.local === 'path' ? androidAttribute(element, 'pathData')?.value : undefined;
    if (data === undefined || utf8Length(data) <= MOST_BYTES) return [];
    const text = splitElement(xml, element, MOST_BYTES);
    return text === undefined ? [] : [{ span: element.span, text }];
  });
  return applyEdits(xml, edits);
}

interface ElementFix {
  readonly edits: readonly TextEdit[];
  readonly diagnostics: readonly Diagnostic[];
  readonly repair?: FillRuleRepair;
}

function fixElement(document: SvgDocument, element: XmlElement): ElementFix {
  const data = androidAttribute(element, 'pathData');
  if (data === undefined || isReference(data.value)) return { edits: [], diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  if (utf8Length(data.value) > MOST_BYTES)
    diagnostics.push(diagnostic('string-too-long', {}, data.valueSpan));
  for (const { kind, start, end } of findPathFaults(data.value)) {
    const span = spanWithin(data, start, end);
    if (kind === 'move-after-close') diagnostics.push(diagnostic('move-after-close', {}, span));
    if (kind === 'old-number')
      diagnostics.push(diagnostic('old-parser', { text: data.value.slice(start, end), api: 23 }, span));
  }

  for (const { command, from, start, end } of parsePathData(data.value).commands) {
    const arc = command.kind === 'arc' ? centerArc(from, command) : undefined;
    if (arc !== undefined && isLostArc(arc))
      diagnostics.push(diagnostic('small-arc', {}, spanWithin(data, start, end)));
  }

  const fillType = androidAttribute(element, 'fillType');
  let value = mendPathData(data.value);
  let repair: FillRuleRepair | undefined;
  const edits: TextEdit[] = [];
  if (fillType?.value.trim() === 'evenOdd') {
    repair = repairFillRule(value);
    if (repair.method !== 'kept') {
      value = withSafeArcs(mendPathData(repair.pathData), value, document, element);
      edits.push(removeAttribute(document, fillType));
    }
    // A clip's fill type is reported by the reader.
    if (element.local === 'path') diagnostics.push(diagnostic('fill-type', {}, fillType.span));
  }
  if (value !== data.value) edits.push(replaceValue(data, value));
  return { edits, diagnostics, ...(repair === undefined ? {} : { repair }) };
}

/**
 * `repaired`, printed anew where a subpath runs the other way now and API 21 would lose an arc of it, or draw it
 * flatter, though it did not before.
 */
function withSafeArcs(repaired: string, before: string, { root }: SvgDocument, element: XmlElement): string {
  const misdrawn = (text: string): number => oldestArcFaults(readPathData(text), 21, visibleIn(root)).length;
  if (misdrawn(repaired) <= misdrawn(before)) return repaired;
  const isStroked =
    androidAttribute(element, 'strokeColor') !== undefined || childElements(element).length > 0;
  return reprint(readPathData(repaired).commands, isStroked);
}
