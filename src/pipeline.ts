import { diagnostic, type Diagnostic } from './diagnostics/diagnostic.ts';
import { printSvg } from './emit/svg.ts';
import { emitVectorDrawable, type VectorDrawableOptions } from './emit/vector-drawable.ts';
import { InvariantError, UsageError } from './errors.ts';
import type { Color, Icon } from './ir.ts';
import { lowerIcon } from './lower/icon.ts';
import { sourcePreset } from './optimize/presets.ts';
import { fixDrawable } from './fix-drawable.ts';
import { optimizeSvg } from './optimize/svg.ts';
import { parseSvg } from './parse/svg.ts';
import { decimalsFor } from './path/precision.ts';
import type { Draw } from './ports.ts';
import { proveSvg, proveVectorDrawable, type Original, type Proof } from './prove.ts';
import { reportIneffective } from './repair/ineffective.ts';
import { repairIcon, type IconRepairResult, type Repair } from './repair/icon.ts';
import { repairSource } from './repair/source.ts';
import { resolveIcon, type ResolveOptions } from './resolve/icon.ts';
import { throughSvgo } from './round-trip.ts';
import { isVectorDrawable, readIcon } from './sources.ts';
import { readVectorDrawable } from './vector-drawable/read.ts';
import { verifyRegions, type RegionVerdict } from './verify/regions.ts';

export type { Repair };

export type OutputKind = 'vector-drawable' | 'svg';

/**
 * `exact`: the same picture. `approximate`: it differs in the way a diagnostic says. `refused`: cannot be carried
 * over. `unverified`: no renderer was lent, and only a picture could tell.
 */
export type Fidelity = 'exact' | 'approximate' | 'refused' | 'unverified';

interface CommonOptions {
  /** A renderer to prove pictures with. Without one, what only a picture could clear is `unverified`. */
  readonly draw?: Draw;
  /** Default true. */
  readonly optimize?: boolean;
  /** A configuration for svgo in place of ours, as svgo takes it. */
  readonly svgo?: object;
  /** Gives the output although only a picture could tell and none was drawn. Default false. */
  readonly allowUnverified?: boolean;
}

export interface ConvertOptions extends CommonOptions, VectorDrawableOptions {
  /** Default `vector-drawable`. */
  readonly to?: OutputKind;
  /** What `currentColor` stands for, as CSS writes a color; default black. */
  readonly currentColor?: string;
}

interface Result {
  readonly kind: OutputKind;
  /** The text to write; absent where nothing may be written. */
  readonly output?: string;
  readonly fidelity: Fidelity;
  /** Share of pixels that differ from the source, 0 to 1; absent where no picture was compared. */
  readonly difference?: number;
  /** One for each even-odd fill or clip. */
  readonly repairs: readonly Repair[];
  /** Their spans are offsets into the source. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface ConvertResult extends Result {
  /** The oldest API level that draws the output right. */
  readonly minSdk: number;
}

export type FixOptions = CommonOptions;

/** The output is the source with its repairs, equal to it where nothing was to be done. */
export type FixResult = Result;

/** For what concerns an icon as a whole. */
const WHOLE = { start: 0, end: 0 };

/**
 * Converts the text of one icon, an SVG or a VectorDrawable. A fault in the icon is a diagnostic, and there is no output where the picture
 * would suffer.
 *
 * @throws {UsageError} for an option that is wrong
 * @throws {InvariantError} where a promise of ours is broken
 */
