import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { WHOLE } from '../diagnostics/span.ts';
import { printSvg } from '../emit/svg.ts';
import { Budget } from '../geometry/budget.ts';
import type { Color, Icon, Node } from '../ir.ts';
import { parseSvg } from '../parse/svg.ts';
import type { Draw, Picture } from '../ports.ts';
import { WORK_LIMIT } from '../repair/compare.ts';
import { resolveIcon } from '../resolve/icon.ts';
import { readVectorDrawable } from '../vector-drawable/read.ts';
import { comparePictures, LONGER_SIDE, type Comparison } from '../verify/compare.ts';
import { inOlderForm } from '../verify/older/rewrite.ts';
import { verifyPicture } from '../verify/picture.ts';
import { plainStrokes } from '../verify/plain-strokes.ts';
import { verifyRegions } from '../verify/regions.ts';

/** What is known about an output. */
export interface Proof {
  /**
   * `close`: not the same by the measure, or by a proof that is not independent; a diagnostic says which.
   * `unverified`: only a picture could tell, and no renderer was lent.
   */
  readonly verdict: 'same' | 'close' | 'differs' | 'unverified';
  /** Share of the pixels that differ; absent where no picture was compared. */
  readonly difference?: number;
  /** The same at a finer look, where that found no difference that counts. */
  readonly finerDifference?: number;
  /** Why it is not the same. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What an output is held against. */
export interface Original {
  /** The SVG text as it came. */
  readonly source: string;
  /** The same, resolved: its fills are still even-odd where they were. */
  readonly icon: Icon;
}

export interface ProofOptions {
  readonly minSdk: number;
  readonly draw: Draw | undefined;
  /** What the output's resource references stand for. */
  readonly references: ReadonlyMap<string, Color>;
}

/** Holds VectorDrawable XML against the icon it was made from. */
export function proveVectorDrawable(original: Original, xml: string, options: ProofOptions): Proof {
  const { draw, minSdk, references } = options;
  if (draw === undefined) return proveRegions(original.icon, readVectorDrawable(xml).icon);
  const drawnAs = { minSdk, references };
  const { text, unknown } = inOlderForm(original.source);
  const plain = verifyPicture(text, xml, draw, drawnAs);
  const [feature] = unknown;
  if (plain.verdict !== 'differs') return plain;
  // Android smooths all edges; who asked for ragged ones was told.
  const smooth = smoothed(text);
  if (smooth !== text && verifyPicture(smooth, xml, draw, drawnAs).verdict !== 'differs') {
    const share = plain.difference ?? 0;
    return {
      verdict: 'close',
      difference: share,
      diagnostics: [diagnostic('picture-close', { share }, WHOLE)],
    };
  }
  if (feature === undefined) return plain;
  // The renderer does not know what the source means. The source as this project reads it stands in, and it is said.
  const again = verifyPicture(printSvg(plainStrokes(original.icon)), xml, draw, drawnAs);
  if (again.verdict === 'differs') return plain;
  return {
    verdict: 'close',
    difference: again.difference ?? 0,
    diagnostics: [...again.diagnostics, diagnostic('not-independent', { feature }, WHOLE)],
  };
}

/** `svg` without its hints that edges are to be drawn ragged, wherever they stand. */
function smoothed(svg: string): string {
  return svg.replace(/(shape-rendering\s*[:=][\s"']*)(?:crispEdges|optimizeSpeed)/g, '$1auto');
}

/** Holds SVG text against the icon it was made from. */
export function proveSvg(original: Original, svg: string, draw: Draw | undefined): Proof {
  if (svg === original.source) return { verdict: 'same', difference: 0, diagnostics: [] };
  if (draw === undefined) {
    const { document } = parseSvg(svg);
    return proveRegions(original.icon, document === undefined ? undefined : resolveIcon(document).icon);
  }
  try {
    const { same, difference } = compareOlder(original.source, svg, draw);
    if (same) return { verdict: 'same', difference, diagnostics: [] };
    const [feature] = inOlderForm(original.source).unknown;
    const again = feature === undefined ? undefined : compareRead(original.icon, svg, draw);
    if (feature !== undefined && again?.same === true) {
      const { difference: left } = again;
      return {
        verdict: 'close',
        difference: left,
        diagnostics: [diagnostic('not-independent', { feature }, WHOLE)],
      };
    }
    const found = { share: difference, place: 'somewhere', reading: 'in any program' };
    return { verdict: 'differs', difference, diagnostics: [diagnostic('picture-differs', found, WHOLE)] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      verdict: 'differs',
      diagnostics: [diagnostic('drawing-failed', { what: 'source', reason }, WHOLE)],
    };
  }
}

/** Both in older terms; what has none may stand in both, and is drawn alike where it was left alone. */
function compareOlder(source: string, svg: string, draw: Draw): Comparison {
  const [before, after] = [source, svg].map((text) => draw(inOlderForm(text).text, LONGER_SIDE));
  return comparePictures(before as Picture, after as Picture);
}

/** Both as this project reads them. */
function compareRead(icon: Icon, svg: string, draw: Draw): Comparison | undefined {
  const { document } = parseSvg(svg);
  const after = document === undefined ? undefined : resolveIcon(document).icon;
  if (after === undefined) return undefined;
  return comparePictures(draw(printSvg(icon), LONGER_SIDE), draw(printSvg(after), LONGER_SIDE));
}

/**
 * Without a renderer, fills and solid strokes of plain color can be proven face by face, and nothing else. What only
 * rounding explains is not proven; what rounding cannot explain differs.
 */
function proveRegions(before: Icon, after: Icon | undefined): Proof {
  if (after === undefined || !before.children.every(isPlain))
    return { verdict: 'unverified', diagnostics: [] };
  const budget = new Budget(WORK_LIMIT);
  const { verdict } = verifyRegions(before, after, 'strict', budget);
  if (verdict === 'same') return { verdict: 'same', diagnostics: [] };
  if (verdict === 'unproven') return { verdict: 'unverified', diagnostics: [] };
  const loose = verifyRegions(before, after, 'rounded', budget);
  if (loose.verdict === 'different') return { verdict: 'differs', diagnostics: loose.diagnostics };
  return { verdict: 'unverified', diagnostics: [] };
}

function isPlain(node: Node): boolean {
  if (node.kind === 'group')
    return node.opacity === 1 && node.mask === undefined && node.children.every(isPlain);
  const { fill, stroke } = node;
  const isPlainStroke =
    stroke === undefined ||
    (stroke.paint.kind === 'solid' && stroke.dashes.length === 0 && !stroke.nonScaling);
  return isPlainStroke && (fill === undefined || fill.paint.kind === 'solid');
}
