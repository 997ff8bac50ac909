import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { printSvg } from '../emit/svg.ts';
import type { Color, Icon } from '../ir.ts';
import { parseSvg, parseXml } from '../parse/svg.ts';
import type { SvgDocument } from '../parse/tree.ts';
import type { Original } from './prove.ts';
import { resolveIcon, type ResolveOptions } from '../resolve/icon.ts';
import { ANDROID_NAMESPACE } from '../vector-drawable/attributes.ts';
import { readVectorDrawable } from '../vector-drawable/read.ts';
import { inPlainColors, knownColors } from '../vector-drawable/tint.ts';

export interface SourceOptions {
  readonly resolve: ResolveOptions;
  /** What resource references stand for. */
  readonly references: ReadonlyMap<string, Color>;
  /** Whether what becomes of it is to know tints and resources no more. */
  readonly plainColors: boolean;
}

export interface Source {
  readonly icon?: Icon;
  /** Of an SVG, with the icon. */
  readonly document?: SvgDocument;
  /** What its conversion is held against; absent with the icon. */
  readonly original?: Original;
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether `text` is a drawable rather than an SVG; one that is no VectorDrawable is refused as such. */
export function isVectorDrawable(text: string): boolean {
  if (!/<vector[\s>]/.test(text) && !text.includes(ANDROID_NAMESPACE)) return false;
  const root = parseXml(text).document?.root;
  if (root === undefined || root.local === 'svg') return false;
  return root.local === 'vector' || root.attributes.some(({ value }) => value === ANDROID_NAMESPACE);
}

/** Reads an icon and settles everything that its language leaves open. */
export function readIcon(text: string, options: SourceOptions): Source {
  return isVectorDrawable(text) ? readDrawable(text, options) : readSvg(text, options);
}

function readSvg(text: string, { resolve }: SourceOptions): Source {
  const { document, diagnostics: faults } = parseSvg(text);
  if (document === undefined) return { diagnostics: faults };
  const { icon, diagnostics } = resolveIcon(document, resolve);
  const found = [...faults, ...diagnostics];
  if (icon === undefined) return { diagnostics: found };
  const original = { source: inColor(document, resolve.currentColor), icon };
  return { icon, document, original, diagnostics: found };
}

/** Renderers know no VectorDrawables, so it is held against what the platform's semantics make of it. */
function readDrawable(text: string, { references, plainColors }: SourceOptions): Source {
  const colors = knownColors(references);
  const read = readVectorDrawable(text, { references: colors });
  if (read.icon === undefined) return { diagnostics: read.diagnostics };
  const plain = plainColors ? inPlainColors(read.icon, colors) : { icon: read.icon, diagnostics: [] };
  const { icon } = plain;
  return {
    icon,
    original: { source: printSvg(icon), icon },
    diagnostics: [...read.diagnostics, ...plain.diagnostics],
  };
}

/** The source with `color` on its root, so that a renderer takes the same for `currentColor` as the conversion did. */
function inColor({ text, root }: SvgDocument, color: string | undefined): string {
  if (color === undefined || root.attributes.some(({ name }) => name === 'color')) return text;
  const at = root.open.start + 1 + root.name.length;
  return `${text.slice(0, at)} color="${color.replace(/["<&]/g, '')}"${text.slice(at)}`;
}
