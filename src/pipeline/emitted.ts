import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { printSvg } from '../emit/svg.ts';
import { emitVectorDrawable } from '../emit/vector-drawable.ts';
import type { Color, Icon } from '../ir.ts';
import { parseSvg } from '../parse/svg.ts';
import { resolveIcon } from '../resolve/icon.ts';
import { readVectorDrawable } from '../vector-drawable/read.ts';
import { proveSvg, proveVectorDrawable, type Original, type Proof } from './prove.ts';
import type { ConvertOptions } from './result.ts';

/** An output in either language. */
export interface Emitted {
  /** Absent where the icon cannot be said in that language. */
  readonly text?: string;
  readonly minSdk: number;
  readonly diagnostics: readonly Diagnostic[];
}

export function emit(icon: Icon, options: ConvertOptions): Emitted {
  if (options.to === 'svg') return { text: printSvg(icon), minSdk: 1, diagnostics: [] };
  const { xml, minSdk, diagnostics } = emitVectorDrawable(icon, options);
  return { ...(xml === undefined ? {} : { text: xml }), minSdk, diagnostics };
}

/** What the printed numbers say, as whoever draws them will read it. */
export function readBack({ text }: Emitted, { to }: Pick<ConvertOptions, 'to'>): Icon | undefined {
  if (text === undefined) return undefined;
  if (to !== 'svg') return readVectorDrawable(text).icon;
  const { document } = parseSvg(text);
  return document === undefined ? undefined : resolveIcon(document).icon;
}

/** Holds an output against the icon it was made from: by picture, or by regions where no renderer is lent. */
export function prove({ text = '', minSdk }: Emitted, original: Original, options: ConvertOptions): Proof {
  const { draw } = options;
  if (options.to === 'svg') return proveSvg(original, text, draw);
  return proveVectorDrawable(original, text, { minSdk, draw, references: referencesOf(options) });
}

/** What the resource references of the color map stand for. */
export function referencesOf({ colors }: Pick<ConvertOptions, 'colors'>): ReadonlyMap<string, Color> {
  return new Map(
    [...(colors ?? [])].map(([hex, reference]) => [
      reference,
      { r: channel(hex, 1), g: channel(hex, 3), b: channel(hex, 5), a: 1 },
    ]),
  );
}

const channel = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