export function convert(source: string, options: ConvertOptions = {}): ConvertResult {
  const { to: kind = 'vector-drawable', minSdk = 21, allowLossy = false, appcompat = false } = options;
  const found: Diagnostic[] = [];
  const refused = { kind, fidelity: 'refused', minSdk, repairs: [], diagnostics: found } as const;

  // Everything that the source leaves open is settled here.
  const isSvg = kind === 'svg';
  const { icon, document, original, diagnostics } = stage('resolve', () =>
    readIcon(source, {
      resolve: resolveOptions(options),
      references: referencesOf(options),
      plainColors: isSvg,
    }),
  );
  found.push(...diagnostics);
  if (icon === undefined || original === undefined) return refused;

  // While the icon is as it was drawn: the mistake that no fill rule shows, holes lost under nonzero.
  if (document !== undefined) found.push(...stage('lint', () => reportIneffective(document, icon)));

  // Before lowering, which would hide how the paths were drawn.
  const repaired = stage('repair', () => repairIcon(icon));
  const repairs = repaired.repairs.map(plainRepair);

  // SVG can say all that is in the icon. Android cannot.
  const lowered = isSvg
    ? { icon: repaired.icon, diagnostics: [] }
    : stage('lower', () => lowerIcon(repaired.icon, { minSdk, allowLossy, appcompat }));

  const plain = stage('emit', () => emit(lowered.icon, options));
  found.push(...repairFaults(repaired, isSvg), ...lowered.diagnostics, ...plain.diagnostics);
  if (mayBeIdle(found) && options.draw !== undefined && plain.text !== undefined) {
    const proof = stage('verify', () => prove(plain, original, options));
    // A filter snaps edges to pixels; where nothing else differs it is cleared, and still called close.
    const left = proof.verdict === 'close' ? proof.finerDifference : proof.difference;
    if (proof.verdict !== 'differs' && left === 0) found.splice(0, found.length, ...found.map(cleared));
  }
  const isRefused = found.some(({ effect }) => effect === 'refused');
  if (plain.text === undefined || (isRefused && !allowLossy)) return { ...refused, repairs };

  // After the first emission, which speaks of places in the source: in svgo's text they are lost.
  let better: Emitted | undefined;
  // SVG has no words for the resources and the tint of a VectorDrawable that is to stay one.
  const isOptimized = options.optimize !== false && (isSvg || !isVectorDrawable(source));
  if (isOptimized) {
    const optimized = stage('optimize', () => throughSvgo(lowered.icon, options.svgo));
    if ('failure' in optimized)
      found.push(diagnostic('optimizer-failed', { detail: optimized.failure }, WHOLE));
    else better = stage('emit', () => emit(optimized.icon, options));
  }
  // A configuration of the user's own is honored even where it gains nothing.
  const isBetter =
    better?.text !== undefined && (options.svgo !== undefined || better.text.length < plain.text.length);
  const finer = { ...options, decimals: (options.decimals ?? decimalsFor(lowered.icon.viewport)) + 2 };

  // The shortest whose outlines are where they were. The choice is geometry's alone, so that it is the same where no
  // renderer is lent; the picture then takes the chosen one or refuses the icon.
  const emitted = stage('verify', () => {
    const printed = plain.text === undefined ? undefined : readBack(plain.text, options);
    if (better !== undefined && isBetter && printed !== undefined) {
      if (regionsOf(better, printed, options, 'fine') === 'same') return better;
    }
    if (regionsOf(plain, lowered.icon, options) !== 'different') return plain;
    const precise = emit(lowered.icon, finer);
    return regionsOf(precise, lowered.icon, options) === 'different' ? plain : precise;
  });
  if (isBetter && emitted !== better && options.svgo !== undefined)
    found.push(diagnostic('optimizer-changed-picture', {}, WHOLE));
  const proof = stage('verify', () => prove(emitted, original, options));

  const common = { kind, minSdk: emitted.minSdk, repairs, diagnostics: found, ...differenceOf(proof) };
  const output = emitted.text === undefined ? {} : { output: emitted.text };
  if (isRefused) return { ...common, ...output, fidelity: 'refused' };
  // Steps too small to be told from a gradient are the same picture.
  const isApproximate = found.some(
    ({ code, effect }) =>
      effect === 'approximate' && !(code === 'stepped-gradient' && proof.verdict === 'same'),
  );
  if (proof.verdict === 'close') found.push(...proof.diagnostics);
  if (proof.difference !== undefined && (isApproximate || proof.verdict === 'close')) {
    // What was said so far names the place; the picture says how much.
    if (proof.verdict === 'differs')
      found.push(diagnostic('picture-close', { share: proof.difference }, WHOLE));
    return { ...common, ...output, fidelity: 'approximate' };
  }
  if (proof.verdict === 'same') return { ...common, ...output, fidelity: 'exact' };
  if (proof.verdict === 'unverified') {
    found.push(diagnostic('not-drawn', {}, WHOLE));
    return { ...common, ...(options.allowUnverified === true ? output : {}), fidelity: 'unverified' };
  }
  found.push(...proof.diagnostics);
  return { ...common, ...(allowLossy ? output : {}), fidelity: 'refused' };
}

