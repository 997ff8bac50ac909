/** What a designer can choose. Plain data: a settings file is parsed, never run. */
export interface Settings {
  /** Writes Android's XML for every exported SVG. */
  readonly android: boolean;
  /** Where the XML goes: from the folder of the SVG, which an empty string is, from `/`, or from `~`. */
  readonly folder: string;
  /** Runs svgo on what was exported. */
  readonly optimize: boolean;
  /** The oldest API level that the XML must draw right on. */
  readonly minSdk: number;
  /** A file whose name (without .svg) ends so is left as Sketch wrote it; empty for none. */
  readonly skipSuffix: string;
  /** Exports of layers with such names are left as well: names with * for any text, and commas between them. */
  readonly skipLayers: string;
  /** A larger drawing is left as Sketch wrote it: Sketch waits for the plugin. Thousands of bytes, pictures in it apart. */
  readonly maxKilobytes: number;
  /** What one drawing may take; a longer one is left as Sketch wrote it. */
  readonly maxSeconds: number;
}

export const DEFAULTS: Settings = {
  android: true,
  folder: '',
  optimize: true,
  minSdk: 21,
  skipSuffix: '.raw',
  skipLayers: '',
  maxKilobytes: 40,
  maxSeconds: 10,
};

/** The settings in `text`, and what is wrong with it; what is missing or wrong has its default. */
export function parseSettings(text: string | undefined): { settings: Settings; problem?: string } {
  if (text === undefined || text.trim() === '') return { settings: DEFAULTS };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { settings: DEFAULTS, problem: 'The settings are no JSON; the defaults are used.' };
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return { settings: DEFAULTS, problem: 'The settings are no JSON object; the defaults are used.' };
  const given = json as Record<string, unknown>;
  const wrong = Object.keys(given).filter(
    (key) =>
      !Object.keys(DEFAULTS).includes(key) || typeof given[key] !== typeof DEFAULTS[key as keyof Settings],
  );
  const settings: { -readonly [Key in keyof Settings]: Settings[Key] } = { ...DEFAULTS };
  for (const key of Object.keys(given)) {
    if (!wrong.includes(key)) Object.assign(settings, { [key]: given[key] });
  }
  const { minSdk, maxKilobytes, maxSeconds } = settings;
  const isRight = {
    minSdk: Number.isInteger(minSdk) && minSdk >= 21,
    maxKilobytes: maxKilobytes > 0,
    maxSeconds: maxSeconds > 0,
  };
  for (const key of ['minSdk', 'maxKilobytes', 'maxSeconds'] as const) {
    if (isRight[key]) continue;
    wrong.push(key);
    settings[key] = DEFAULTS[key];
  }
  if (wrong.length === 0) return { settings };
  return { settings, problem: `Settings that are not understood: ${wrong.join(', ')}.` };
}

/** What to say of a drawing that would keep Sketch waiting for too long, or undefined. */
export function sizeFault(svg: string, { maxKilobytes }: Settings): string | undefined {
  const size = svg.replace(/["']data:[^"']*/g, '').length / 1000;
  if (size <= maxKilobytes) return undefined;
  return `Its drawing is ${Math.ceil(size)} kB, more than Sketch should wait for. ${whatToDo('maxKilobytes')}`;
}

/** The same of one that did keep Sketch waiting. */
export function timeFault({ maxSeconds }: Settings): string {
  return `Its outlines take more than ${maxSeconds} seconds to work out. ${whatToDo('maxSeconds')}`;
}

const whatToDo = (setting: keyof Settings): string =>
  `Simplify it, run windproof on the exported file, or raise ${setting} in the settings.`;
