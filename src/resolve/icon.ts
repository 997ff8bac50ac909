import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { UsageError } from '../errors.ts';
import { IDENTITY, multiply, translation, type Matrix } from '../geometry/matrix.ts';
import type { Size } from '../geometry/point.ts';
import { checkTime } from '../geometry/time.ts';
import type { Color, Fill, Icon, Node, Shape } from '../ir.ts';
import type { SvgDocument } from '../parse/tree.ts';
import { pathOf } from '../path/contours.ts';
import { parseColor } from './color/parse.ts';
import { passesConditions } from './conditional.ts';
import { findRepeatedIds, indexIds, placeStyles, type Context, type Drawn, type Scope } from './context.ts';
import { applyEffects } from './effects.ts';
import { drawElement } from './element.ts';
import { Reporter, type Report } from './report.ts';
import { rootSize, type RootSize } from './root.ts';
import { rectCommands } from './shapes.ts';
import { Cascade } from './style/cascade.ts';
import type { Style } from './style/style.ts';
import { localTransform } from './transform.ts';
import { boxOf } from './box.ts';
import { reportMovingParts } from './unsupported.ts';
import { drawChildren } from './viewport.ts';

export interface ResolveOptions {
  /** What `currentColor` means where the document does not set `color`: any CSS color. Black by default. */
  readonly currentColor?: string;
  /** The languages `systemLanguage` is asked about, most wanted first. English by default. */
  readonly languages?: readonly string[];
  /** Ids of elements that keep a group or shape of their own, for animation. */
  readonly keepIds?: ReadonlySet<string>;
}

export interface ResolveResult {
  /** Absent when the document has no picture to speak of: a size that is not positive, or unlimited growth. */
  readonly icon?: Icon;
  readonly diagnostics: readonly Diagnostic[];
}

/** Elements that one icon may draw, `<use>` expanded. */
const MOST_ELEMENTS = 30_000;

/** Outlines whose bounding box clips and masks may ask for, each once for every group around it that asks. */
const MOST_MEASURED = 300_000;

/**
 * Settles everything that SVG leaves open: style sheets and inheritance, references, units, viewBox, transforms.
 *
 * The icon is all that could be carried over; what could not is said by a diagnostic with effect `refused` or
 * `approximate`. Never throws on account of the document.
 *
 * @throws {UsageError} when `currentColor` is no color
 */
export function resolveIcon(document: SvgDocument, options: ResolveOptions = {}): ResolveResult {
  const reporter = new Reporter();
  const { report } = reporter;
  const currentColor = readCurrentColor(options.currentColor);
  const environment = { cascade: new Cascade(document, report), currentColor };
  const { root } = document;
  reportMovingParts(document, report);
  const placedStyle = placeStyles(environment);
  const style = placedStyle(root);
  const stated = rootSize(root, style, report);
  if (stated === undefined) return { diagnostics: reporter.diagnostics };

  let drawnElements = 0;
  let painted = 0;
  let measured = 0;
  const context: Context = {
    document,
    report,
    environment,
    languages: (options.languages ?? ['en']).map((language) => language.toLowerCase()),
    root: stated,
    draw: (element, scope) => {
      const drawn = drawElement(element, scope, context);
      if (drawn.nodes.length > 0) painted += 1;
      return drawn;
    },
    painted: () => painted,
    spend: (span) => {
      checkTime();
      drawnElements += 1;
      if (drawnElements === MOST_ELEMENTS) report('too-complex', { limit: MOST_ELEMENTS }, span);
      return drawnElements < MOST_ELEMENTS;
    },
    measure: (outlines) => (measured += outlines) <= MOST_MEASURED,
    byId: indexIds(document),
    repeatedIds: findRepeatedIds(document),
    placedStyle,
    keepsId: (id) => options.keepIds?.has(id) === true,
    stops: new Map(),
  };
  const rootScope: Scope = {
    style,
    ctm: IDENTITY,
    viewport: stated.viewBox,
    open: [],
    depth: 0,
    isolatedAt: 0,
  };
  if (style.keyword('display') === 'none' || !passesConditions(root, context))
    return { icon: emptyIcon(stated), diagnostics: reporter.diagnostics };

  const ctm = multiply(stated.transform, rootTransform(rootScope, stated, context));
  const drawn = drawChildren(root, { ...rootScope, ctm, depth: 1 }, context);
  const { size, viewport } = stated.isGuess ? guessSize(drawn, stated) : stated;
  const opacity = style.share('opacity');
  const backdrop = rootBackground(style, viewport, report);
  const content = { ...drawn, nodes: [...backdrop, ...drawn.nodes] };
  const nodes = opacity === 0 ? [] : rootEffects(content, rootScope, ctm, context);
  if (drawnElements >= MOST_ELEMENTS || environment.cascade.isTooComplex)
    return { diagnostics: reporter.diagnostics };
  return { icon: { size, viewport, opacity, children: nodes }, diagnostics: reporter.diagnostics };
}

function readCurrentColor(text: string | undefined): Color {
  const color = parseColor(text ?? 'black');
  if (color === undefined) throw new UsageError(`currentColor: '${text ?? ''}' is no color`);
  return color;
}

const emptyIcon = ({ size, viewport }: RootSize): Icon => ({ size, viewport, opacity: 1, children: [] });

/** The root's own transform. As a CSS box it turns about its middle, unlike any element inside it. */
function rootTransform(scope: Scope, stated: RootSize, context: Context): Matrix {
  const { style } = scope;
  const value = style.declared('transform');
  if (value === undefined || value.text.toLowerCase() === 'none') return IDENTITY;
  context.report('root-transform', {}, value.span);
  const own = localTransform(style, scope, context, () => undefined);
  if (style.declared('transform-origin') !== undefined) return own;
  const { x, y, width, height } = stated.viewBox;
  const middle = { x: x + width / 2, y: y + height / 2 };
  return multiply(multiply(translation(middle.x, middle.y), own), translation(-middle.x, -middle.y));
}

/** The root's CSS background, which browsers paint behind everything. */
function rootBackground(style: Style, viewport: Size, report: Report): Shape[] {
  for (const property of ['background-color', 'background'] as const) {
    const { text, span } = style.value(property);
    if (/^(?:none|transparent)$/i.test(text)) continue;
    const color = /^currentcolor$/i.test(text) ? style.color() : parseColor(text);
    if (color === undefined) {
      report('unsupported-css', { property, value: text }, span);
      continue;
    }
    if (color.a === 0) continue;
    report('root-background', {}, span);
    const path = pathOf(rectCommands(0, 0, viewport.width, viewport.height));
    const fill: Fill = { paint: { kind: 'solid', color }, opacity: 1, rule: 'nonzero' };
    return [{ kind: 'shape', path, transform: IDENTITY, fill, span }];
  }
  return [];
}

/** Clips and masks on the root; its opacity is the icon's. */
function rootEffects(drawn: Drawn, scope: Scope, ctm: Matrix, context: Context): readonly Node[] {
  const { root } = context.document;
  return applyEffects(root, scope.style, scope, ctm, drawn, context, 1).nodes;
}

/** A document without size and viewBox is as large as what it draws reaches right and down. */
function guessSize(drawn: Drawn, stated: RootSize): { size: Size; viewport: Size } {
  const box = boxOf(drawn.outlines, IDENTITY);
  const width = stated.known.width ?? (box === undefined ? 0 : box.x + box.width);
  const height = stated.known.height ?? (box === undefined ? 0 : box.y + box.height);
  if (!(width > 0 && height > 0)) return stated;
  return { size: { width, height }, viewport: { width, height } };
}