/**
 * Repairs the text of one icon by the least change, and optimizes an SVG with svgo. What cannot be repaired stays as it
 * is, with an error; the rest is done all the same.
 *
 * @throws {InvariantError} where a promise of ours is broken
 */
export function fix(source: string, options: FixOptions = {}): FixResult {
  if (isVectorDrawable(source)) return stage('repair', () => fixDrawable(source, options.draw));
  const { document, diagnostics: parseFaults } = stage('parse', () => parseSvg(source));
  const found: Diagnostic[] = [...parseFaults];
  const refused = { kind: 'svg', fidelity: 'refused', repairs: [], diagnostics: found } as const;
  if (document === undefined) return refused;
  const { icon } = stage('resolve', () => resolveIcon(document));
  if (icon === undefined) {
    found.push(...resolveIcon(document).diagnostics);
    return refused;
  }

  found.push(...stage('lint', () => reportIneffective(document, icon)));
  const repaired = stage('repair', () => repairSource(document));
  const repairs = repaired.repairs.map(plainRepair);
  found.push(...repaired.diagnostics);
  const original = { source, icon };

  if (options.optimize !== false) {
    const optimized = stage('optimize', () => optimizeSource(repaired.text, icon, options));
    if ('failure' in optimized)
      found.push(diagnostic('optimizer-failed', { detail: optimized.failure }, WHOLE));
    else if (optimized.text.length < repaired.text.length) {
      // Geometry chooses, as in a conversion; a renderer may only reject what was chosen.
      const isInPlace = stage('verify', () => staysRepaired(optimized.text, icon, repairs));
      if (!isInPlace) found.push(diagnostic('optimizer-changed-picture', {}, WHOLE));
      else {
        const proof = stage('verify', () => proveSvg(original, optimized.text, options.draw));
        if (proof.verdict !== 'unverified' || options.allowUnverified === true) {
          const output = proof.verdict === 'differs' ? {} : { output: optimized.text };
          const fidelity = FIDELITY[proof.verdict];
          found.push(...proof.diagnostics);
          return { kind: 'svg', ...output, fidelity, repairs, diagnostics: found, ...differenceOf(proof) };
        }
      }
    }
  }

  // The repair proves its own text, renderer or not; a renderer may still reject it.
  const proof =
    options.draw === undefined
      ? undefined
      : stage('verify', () => proveSvg(original, repaired.text, options.draw));
  if (proof?.verdict === 'differs') {
    found.push(...proof.diagnostics);
    return { ...refused, repairs, ...differenceOf(proof) };
  }
  const difference = proof === undefined ? {} : differenceOf(proof);
  return {
    kind: 'svg',
    output: repaired.text,
    fidelity: 'exact',
    repairs,
    diagnostics: found,
    ...difference,
  };
}

const FIDELITY = {
  same: 'exact',
  close: 'approximate',
  differs: 'refused',
  unverified: 'unverified',
} as const satisfies Record<Proof['verdict'], Fidelity>;

