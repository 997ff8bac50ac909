import { multiply, scaling, translation, type Matrix } from '../geometry/matrix.ts';
import type { Rect, Size } from '../geometry/point.ts';
import type { XmlElement } from '../parse/tree.ts';
import type { Report } from './report.ts';
import type { Style } from './style/style.ts';
import { geometryOf } from './units.ts';
import { parseLength, toPixels } from './values/length.ts';
import { fitViewBox } from './values/aspect.ts';
import { aspectOf, viewBoxOf } from './viewport.ts';

export interface RootSize {
  /** In CSS pixels. */
  readonly size: Size;
  /** In the icon's user units. */
  readonly viewport: Size;
  /** User units of the document to the viewport. */
  readonly transform: Matrix;
  /** What percentages in the document are of. */
  readonly viewBox: Rect;
  /** True when the document gives neither a size nor a viewBox, and what it draws must decide. */
  readonly isGuess: boolean;
  readonly known: { readonly width: number | undefined; readonly height: number | undefined };
}

/** What a browser gives an image that says nothing of its size. */
const DEFAULT_SIZE: Size = { width: 300, height: 150 };

/**
 * The size and coordinate system of the whole icon; undefined, with a diagnostic, when it has no area.
 *
 * The viewport is in units of the viewBox, scaled evenly, so that for the usual icon the map between them only moves.
 */
export function rootSize(root: XmlElement, style: Style, report: Report): RootSize | undefined {
  const view = viewBoxOf(root, { report });
  const width = readSide(root, style, 'width', view?.width, report);
  const height = readSide(root, style, 'height', view?.height, report);
  const isEmptyView = view !== undefined && !(view.width > 0 && view.height > 0);
  if (isEmptyView || (width !== undefined && !(width > 0)) || (height !== undefined && !(height > 0))) {
    report('no-area', {}, root.open);
    return undefined;
  }
  if (view === undefined) {
    const isGuess = width === undefined || height === undefined;
    if (isGuess) report('missing-size', {}, root.open);
    const size = { width: width ?? DEFAULT_SIZE.width, height: height ?? DEFAULT_SIZE.height };
    const viewBox = { x: 0, y: 0, ...size };
    return { size, viewport: size, transform: translation(0, 0), viewBox, isGuess, known: { width, height } };
  }
  const ratio = view.width / view.height;
  const size: Size = {
    width: width ?? (height === undefined ? view.width : height * ratio),
    height: height ?? (width === undefined ? view.height : width / ratio),
  };
  const aspect = aspectOf(root, { report });
  const fit = fitViewBox(view, aspect, size);
  // Back from pixels to units of the viewBox; a stretched one keeps its own extent and Android stretches it.
  const back = scaling(1 / fit.a, 1 / fit.d);
  const transform = settle(multiply(back, fit));
  const viewport: Size =
    aspect.align === undefined
      ? { width: view.width, height: view.height }
      : { width: size.width / fit.a, height: size.height / fit.d };
  const known = { width, height };
  return { size, viewport: settleSize(viewport, view), transform, viewBox: view, isGuess: false, known };
}

/** A side in pixels, or undefined for one that is absent or `auto`; percentages are of the viewBox. */
function readSide(
  root: XmlElement,
  style: Style,
  name: 'width' | 'height',
  whole: number | undefined,
  report: Report,
): number | undefined {
  const value = geometryOf(root, style, name);
  if (value === undefined || /^\s*(?:auto)?\s*$/i.test(value.text)) return undefined;
  const length = parseLength(value.text);
  if (length === undefined) {
    report('invalid-value', { name, value: value.text }, value.span);
    return undefined;
  }
  const isOfViewport = /^(?:%|v)/.test(length.unit);
  if (isOfViewport && whole === undefined) return undefined;
  const side = whole ?? 0;
  const { fontSize, rootFontSize } = style;
  return toPixels(length, { fontSize, rootFontSize, root: { width: side, height: side }, whole: side });
}

/** Rounds away what scaling there and back has left. */
const settle = (m: Matrix): Matrix => ({
  a: snap(m.a, 1),
  b: 0,
  c: 0,
  d: snap(m.d, 1),
  e: snap(m.e, Math.round(m.e)),
  f: snap(m.f, Math.round(m.f)),
});

function settleSize(size: Size, view: Rect): Size {
  return { width: snap(size.width, view.width), height: snap(size.height, view.height) };
}

const snap = (value: number, near: number): number =>
  Math.abs(value - near) <= 1e-9 * Math.max(1, Math.abs(near)) ? near : value;
