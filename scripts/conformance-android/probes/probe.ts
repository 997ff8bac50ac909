import type { Level } from '../judge.ts';

/** What Android does with a probe: draws what resvg draws of an SVG body, or not that, or throws at inflation. */
export type Seen =
  | { readonly draws: string }
  | { readonly drawsOtherThan: string }
  | { readonly throws: RegExp };

/** A drawable that settles one question, and what Android was seen to do with it. */
export interface Probe {
  /** The drawable's resource name. */
  readonly name: string;
  /** The answer, as docs/android-facts.md gives it. */
  readonly fact: string;
  readonly drawable: string;
  /** On every level, but for those that `except` names. */
  readonly seen: Seen;
  readonly except?: Partial<Record<Level, Seen>>;
  /** What one might have expected, as an SVG body: Android must be seen to draw something else. */
  readonly not?: string;
  /** Pixels to draw it at; 256 when absent. */
  readonly size?: number;
  readonly rightToLeft?: boolean;
  readonly tint?: string;
  readonly alpha?: number;
}

export interface ProbeGroup {
  readonly title: string;
  readonly probes: readonly Probe[];
}

/** A probe of path data that is drawn as the SVG body `draws`. */
export function drawn(name: string, fact: string, pathData: string, draws: string): Probe {
  return { name, fact, drawable: vector(path(pathData)), seen: { draws } };
}

/** A probe of path data that throws. */
export function thrown(name: string, fact: string, pathData: string, throws: RegExp): Probe {
  return { name, fact, drawable: vector(path(pathData)), seen: { throws } };
}

/** A unit of the probes' viewport is 8 of the 256 pixels, so whole numbers lie on pixel edges. */
export const EXTENT = 32;

/** A `<vector>` around `body`; `attributes` replace those of the same name. */
export function vector(body: string, attributes: Record<string, string> = {}): string {
  const all = {
    width: '32dp',
    height: '32dp',
    viewportWidth: String(EXTENT),
    viewportHeight: String(EXTENT),
    ...attributes,
  };
  const written = Object.entries(all).map(([name, value]) => `android:${name}="${value}"`);
  return `<vector xmlns:android="http://schemas.android.com/apk/res/android"
    xmlns:aapt="http://schemas.android.com/aapt"
    ${written.join('\n    ')}>
${body}
</vector>
`;
}

/** A black `<path>`, unless `attributes` say otherwise. */
export function path(pathData: string, attributes: Record<string, string> = {}): string {
  return element('path', { fillColor: '#FF000000', ...attributes, pathData });
}

/** A stroked, unfilled `<path>`. */
export function line(pathData: string, attributes: Record<string, string> = {}): string {
  return element('path', { strokeColor: '#FF000000', strokeWidth: '4', ...attributes, pathData });
}

export function clip(pathData: string, attributes: Record<string, string> = {}): string {
  return element('clip-path', { ...attributes, pathData });
}

export function group(attributes: Record<string, string>, ...body: readonly string[]): string {
  return `<group${written(attributes)}>\n${body.join('\n')}\n</group>`;
}

/** A square that a gradient fills. `stops` are offset and color; `attributes` are the `<gradient>`'s. */
export function gradientSquare(
  attributes: Record<string, string>,
  stops: readonly (readonly [offset: number, color: string])[] = [],
  pathAttributes: Record<string, string> = {},
): string {
  const items = stops.map(([offset, color]) => element('item', { offset: String(offset), color }));
  return `<path${written({ pathData: SQUARE, ...pathAttributes })}>
<aapt:attr name="android:fillColor"><gradient${written(attributes)}>${items.join('')}</gradient></aapt:attr>
</path>`;
}

/** From 2,2 to 30,30. */
export const SQUARE = 'M2 2h28v28h-28z';

function element(name: string, attributes: Record<string, string>): string {
  return `<${name}${written(attributes)}/>`;
}

function written(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` android:${name}="${value}"`)
    .join('');
}
