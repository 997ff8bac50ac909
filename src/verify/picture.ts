import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { WHOLE } from '../diagnostics/span.ts';
import { printSvg } from '../emit/svg.ts';
import type { Color, Icon } from '../ir.ts';
import type { Draw, Picture } from '../ports.ts';
import { readVectorDrawable } from '../vector-drawable/read.ts';
import { comparePictures, LONGER_SIDE, type Comparison } from './compare.ts';
import { compareFine } from './fine.ts';

export interface PictureVerdict {
  /**
   * `same`: the same picture, in every reading. `close`: another one at the size that decides, yet the same where both
   * are drawn finer. `differs`: another, or one of the two could not be drawn.
   */
  readonly verdict: 'same' | 'close' | 'differs';
  /** Of the reading that differs most, 0 to 1, at the size that decides; absent where nothing could be compared. */
  readonly difference?: number;
  /** The same at the finer look, where one was needed and found no difference that counts. */
  readonly finerDifference?: number;
  readonly diagnostics: readonly Diagnostic[];
}

export interface PictureOptions {
  /** The oldest API level: below 24 the output is also drawn as those versions do. Default 21. */
  readonly minSdk?: number;
  /** What the resource references of the output stand for. */
  readonly references?: ReadonlyMap<string, Color>;
}

/**
 * Holds `xml`, drawn through a reader that follows the platform, against `source`, an SVG text, drawn by the same
 * renderer: with fill types honored and clips nested as from API 24 on and, below, as older versions see it.
 *
 * Where the two differ they are drawn again, finer: see {@link compareFine}. That makes them close, never the same.
 *
 * The verdict only rejects; it never suggests another output.
 */
export function verifyPicture(
  source: string,
  xml: string,
  draw: Draw,
  options: PictureOptions = {},
): PictureVerdict {
  const wanted = drawSafely(draw, source, 'source');
  if (!('width' in wanted)) return { verdict: 'differs', diagnostics: [wanted] };
  const versions = (options.minSdk ?? 21) < 24 ? (['api-24', 'api-21'] as const) : (['api-24'] as const);
  const drawn = new Set<string>();
  let difference = 0;
  let finerDifference: number | undefined;
  for (const as of versions) {
    const references = options.references === undefined ? {} : { references: options.references };
    const { icon, diagnostics } = readVectorDrawable(xml, { as, ...references });
    const fault = diagnostics.find(({ effect }) => effect === 'refused');
    if (icon === undefined || fault !== undefined) {
      const detail = fault?.message ?? 'there is no drawable in it.';
      return { verdict: 'differs', diagnostics: [diagnostic('output-unreadable', { detail }, WHOLE)] };
    }
    const svg = printSvg(icon);
    // Most outputs read the same in both versions.
    if (drawn.has(svg)) continue;
    drawn.add(svg);
    const picture = drawSafely(draw, svg, 'output');
    if (!('width' in picture)) return { verdict: 'differs', diagnostics: [picture] };
    const comparison = comparePictures(wanted, picture);
    difference = Math.max(difference, comparison.difference);
    if (comparison.same) continue;
    const finer = lookFiner(draw, source, svg, icon);
    if (finer?.same === true) {
      finerDifference = Math.max(finerDifference ?? 0, finer.difference);
      continue;
    }
    const reading = as === 'api-24' ? 'on Android 7 and later' : 'before Android 7';
    const found = { share: comparison.difference, place: placeOf(comparison, icon, picture), reading };
    return { verdict: 'differs', difference, diagnostics: [diagnostic('picture-differs', found, WHOLE)] };
  }
  if (finerDifference === undefined) return { verdict: 'same', difference, diagnostics: [] };
  return {
    verdict: 'close',
    difference,
    finerDifference,
    diagnostics: [diagnostic('picture-close', { share: difference }, WHOLE)],
  };
}

function drawSafely(draw: Draw, svg: string, what: 'source' | 'output'): Picture | Diagnostic {
  try {
    return draw(svg, LONGER_SIDE);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return diagnostic('drawing-failed', { what, reason }, WHOLE);
  }
}

/** Undefined also where the renderer fails at a size that the first look did not ask for: then that one stands. */
function lookFiner(draw: Draw, source: string, svg: string, { viewport }: Icon): Comparison | undefined {
  try {
    return compareFine(draw, source, svg, viewport);
  } catch {
    return undefined;
  }
}

/** Where the pictures differ, in the icon's user units. */
function placeOf({ box }: Comparison, icon: Icon, { width, height }: Picture): string {
  if (box === undefined) return 'nowhere';
  const x = (pixel: number): string => round((pixel * icon.viewport.width) / width);
  const y = (pixel: number): string => round((pixel * icon.viewport.height) / height);
  return `between (${x(box.left)}, ${y(box.top)}) and (${x(box.right)}, ${y(box.bottom)})`;
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
