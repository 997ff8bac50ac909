import type { Color } from '../../ir.ts';

/**
 * Conversions to sRGB from the color spaces of CSS. Components are 0 to 1 unless said; hues are in degrees. What lies
 * outside sRGB is clipped channel by channel.
 *
 * @see https://www.w3.org/TR/css-color-4/#color-conversion-code
 */

export type Triple = readonly [number, number, number];
type Rows = readonly [Triple, Triple, Triple];

const times = (m: Rows, [x, y, z]: Triple): Triple => [
  m[0][0] * x + m[0][1] * y + m[0][2] * z,
  m[1][0] * x + m[1][1] * y + m[1][2] * z,
  m[2][0] * x + m[2][1] * y + m[2][2] * z,
];

const each = (t: Triple, f: (value: number) => number): Triple => [f(t[0]), f(t[1]), f(t[2])];

const XYZ_D65_TO_SRGB: Rows = [
  [12831 / 3959, -329 / 214, -1974 / 3959],
  [-851781 / 878810, 1648619 / 878810, 36519 / 878810],
  [705 / 12673, -2585 / 12673, 705 / 667],
];

const XYZ_D50_TO_D65: Rows = [
  [0.955473421488075, -0.02309845494876471, 0.06325924320057072],
  [-0.0283697093338637, 1.0099953980813041, 0.021041441191917323],
  [0.012314014864481998, -0.020507649298898964, 1.330365926242124],
];

const P3_TO_XYZ: Rows = [
  [608311 / 1250200, 189793 / 714400, 198249 / 1000160],
  [35783 / 156275, 247089 / 357200, 198249 / 2500400],
  [0, 32229 / 714400, 5220557 / 5000800],
];

const A98_TO_XYZ: Rows = [
  [573536 / 994567, 263643 / 1420810, 187206 / 994567],
  [591459 / 1989134, 6239551 / 9945670, 374412 / 4972835],
  [53769 / 1989134, 351524 / 4972835, 4929758 / 4972835],
];

const PROPHOTO_TO_XYZ_D50: Rows = [
  [0.7977666449006423, 0.13518129740053308, 0.0313477341283922],
  [0.2880748288194013, 0.711835234241873, 0.00008993693872564],
  [0, 0, 0.8251046025104602],
];

const REC2020_TO_XYZ: Rows = [
  [63426534 / 99577255, 20160776 / 139408157, 47086771 / 278816314],
  [26158966 / 99577255, 472592308 / 697040785, 8267143 / 139408157],
  [0, 19567812 / 697040785, 295819943 / 278816314],
];

const OKLAB_TO_LMS: Rows = [
  [1, 0.3963377773761749, 0.2158037573099136],
  [1, -0.1055613458156586, -0.0638541728258133],
  [1, -0.0894841775298119, -1.2914855480194092],
];

const LMS_TO_XYZ: Rows = [
  [1.2268798758459243, -0.5578149944602171, 0.2813910456659647],
  [-0.0405757452148008, 1.112286803280317, -0.0717110580655164],
  [-0.0763729366746601, -0.4214933324022432, 1.5869240198367816],
];

const D50_WHITE: Triple = [0.3457 / 0.3585, 1, (1 - 0.3457 - 0.3585) / 0.3585];

const linearize = (value: number): number => {
  const size = Math.abs(value);
  return size <= 0.04045 ? value / 12.92 : Math.sign(value) * ((size + 0.055) / 1.055) ** 2.4;
};

const delinearize = (value: number): number => {
  const size = Math.abs(value);
  return size <= 0.0031308 ? value * 12.92 : Math.sign(value) * (1.055 * size ** (1 / 2.4) - 0.055);
};

const power = (exponent: number) => (value: number) => Math.sign(value) * Math.abs(value) ** exponent;

const fromLinear = (linear: Triple, alpha: number): Color => fromSrgb(each(linear, delinearize), alpha);

const fromXyz = (xyz: Triple, alpha: number): Color => fromLinear(times(XYZ_D65_TO_SRGB, xyz), alpha);

const fromXyzD50 = (xyz: Triple, alpha: number): Color => fromXyz(times(XYZ_D50_TO_D65, xyz), alpha);

const clamp = (value: number): number => (value > 0 ? Math.min(1, value) : 0);

/** Channels are rounded to whole numbers, as every renderer's are. */
export function fromSrgb([r, g, b]: Triple, alpha: number): Color {
  const channel = (value: number): number => Math.round(clamp(value) * 255);
  return { r: channel(r), g: channel(g), b: channel(b), a: clamp(alpha) };
}

export function fromHsl(hue: number, saturation: number, lightness: number, alpha: number): Color {
  return fromSrgb(hslTriple(hue, clamp(saturation), clamp(lightness)), alpha);
}

