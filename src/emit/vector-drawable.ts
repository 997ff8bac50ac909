import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { UsageError } from '../errors.ts';
import type { Size } from '../geometry/point.ts';
import type { Icon } from '../ir.ts';
import { printDecimal } from '../path/number.ts';
import { precisionFor } from '../path/precision.ts';
import type { VectorNode, VectorPaint, VectorPath } from './android-tree.ts';
import { Layout } from './layout.ts';
import { guardLeaks } from './leak.ts';
import { element, printElement } from './markup.ts';
import { mergePaths } from './merge.ts';
import { splitLong } from './split-long.ts';
import { VectorPrinter } from './vector-print.ts';

export interface VectorDrawableOptions {
  /** The oldest API level to draw right on; 21 and up, default 21. */
  readonly minSdk?: number;
  /** The app draws its vectors with AppCompat, which knows gradients below API 24. Default false. */
  readonly appcompat?: boolean;
  /** Gives XML even where something had to be left out. Default false. */
  readonly allowLossy?: boolean;
  /** Printed decimals of coordinates; by default what fits the viewport. */
  readonly decimals?: number;
  /**
   * Prints path data that would be too long for a resource with coarser numbers than `decimals`, as fine as fit. Default
   * false: it is reported.
   */
  readonly shortenLong?: boolean;
  /** One element a line, each level deeper by this; no line breaks when false. Default one space. */
  readonly indent?: string | false;
  /** Leaves neighboring paths of one paint apart. Default false: they are merged where that cannot show. */
  readonly keepPaths?: boolean;
  /**
   * Moves the outlines of fills by up to a tenth of a pixel at 256, in place of a sixteenth. Default false: someone has to
   * count what it shows, as a conversion does.
   */
  readonly looseFills?: boolean;
  /** From `#RRGGBB` to a resource reference (`@color/brand`, `?attr/colorPrimary`). Unmapped colors are reported. */
  readonly colors?: ReadonlyMap<string, string>;
  /** Ids to keep as android:name, for animation. Default none. */
  readonly keepIds?: readonly string[] | 'all';
  /** Also takes path data of over 800 characters apart, of which Android's lint warns. Default false. */
  readonly splitLongPaths?: boolean;
  /** The longer side in dp, in place of the icon's own size. */
  readonly size?: number;
  readonly tint?: string;
  readonly tintMode?: string;
  readonly autoMirrored?: boolean;
  readonly name?: string;
}

