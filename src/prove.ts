import { diagnostic, type Diagnostic } from './diagnostics/diagnostic.ts';
import { printSvg } from './emit/svg.ts';
import type { Color, Icon, Node } from './ir.ts';
import { parseSvg } from './parse/svg.ts';
import type { Draw } from './ports.ts';
import { resolveIcon } from './resolve/icon.ts';
import { readVectorDrawable } from './vector-drawable/read.ts';
import { comparePictures, LONGER_SIDE } from './verify/compare.ts';
import { verifyPicture } from './verify/picture.ts';
import { verifyRegions } from './verify/regions.ts';

/** What is known about an output. */
export interface Proof {
  /** `unverified`: only a picture could tell, and no renderer was lent. */
  readonly verdict: 'same' | 'differs' | 'unverified';
  /** Share of the pixels that differ; absent where no picture was compared. */
  readonly difference?: number;
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
  const { same, difference, diagnostics } = verifyPicture(original.source, xml, draw, { minSdk, references });
  const drawn = difference === undefined ? {} : { difference };
  if (same) return { verdict: 'same', ...drawn, diagnostics };
  // A renderer may be older than a feature that the source uses. Then the source as this project reads it stands in.
  if (!isBeyondRenderer(original.source)) return { verdict: 'differs', ...drawn, diagnostics };
  const again = verifyPicture(printSvg(original.icon), xml, draw, { minSdk, references });
  return again.same
    ? { verdict: 'same', difference: again.difference ?? 0, diagnostics: [] }
    : { verdict: 'differs', ...drawn, diagnostics };
}

/** Holds SVG text against the icon it was made from. */
export function proveSvg(original: Original, svg: string, draw: Draw | undefined): Proof {
  if (svg === original.source) return { verdict: 'same', difference: 0, diagnostics: [] };
  if (draw === undefined) {
    const { document } = parseSvg(svg);
    return proveRegions(original.icon, document === undefined ? undefined : resolveIcon(document).icon);
  }
  try {
    const { same, difference } = comparePictures(draw(original.source, LONGER_SIDE), draw(svg, LONGER_SIDE));
    if (same) return { verdict: 'same', difference, diagnostics: [] };
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

const WHOLE = { start: 0, end: 0 };

/** Without a renderer, fills of plain color can be proven face by face, and nothing else. */
function proveRegions(before: Icon, after: Icon | undefined): Proof {
  if (after === undefined || !before.children.every(isPlainFill))
    return { verdict: 'unverified', diagnostics: [] };
  const { verdict, diagnostics } = verifyRegions(before, after);
  if (verdict === 'unproven') return { verdict: 'unverified', diagnostics };
  return { verdict: verdict === 'same' ? 'same' : 'differs', diagnostics };
}

function isPlainFill(node: Node): boolean {
  if (node.kind === 'group')
    return node.opacity === 1 && node.mask === undefined && node.children.every(isPlainFill);
  return node.stroke === undefined && (node.fill === undefined || node.fill.paint.kind === 'solid');
}

/** Features that resvg 2.6 draws otherwise than SVG 2 and CSS say; each has its reference picture in resvg's own suite. */
const BEYOND_RENDERER = [
  // masking/mask/mask-type-in-style
  /style\s*=\s*["'][^"']*mask-type/,
  // structure/style/transform-origin, painting/context, painting/stroke-linejoin/miter-clip
  /transform-(?:origin|box)/,
  /context-(?:fill|stroke)/,
  /miter-clip|arcs/,
  // paint-servers/radialGradient/fr
  /\sfr\s*=/,
  // paint-servers/linearGradient/href-precedence-over-xlink, structure/use/href-precedence-over-xlink
  /\shref\s*=[^>]*\sxlink:href\s*=|\sxlink:href\s*=[^>]*\shref\s*=/,
  // structure/svg/funcIRI-with-quotes
  /url\(\s*(?:['"]|&quot;|&apos;)/,
  // painting/marker/orient=auto-start-reverse
  /auto-start-reverse/,
  // structure/svg/nested-svg-with-transform-and-opacity
  /<svg[^>]*>[^]*<svg[^>]*\stransform\s*=/,
  // structure/svg/background-color
  /background-color/,
  // structure/style/current-color-stroke-before-color
  /currentColor\s*;[^"']*\bcolor\s*:/i,
];

const isBeyondRenderer = (source: string): boolean => BEYOND_RENDERER.some((feature) => feature.test(source));
