import type { Color } from '../ir.ts';
import type { XmlAttribute, XmlElement } from '../parse/tree.ts';

export const ANDROID_NAMESPACE = 'http://schemas.android.com/apk/res/android';
export const AAPT_NAMESPACE = 'http://schemas.android.com/aapt';

/** The attribute `android:name`. */
export function androidAttribute(element: XmlElement, name: string): XmlAttribute | undefined {
  return element.attributes.find(({ local, namespace }) => local === name && namespace === ANDROID_NAMESPACE);
}

/** A number as aapt2 reads it: decimal, exponents allowed; undefined for anything else. */
export function parseFloatValue(text: string): number | undefined {
  const trimmed = text.trim();
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(trimmed) ? Number(trimmed) : undefined;
}

/** dp to one of each unit, at 160 dots an inch, where a dp is a pixel. */
const DP: Readonly<Record<string, number>> = {
  dp: 1,
  dip: 1,
  px: 1,
  sp: 1,
  in: 160,
  pt: 160 / 72,
  mm: 160 / 25.4,
};

/** A dimension in dp; undefined when it is none, a reference for example. */
export function parseDimension(text: string): number | undefined {
  const match = /^\s*([+-]?(?:\d+(?:\.\d*)?|\.\d+))\s*([a-z]+)\s*$/.exec(text);
  const factor = DP[match?.[2] ?? ''];
  return match === null || factor === undefined ? undefined : Number(match[1]) * factor;
}

/** A color as aapt2 reads it: `#RGB`, `#ARGB`, `#RRGGBB` or `#AARRGGBB`. */
export function parseAndroidColor(text: string): Color | undefined {
  const digits = /^\s*#([0-9a-fA-F]{3,8})\s*$/.exec(text)?.[1];
  if (digits === undefined || digits.length === 5 || digits.length === 7) return undefined;
  const isShort = digits.length < 6;
  const bytes = (isShort ? digits.replace(/./g, '$&$&') : digits).match(/../g) as string[];
  const values = bytes.map((byte) => Number.parseInt(byte, 16));
  const [alpha, r, g, b] = (values.length === 3 ? [255, ...values] : values) as [
    number,
    number,
    number,
    number,
  ];
  return { r, g, b, a: alpha / 255 };
}

/** `@color/brand`, `?attr/colorPrimary`, `@android:color/white`, `@{theme}`… */
export function isReference(text: string): boolean {
  return /^\s*[@?]/.test(text);
}