export interface VectorDrawableResult {
  /** Absent where something was refused. */
  readonly xml?: string;
  /** The oldest API level that draws it without the help of the build or of AppCompat. */
  readonly minSdk: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** On the longer side, where pictures are compared. */
const PIXELS = 256;

/** 24 for gradients and fill types. */
const NEWER = 24;

/**
 * `icon` as VectorDrawable XML. It should have been lowered: dashes, masks and whatever else Android has no words for
 * are refused here, never dropped silently.
 *
 * @throws {UsageError} for an API level below 21, a size that is not positive, or decimals that are no whole number
 */
export function emitVectorDrawable(icon: Icon, options: VectorDrawableOptions = {}): VectorDrawableResult {
  const { minSdk = 21, appcompat = false, allowLossy = false, indent = ' ' } = options;
  const { nodes, isEmpty, printer, size, hasGradient, hasFillType, diagnostics } = layOut(icon, options);
  const isRefused = diagnostics.some(({ effect }) => effect === 'refused');
  const needsNewer = hasFillType || (hasGradient && !appcompat);
  const result = { minSdk: needsNewer ? Math.max(minSdk, NEWER) : minSdk, diagnostics };
  if (isRefused && !allowLossy) return result;

  const { android, viewport } = icon;
  const root = element(
    'vector',
    {
      'xmlns:android': 'http://schemas.android.com/apk/res/android',
      'xmlns:aapt': hasGradient ? 'http://schemas.android.com/aapt' : undefined,
      'android:name': options.name ?? android?.name,
      'android:width': `${printLength(size.width)}dp`,
      'android:height': `${printLength(size.height)}dp`,
      'android:viewportWidth': printLength(viewport.width),
      'android:viewportHeight': printLength(viewport.height),
      'android:alpha': icon.opacity < 1 ? printDecimal(icon.opacity, 4, true) : undefined,
      'android:tint': options.tint ?? android?.tint,
      'android:tintMode': options.tintMode ?? android?.tintMode,
      'android:autoMirrored': (options.autoMirrored ?? android?.autoMirrored) ? 'true' : undefined,
    },
    // A drawable without a path does not inflate.
    isEmpty ? [element('path', { 'android:pathData': 'M0 0' })] : nodes.map((node) => printer.element(node)),
  );
  return { xml: printElement(root, indent === false ? undefined : indent), ...result };
}

/** Commands in all paths: the search for the shortest path data would take most of the time of an icon of more. */
const MANY = 1000;

/**
 * What `emitVectorDrawable` would say of `icon`, and nothing printed.
 *
 * @throws {UsageError} as that does
 */
export function findEmitProblems(icon: Icon, options: VectorDrawableOptions = {}): readonly Diagnostic[] {
  // Only paths of few commands are merged, which never makes one too long: nothing is said of it.
  return layOut(icon, { ...options, keepPaths: true }).diagnostics;
}

interface LaidOut {
  readonly nodes: readonly VectorNode[];
  /** Whether the nodes hold no path. */
  readonly isEmpty: boolean;
  readonly printer: VectorPrinter;
  /** In dp. */
  readonly size: Size;
  readonly hasGradient: boolean;
  readonly hasFillType: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Everything but the text. */
function layOut(icon: Icon, options: VectorDrawableOptions): LaidOut {
  check(options);
  const { minSdk = 21, appcompat = false, allowLossy = false } = options;
  const layout = new Layout(icon, {
    minSdk,
    allowLossy,
    keepIds: options.keepIds === 'all' ? 'all' : new Set(options.keepIds),
    ...(options.colors === undefined ? {} : { colors: normalizeKeys(options.colors) }),
  });
  const laidOut = layout.run();
  const pixel = Math.max(icon.viewport.width, icon.viewport.height) / PIXELS;
  let nodes = options.keepPaths === true ? laidOut : mergePaths(laidOut, pixel);
  if (minSdk < 23) nodes = guardLeaks(nodes, icon.viewport);
  const isLarge = [...pathsOf(nodes)].reduce((sum, { commands }) => sum + commands.length, 0) > MANY;
  const precision = precisionFor(icon.viewport, options.decimals, options.looseFills);
  const coarser =
    options.shortenLong === true
      ? [precisionFor(icon.viewport), precisionFor(icon.viewport, undefined, options.looseFills)]
      : [];
  const printer = new VectorPrinter(precision, coarser, minSdk, isLarge);
  const diagnostics = [...layout.diagnostics];
  nodes = splitLong(nodes, printer, options.splitLongPaths ?? false, diagnostics);

  const paths = [...pathsOf(nodes)];
  const hasGradient = paths.some(({ fill, stroke }) => isGradient(fill) || isGradient(stroke?.paint));
  const hasFillType = paths.some(({ evenOdd }) => evenOdd);
  if (minSdk < NEWER && !appcompat && (hasGradient || hasFillType)) {
    const whole = { start: 0, end: 0 };
    const reference =
      options.tint?.startsWith('@') || options.tint?.startsWith('?') ? options.tint : referenceIn(paths);
    if (reference !== undefined) diagnostics.push(diagnostic('reference-in-png', { reference }, whole));
  }

  const scale = options.size === undefined ? 1 : options.size / Math.max(icon.size.width, icon.size.height);
  const size = { width: icon.size.width * scale, height: icon.size.height * scale };
  if (Math.max(size.width, size.height) > 200) {
    const text = `${printDecimal(size.width, 1, true)} by ${printDecimal(size.height, 1, true)} dp`;
    diagnostics.push(diagnostic('large-vector', { size: text }, { start: 0, end: 0 }));
  }
  return { nodes, isEmpty: paths.length === 0, printer, size, hasGradient, hasFillType, diagnostics };
}

function check({ minSdk = 21, size, decimals }: VectorDrawableOptions): void {
  if (!(minSdk >= 21))
    throw new UsageError(`VectorDrawable needs API 21; the oldest level asked for is ${minSdk}.`);
  if (size !== undefined && !(size > 0 && size < Infinity))
    throw new UsageError(`A size in dp is a positive number, not ${size}.`);
  if (decimals !== undefined && !(Number.isInteger(decimals) && decimals >= 0 && decimals <= 8))
    throw new UsageError(`Decimals are a whole number from 0 to 8, not ${decimals}.`);
}

function normalizeKeys(colors: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...colors].map(([color, reference]) => [color.toUpperCase(), reference]));
}

/** Six digits after the point at most, and never zero, at which inflation throws. */
function printLength(value: number): string {
  return printDecimal(Math.max(value, 1e-6), 6, true);
}

function* pathsOf(nodes: readonly VectorNode[]): Generator<VectorPath> {
  for (const node of nodes) {
    if (node.kind === 'path') yield node;
    else if (node.kind === 'group') yield* pathsOf(node.children);
  }
}

const isGradient = (paint: VectorPaint | undefined): boolean => paint?.kind === 'gradient';

function referenceIn(paths: readonly VectorPath[]): string | undefined {
  return paths
    .flatMap(({ fill, stroke }) => [fill, stroke?.paint])
    .map((paint) => (paint?.kind === 'color' ? paint.reference : undefined))
    .find((reference) => reference !== undefined);
}
