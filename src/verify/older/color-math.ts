/**
 * Color spaces by their definitions: primaries and white points, from which the matrices follow. Channels are 0 to 1,
 * hues degrees; everything meets in linear-light sRGB.
 *
 * @see https://www.w3.org/TR/css-color-4/#predefined
 */

export type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** How a space's coordinates become linear-light sRGB, and come from it. */
export interface Space {
  readonly toLinear: (coordinates: Triple) => Triple;
  readonly fromLinear: (linear: Triple) => Triple;
  /** Which coordinate is a hue. */
  readonly hue?: 0 | 2;
}

type Chromaticity = readonly [x: number, y: number];

const D65: Chromaticity = [0.3127, 0.329];
const D50: Chromaticity = [0.3457, 0.3585];

const map = ([a, b, c]: Triple, change: (value: number) => number): Triple => [
  change(a),
  change(b),
  change(c),
];
const apply = (matrix: Matrix, [a, b, c]: Triple): Triple => {
  const row = ([p, q, r]: Triple): number => p * a + q * b + r * c;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
};
const whiteOf = ([x, y]: Chromaticity): Triple => [x / y, 1, (1 - x - y) / y];

function inverse([[a, b, c], [d, e, f], [g, h, i]]: Matrix): Matrix {
  const determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  const cofactors: Matrix = [
    [e * i - f * h, c * h - b * i, b * f - c * e],
    [f * g - d * i, a * i - c * g, c * d - a * f],
    [d * h - e * g, b * g - a * h, a * e - b * d],
  ];
  const [first, second, third] = cofactors;
  const share = (value: number): number => value / determinant;
  return [map(first, share), map(second, share), map(third, share)];
}

function product(one: Matrix, other: Matrix): Matrix {
  const column = (index: 0 | 1 | 2): Triple =>
    apply(one, [other[0][index], other[1][index], other[2][index]]);
  const [x, y, z] = [column(0), column(1), column(2)];
  return [
    [x[0], y[0], z[0]],
    [x[1], y[1], z[1]],
    [x[2], y[2], z[2]],
  ];
}

/** Linear light of three primaries to XYZ, so that one of each makes the white. */
function primaries(red: Chromaticity, green: Chromaticity, blue: Chromaticity, white: Chromaticity): Matrix {
  const [r, g, b] = [whiteOf(red), whiteOf(green), whiteOf(blue)];
  const plain: Matrix = [
    [r[0], g[0], b[0]],
    [r[1], g[1], b[1]],
    [r[2], g[2], b[2]],
  ];
  const [sr, sg, sb] = apply(inverse(plain), whiteOf(white));
  const scale = ([x, y, z]: Triple): Triple => [x * sr, y * sg, z * sb];
  return [scale(plain[0]), scale(plain[1]), scale(plain[2])];
}

const BRADFORD: Matrix = [
  [0.8951, 0.2664, -0.1614],
  [-0.7502, 1.7135, 0.0367],
  [0.0389, -0.0685, 1.0296],
];

/** XYZ under one white to XYZ under another, by Bradford's cones. */
function adaptation(from: Chromaticity, to: Chromaticity): Matrix {
  const [before, after] = [apply(BRADFORD, whiteOf(from)), apply(BRADFORD, whiteOf(to))];
  const cones: Matrix = [
    [after[0] / before[0], 0, 0],
    [0, after[1] / before[1], 0],
    [0, 0, after[2] / before[2]],
  ];
  return product(inverse(BRADFORD), product(cones, BRADFORD));
}

const SRGB_TO_XYZ = primaries([0.64, 0.33], [0.3, 0.6], [0.15, 0.06], D65);
const D50_TO_D65 = adaptation(D50, D65);

const signed =
  (curve: (size: number) => number) =>
  (value: number): number =>
    Math.sign(value) * curve(Math.abs(value));
const power = (exponent: number): ((value: number) => number) => signed((size) => size ** exponent);

const encode = signed((size) => (size > 0.0031308 ? 1.055 * size ** (1 / 2.4) - 0.055 : 12.92 * size));
const decode = signed((size) => (size > 0.04045 ? ((size + 0.055) / 1.055) ** 2.4 : size / 12.92));

/** A space that XYZ under the white of sRGB, or of print, is a matrix away from. */
function throughXyz(
  toXyz: Matrix,
  isPrint: boolean,
  light: (value: number) => number = (value) => value,
  code: (value: number) => number = (value) => value,
): Space {
  const matrix = product(inverse(SRGB_TO_XYZ), isPrint ? product(D50_TO_D65, toXyz) : toXyz);
  const back = inverse(matrix);
  return {
    toLinear: (coordinates) => apply(matrix, map(coordinates, light)),
    fromLinear: (linear) => map(apply(back, linear), code),
  };
}

const UNIT: Matrix = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

const xyzD50 = throughXyz(UNIT, true);
const [PRINT_X, , PRINT_Z] = whiteOf(D50);

const SIXTH = 6 / 29;
const cubeRoot = (t: number): number => (t > SIXTH ** 3 ? Math.cbrt(t) : t / (3 * SIXTH * SIXTH) + 4 / 29);
const cube = (t: number): number => (t > SIXTH ? t ** 3 : 3 * SIXTH * SIXTH * (t - 4 / 29));