function hslTriple(hue: number, saturation: number, lightness: number): Triple {
  const turn = ((hue % 360) + 360) % 360;
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const at = (n: number): number => {
    const k = (n + turn / 30) % 12;
    return lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return [at(0), at(8), at(4)];
}

export function fromHwb(hue: number, whiteness: number, blackness: number, alpha: number): Color {
  const white = clamp(whiteness);
  const black = clamp(blackness);
  if (white + black >= 1) {
    const gray = white / (white + black);
    return fromSrgb([gray, gray, gray], alpha);
  }
  return fromSrgb(
    each(hslTriple(hue, 1, 0.5), (value) => value * (1 - white - black) + white),
    alpha,
  );
}

/** `lightness` 0 to 100. */
export function fromLab(lightness: number, a: number, b: number, alpha: number): Color {
  const kappa = 24389 / 27;
  const epsilon = 216 / 24389;
  const y = (Math.min(100, Math.max(0, lightness)) + 16) / 116;
  const cube = (t: number): number => (t ** 3 > epsilon ? t ** 3 : (116 * t - 16) / kappa);
  const xyz: Triple = [
    cube(a / 500 + y) * D50_WHITE[0],
    lightness > kappa * epsilon ? y ** 3 : lightness / kappa,
    cube(y - b / 200) * D50_WHITE[2],
  ];
  return fromXyzD50(xyz, alpha);
}

/** `lightness` 0 to 1. */
export function fromOklab(lightness: number, a: number, b: number, alpha: number): Color {
  const lms = each(times(OKLAB_TO_LMS, [Math.min(1, Math.max(0, lightness)), a, b]), (value) => value ** 3);
  return fromXyz(times(LMS_TO_XYZ, lms), alpha);
}

/** The rectangular form of a hue and chroma, for lch() and oklch(). */
export function fromPolar(chroma: number, hue: number): { readonly a: number; readonly b: number } {
  const angle = (hue * Math.PI) / 180;
  return { a: Math.max(0, chroma) * Math.cos(angle), b: Math.max(0, chroma) * Math.sin(angle) };
}

/** An sRGB triple in the spaces that colors are mixed in. */
export const toLinear = (rgb: Triple): Triple => each(rgb, linearize);

export const toXyz = (rgb: Triple): Triple => times(inverse(XYZ_D65_TO_SRGB), toLinear(rgb));

const root = (value: number, white: number): number => {
  const share = value / white;
  return share > 216 / 24389 ? Math.cbrt(share) : ((24389 / 27) * share + 16) / 116;
};

export function toLab(rgb: Triple): Triple {
  const [x, y, z] = times(inverse(XYZ_D50_TO_D65), toXyz(rgb));
  const [fx, fy, fz] = [root(x, D50_WHITE[0]), root(y, 1), root(z, D50_WHITE[2])];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

export const toOklab = (rgb: Triple): Triple =>
  times(inverse(OKLAB_TO_LMS), each(times(inverse(LMS_TO_XYZ), toXyz(rgb)), Math.cbrt));

/** Hue in degrees, then saturation and lightness. */
export function toHsl(rgb: Triple): Triple {
  const [r, g, b] = rgb;
  const [high, low] = [Math.max(r, g, b), Math.min(r, g, b)];
  const lightness = (high + low) / 2;
  const reach = high - low;
  if (reach === 0) return [0, 0, lightness];
  const sector = high === r ? (g - b) / reach : high === g ? 2 + (b - r) / reach : 4 + (r - g) / reach;
  return [sector * 60, reach / (1 - Math.abs(2 * lightness - 1)), lightness];
}

const cross = (u: Triple, v: Triple): Triple => [
  u[1] * v[2] - u[2] * v[1],
  u[2] * v[0] - u[0] * v[2],
  u[0] * v[1] - u[1] * v[0],
];

function inverse([p, q, r]: Rows): Rows {
  const [a, b, c] = [cross(q, r), cross(r, p), cross(p, q)];
  const determinant = p[0] * a[0] + p[1] * a[1] + p[2] * a[2];
  const row = (index: 0 | 1 | 2): Triple =>
    each([a[index], b[index], c[index]], (value) => value / determinant);
  return [row(0), row(1), row(2)];
}

export function fromDisplayP3(value: Triple, alpha: number): Color {
  return fromXyz(times(P3_TO_XYZ, each(value, linearize)), alpha);
}

/** Whether sRGB has a color of Display P3, up to the rounding of its channels. */
export function isDisplayP3InSrgb(value: Triple): boolean {
  const linear = times(XYZ_D65_TO_SRGB, times(P3_TO_XYZ, each(value, linearize)));
  return linear.map(delinearize).every((channel) => Math.abs(channel - clamp(channel)) <= 0.5 / 255);
}

/** The spaces of the color() function. */
export const PREDEFINED_SPACES: Readonly<Record<string, (value: Triple, alpha: number) => Color>> = {
  srgb: fromSrgb,
  'srgb-linear': fromLinear,
  'display-p3': fromDisplayP3,
  'a98-rgb': (value, alpha) => fromXyz(times(A98_TO_XYZ, each(value, power(563 / 256))), alpha),
  'prophoto-rgb': (value, alpha) =>
    fromXyzD50(
      times(
        PROPHOTO_TO_XYZ_D50,
        each(value, (v) => (Math.abs(v) <= 16 / 512 ? v / 16 : power(1.8)(v))),
      ),
      alpha,
    ),
  rec2020: (value, alpha) => fromXyz(times(REC2020_TO_XYZ, each(value, rec2020Linear)), alpha),
  xyz: fromXyz,
  'xyz-d65': fromXyz,
  'xyz-d50': fromXyzD50,
};

function rec2020Linear(value: number): number {
  const alpha = 1.09929682680944;
  const beta = 0.018053968510807;
  const size = Math.abs(value);
  return size < beta * 4.5 ? value / 4.5 : Math.sign(value) * ((size + alpha - 1) / alpha) ** (1 / 0.45);
}