/** Runs one stage; whatever it throws that is not meant for the caller is a broken promise of that stage. */
function stage<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UsageError || error instanceof InvariantError) throw error;
    throw new InvariantError(name, error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** What the renderer draws as well as Android's refusal leaves out: where no pixel differs, it changes nothing. */
const CLEARED_BY_PICTURE: ReadonlySet<string> = new Set([
  'unsupported-filter',
  'unsupported-blend-mode',
  'reference-cycle',
]);

/** Whether all that was refused may turn out to change nothing, which only a picture tells. */
function mayBeIdle(found: readonly Diagnostic[]): boolean {
  const refusals = found.filter(({ effect }) => effect === 'refused');
  return refusals.length > 0 && refusals.every(({ code }) => CLEARED_BY_PICTURE.has(code));
}

function cleared(one: Diagnostic): Diagnostic {
  if (one.effect !== 'refused') return one;
  const { effect: _effect, ...rest } = one;
  return { ...rest, severity: 'info', message: `${one.message} Here it changes nothing, so it is left out.` };
}

interface Emitted {
  readonly text?: string;
  readonly minSdk: number;
  readonly diagnostics: readonly Diagnostic[];
}

function emit(icon: Icon, options: ConvertOptions): Emitted {
  if (options.to === 'svg') return { text: printSvg(icon), minSdk: 1, diagnostics: [] };
  const { xml, minSdk, diagnostics } = emitVectorDrawable(icon, options);
  return { ...(xml === undefined ? {} : { text: xml }), minSdk, diagnostics };
}

/** Whether the fills and strokes of what was emitted cover what those of `icon` do, rounding apart. */
function regionsOf(
  { text }: Emitted,
  icon: Icon,
  options: ConvertOptions,
  allowed: 'fine' | 'rounded' = 'rounded',
): RegionVerdict['verdict'] {
  const after = text === undefined ? undefined : readBack(text, options);
  return after === undefined ? 'different' : verifyRegions(icon, after, allowed).verdict;
}

function readBack(text: string, { to }: ConvertOptions): Icon | undefined {
  if (to !== 'svg') return readVectorDrawable(text).icon;
  const { document } = parseSvg(text);
  return document === undefined ? undefined : resolveIcon(document).icon;
}

function prove({ text = '', minSdk }: Emitted, original: Original, options: ConvertOptions): Proof {
  const { draw } = options;
  if (options.to === 'svg') return proveSvg(original, text, draw);
  return proveVectorDrawable(original, text, { minSdk, draw, references: referencesOf(options) });
}

/** svgo on a source, again and again until it finds nothing more, so that a second fix changes nothing. */
function optimizeSource(text: string, icon: Icon, { svgo }: FixOptions): ReturnType<typeof optimizeSvg> {
  let current = text;
  for (let pass = 0; pass < 4; pass++) {
    const next = optimizeSvg(current, svgo ?? sourcePreset(icon.viewport));
    if ('failure' in next || next.text === current) return next;
    current = next.text;
  }
  return { text: current };
}

/** Whether svgo's result covers what the source did and needs no fill rule where the repair did not. */
function staysRepaired(text: string, before: Icon, repairs: readonly Repair[]): boolean {
  const { document } = parseSvg(text);
  const icon = document === undefined ? undefined : resolveIcon(document).icon;
  if (icon === undefined) return false;
  const needy = repairIcon(icon).repairs.filter(({ method }) => method !== 'unchanged').length;
  const kept = repairs.filter(({ method }) => method === 'kept').length;
  return needy <= kept && verifyRegions(before, icon, 'rounded').verdict === 'same';
}

/**
 * What the repair found. Whether a fill that stayed even-odd can be written depends on the API level, so for a
 * VectorDrawable the emitter says it.
 */
function repairFaults({ repairs, diagnostics }: IconRepairResult, isSvg: boolean): readonly Diagnostic[] {
  if (isSvg) return diagnostics;
  const kept = repairs.filter(({ rule, method }) => rule === 'fill-rule' && method === 'kept');
  return diagnostics.filter(
    ({ code, span }) => code !== 'even-odd-kept' || !kept.some((repair) => repair.span.start === span.start),
  );
}

const plainRepair = ({ rule, method, subpaths, reversed, breaks, span }: Repair): Repair => ({
  rule,
  method,
  subpaths,
  reversed,
  breaks,
  span,
});

const differenceOf = ({ difference }: Proof): { difference?: number } =>
  difference === undefined ? {} : { difference };

function resolveOptions({ currentColor, keepIds }: ConvertOptions): ResolveOptions {
  return {
    ...(currentColor === undefined ? {} : { currentColor }),
    ...(keepIds === undefined || keepIds === 'all' ? {} : { keepIds: new Set(keepIds) }),
  };
}

/** What the resource references of the color map stand for. */
function referencesOf({ colors }: ConvertOptions): ReadonlyMap<string, Color> {
  return new Map(
    [...(colors ?? [])].map(([hex, reference]) => [
      reference,
      { r: channel(hex, 1), g: channel(hex, 3), b: channel(hex, 5), a: 1 },
    ]),
  );
}

const channel = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