const lab: Space = {
  toLinear: ([lightness, a, b]) => {
    const y = (lightness + 16) / 116;
    return xyzD50.toLinear([PRINT_X * cube(y + a / 500), cube(y), PRINT_Z * cube(y - b / 200)]);
  },
  fromLinear: (linear) => {
    const [x, y, z] = xyzD50.fromLinear(linear);
    const [fx, fy, fz] = [cubeRoot(x / PRINT_X), cubeRoot(y), cubeRoot(z / PRINT_Z)];
    return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
  },
};

/** @see https://bottosson.github.io/posts/oklab/ */
const LINEAR_TO_CONES: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const ROOTS_TO_OKLAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const CONES_TO_LINEAR = inverse(LINEAR_TO_CONES);
const OKLAB_TO_ROOTS = inverse(ROOTS_TO_OKLAB);

const oklab: Space = {
  toLinear: (coordinates) =>
    apply(
      CONES_TO_LINEAR,
      map(apply(OKLAB_TO_ROOTS, coordinates), (root) => root ** 3),
    ),
  fromLinear: (linear) => apply(ROOTS_TO_OKLAB, map(apply(LINEAR_TO_CONES, linear), Math.cbrt)),
};

/** The same lightness, with the two others as a distance and a direction. */
const polar = (plain: Space): Space => ({
  hue: 2,
  toLinear: ([lightness, chroma, hue]) => {
    const turn = (hue / 180) * Math.PI;
    return plain.toLinear([lightness, chroma * Math.cos(turn), chroma * Math.sin(turn)]);
  },
  fromLinear: (linear) => {
    const [lightness, a, b] = plain.fromLinear(linear);
    return [lightness, Math.hypot(a, b), (Math.atan2(b, a) * 180) / Math.PI];
  },
});

/** The hexagon of hues: the pure color of a hue. */
function pure(hue: number): Triple {
  const sector = (((hue % 360) + 360) % 360) / 60;
  const between = 1 - Math.abs((sector % 2) - 1);
  const corners: readonly Triple[] = [
    [1, between, 0],
    [between, 1, 0],
    [0, 1, between],
    [0, between, 1],
    [between, 0, 1],
    [1, 0, between],
  ];
  return corners[Math.floor(sector)] as Triple;
}

function hueOf([r, g, b]: Triple): number {
  const most = Math.max(r, g, b);
  const spread = most - Math.min(r, g, b);
  if (spread === 0) return 0;
  if (most === r) return ((g - b) / spread) * 60;
  return most === g ? ((b - r) / spread + 2) * 60 : ((r - g) / spread + 4) * 60;
}

const srgb: Space = { toLinear: (c) => map(c, decode), fromLinear: (c) => map(c, encode) };

const hsl: Space = {
  hue: 0,
  toLinear: ([hue, saturation, lightness]) => {
    const chroma = (1 - Math.abs(2 * lightness - 1)) * saturation;
    return srgb.toLinear(map(pure(hue), (channel) => lightness + (channel - 0.5) * chroma));
  },
  fromLinear: (linear) => {
    const channels = srgb.fromLinear(linear);
    const [most, least] = [Math.max(...channels), Math.min(...channels)];
    const room = 1 - Math.abs(most + least - 1);
    return [hueOf(channels), room === 0 ? 0 : (most - least) / room, (most + least) / 2];
  },
};

const hwb: Space = {
  hue: 0,
  toLinear: ([hue, white, black]) => {
    const sum = Math.max(1, white + black);
    const [lighter, darker] = [white / sum, black / sum];
    return srgb.toLinear(map(pure(hue), (channel) => channel * (1 - lighter - darker) + lighter));
  },
  fromLinear: (linear) => {
    const channels = srgb.fromLinear(linear);
    return [hueOf(channels), Math.min(...channels), 1 - Math.max(...channels)];
  },
};

const BROADCAST = 1.09929682680944;
const FOOT = 0.018053968510807;

export const SPACES: Readonly<Record<string, Space>> = {
  srgb,
  'srgb-linear': { toLinear: (c) => c, fromLinear: (c) => c },
  'display-p3': throughXyz(primaries([0.68, 0.32], [0.265, 0.69], [0.15, 0.06], D65), false, decode, encode),
  'a98-rgb': throughXyz(
    primaries([0.64, 0.33], [0.21, 0.71], [0.15, 0.06], D65),
    false,
    power(563 / 256),
    power(256 / 563),
  ),
  'prophoto-rgb': throughXyz(
    primaries([0.734699, 0.265301], [0.159597, 0.840403], [0.036598, 0.000105], D50),
    true,
    signed((size) => (size < 16 / 512 ? size / 16 : size ** 1.8)),
    signed((size) => (size < 1 / 512 ? size * 16 : size ** (1 / 1.8))),
  ),
  rec2020: throughXyz(
    primaries([0.708, 0.292], [0.17, 0.797], [0.131, 0.046], D65),
    false,
    signed((size) => (size < 4.5 * FOOT ? size / 4.5 : ((size + BROADCAST - 1) / BROADCAST) ** (1 / 0.45))),
    signed((size) => (size < FOOT ? size * 4.5 : BROADCAST * size ** 0.45 - BROADCAST + 1)),
  ),
  xyz: throughXyz(UNIT, false),
  'xyz-d65': throughXyz(UNIT, false),
  'xyz-d50': xyzD50,
  lab,
  lch: polar(lab),
  oklab,
  oklch: polar(oklab),
  hsl,
  hwb,
};

/** Coordinates as sRGB channels, not yet clipped. */
export const toSrgb = (space: Space, coordinates: Triple): Triple =>
  srgb.fromLinear(space.toLinear(coordinates));
