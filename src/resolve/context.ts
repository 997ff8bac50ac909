import type { Matrix } from '../geometry/matrix.ts';
import type { Rect, Size } from '../geometry/point.ts';
import type { GradientStop, Icon, Node } from '../ir.ts';
import { attributeOf, elementsOf, hrefOf, type SvgDocument, type XmlElement } from '../parse/tree.ts';
import type { Path } from '../path/command.ts';
import type { Report } from './report.ts';
import { Style, type StyleEnvironment } from './style/style.ts';
import type { Span } from '../diagnostics/span.ts';

/** What an element draws, and the geometry its bounding box is made of (unpainted shapes count, markers do not). */
export interface Drawn {
  readonly nodes: readonly Node[];
  readonly outlines: readonly Outline[];
}

export interface Outline {
  readonly path: Path;
  /** Local user units to viewport. */
  readonly transform: Matrix;
}

export const NOTHING: Drawn = { nodes: [], outlines: [] };

/** Elements inside one another, references followed: each level costs stack. */
const DEEPEST = 512;

/** What a paint, marker, clip or mask costs of that: some ten calls, where an element costs two or three. */
const REFERENCE_DEPTH = 8;

/** What an element gets from where it stands. */
export interface Scope {
  /** Of the parent. */
  readonly style: Style;
  /** The parent's user units to the icon's viewport. */
  readonly ctm: Matrix;
  /** The nearest viewport in its own user units: what percentages are of. */
  readonly viewport: Size;
  /** The element whose paints `context-fill` and `context-stroke` name. */
  readonly contextElement?: PaintContext;
  /** Elements whose references are being followed, against cycles. */
  readonly open: readonly XmlElement[];
  /** Elements and references around, as `isTooDeep` counts them. */
  readonly depth: number;
  /** What `context.painted` was when the picture that blend modes see beneath them was empty. */
  readonly isolatedAt: number;
}

/** The element a paint is for: its box and units are what the paint's own are relative to. */
export interface PaintContext {
  readonly style: Style;
  readonly scope: Scope;
  /** Its user units to the viewport. */
  readonly ctm: Matrix;
  /** Its object bounding box in its user units; undefined when it has no geometry. */
  readonly box: () => Rect | undefined;
}

/** What one run of the resolver shares. */
export interface Context {
  readonly document: SvgDocument;
  readonly report: Report;
  readonly environment: StyleEnvironment;
  readonly languages: readonly string[];
  /** The icon's size and viewport, once the root element has said them. */
  readonly root: Pick<Icon, 'size' | 'viewport'>;
  /** Draws one element, or nothing where it may not be drawn. */
  readonly draw: (element: XmlElement, scope: Scope) => Drawn;
  /** Shapes painted so far. */
  readonly painted: () => number;
  /** Counts an element drawn; false when the icon has grown beyond what it may. */
  readonly spend: (span: Span) => boolean;
  /** Counts outlines whose box is asked for; false when all the groups around them have asked for too many. */
  readonly measure: (outlines: number) => boolean;
  /** The element with an id: the first of that name. */
  readonly byId: ReadonlyMap<string, XmlElement>;
  /** Ids that several elements have. */
  readonly repeatedIds: ReadonlySet<string>;
  /** The style of an element where it stands in the document: what gradients and clips inherit. */
  readonly placedStyle: (element: XmlElement) => Style;
  readonly keepsId: (id: string) => boolean;
  /** The stops of gradient elements that were asked for: thousands of shapes may have one gradient. */
  readonly stops: Map<XmlElement, readonly GradientStop[]>;
}

/** Each id with the first element that has it. */
export function indexIds(document: SvgDocument): Map<string, XmlElement> {
  const byId = new Map<string, XmlElement>();
  for (const [id, element] of identified(document)) if (!byId.has(id)) byId.set(id, element);
  return byId;
}

export function findRepeatedIds(document: SvgDocument): Set<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const [id] of identified(document)) (seen.has(id) ? repeated : seen).add(id);
  return repeated;
}

function* identified(document: SvgDocument): Generator<readonly [string, XmlElement]> {
  for (const element of elementsOf(document.root)) {
    const id = attributeOf(element, 'id')?.value;
    if (id !== undefined && id !== '') yield [id, element];
  }
}

export function placeStyles(environment: StyleEnvironment): (element: XmlElement) => Style {
  const known = new Map<XmlElement, Style>();
  const place = (element: XmlElement): Style => {
    let style = known.get(element);
    if (style === undefined) {
      const { parent } = element;
      style =
        parent === undefined ? new Style(element, undefined, environment) : place(parent).child(element);
      known.set(element, style);
    }
    return style;
  };
  return place;
}

/** The element a local reference names. Reports an address of another file, or of nothing. */
export function followUrl(url: string, span: Span, context: Context): XmlElement | undefined {
  if (!url.startsWith('#')) {
    context.report('external-reference', { address: url }, span);
    return undefined;
  }
  const id = decodeId(url.slice(1));
  const found = context.byId.get(id);
  if (found === undefined) context.report('missing-reference', { id }, span);
  if (context.repeatedIds.has(id))
    context.report('uneven-support', { what: `which of the elements with the id '${id}' is meant` }, span);
  return found;
}

/** The element that `href` names, as `followUrl`. */
export function followHref(element: XmlElement, context: Context): XmlElement | undefined {
  const href = hrefOf(element);
  return href === undefined ? undefined : followUrl(href.value.trim(), href.valueSpan, context);
}

/** What is drawn for `scope` behind a reference to `element`, a paint server, marker, clip or mask. */
export const behindReference = (
  { open, depth }: Pick<Scope, 'open' | 'depth'>,
  element: XmlElement,
): Pick<Scope, 'open' | 'depth'> => ({ open: [...open, element], depth: depth + REFERENCE_DEPTH });

/** Whether what stands so deep is left out, which is reported. */
export function isTooDeep({ depth }: Pick<Scope, 'depth'>, span: Span, context: Context): boolean {
  if (depth <= DEEPEST) return false;
  context.report('too-deep', {}, span);
  return true;
}

function decodeId(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
