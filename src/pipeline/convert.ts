import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { WHOLE } from '../diagnostics/span.ts';
import { assertText, InvariantError } from '../errors.ts';
import type { Size } from '../geometry/point.ts';
import { inTime } from '../geometry/time.ts';
import type { Icon } from '../ir.ts';
import { cutFills } from '../lower/cut-fills.ts';
import { lowerIcon } from '../lower/icon.ts';
import { decimalsFor } from '../path/precision.ts';
import { reportIneffective } from '../repair/ineffective.ts';
import { repairIcon } from '../repair/icon.ts';
import type { ResolveOptions } from '../resolve/icon.ts';
import { oldestParserFaults } from '../verify/oldest-parser.ts';
import { verifyRegions } from '../verify/regions.ts';
import { chooseOutput } from './choose.ts';
import { drawingVisible } from './draw-visible.ts';
import { emit, prove, referencesOf, type Emitted } from './emitted.ts';
import { cleared, mayBeIdle } from './idle.ts';
import { explained, saidByRepair } from './kept-fills.ts';
import { differenceOf, plainRepair, type ConvertOptions, type ConvertResult } from './result.ts';
import { throughSvgo } from './round-trip.ts';
import { isVectorDrawable, readIcon } from './sources.ts';
import { stage } from './stage.ts';
import { steadied } from './steady.ts';
import { tooManyCommands } from './too-complex.ts';

/**
 * Converts the text of one icon, an SVG or a VectorDrawable. A fault in the icon is a diagnostic, and there is no output
 * where the picture would suffer.
 *
 * @throws {UsageError} for an option that is wrong, or a source that is no string
 * @throws {OverdueError} where the time is up that `isOverdue` measures
 * @throws {InvariantError} where a promise of ours is broken
 */
export function convert(source: string, options: ConvertOptions = {}): ConvertResult {
  assertText('The source', source);
  return inTime(options.isOverdue, () => convertIcon(source, options));
}

function convertIcon(source: string, given: ConvertOptions): ConvertResult {
  const { to: kind = 'vector-drawable', minSdk = 21, allowLossy = false, appcompat = false } = given;
  const found: Diagnostic[] = [];
  const refused = { kind, fidelity: 'refused', minSdk, repairs: [], diagnostics: found } as const;

  // Everything that the source leaves open is settled here.
  const isSvg = kind === 'svg';
  const { icon, document, original, diagnostics } = stage('resolve', () =>
    readIcon(source, {
      resolve: resolveOptions(given),
      references: referencesOf(given),
      plainColors: isSvg,
    }),
  );
  found.push(...diagnostics);
  if (icon === undefined || original === undefined) return refused;
  // What loose fills show is counted when an output is chosen.
  const options = { ...drawingVisible(given, icon), looseFills: true };

  // While the icon is as it was drawn: the mistake that no fill rule shows, holes lost under nonzero.
  if (document !== undefined) found.push(...stage('lint', () => reportIneffective(document, icon)));

  // Before lowering, which would hide how the paths were drawn.
  const repaired = stage('repair', () => repairIcon(icon));
  const repairs = repaired.repairs.map(plainRepair);

  // SVG can say all that is in the icon. Android cannot.
  const lowered = isSvg
    ? { icon: repaired.icon, diagnostics: [] }
    : stage('lower', () => lowerIcon(repaired.icon, { minSdk, allowLossy, appcompat }));
  const settled = isSvg ? lowered.icon : stage('lower', () => withCutFills(lowered.icon, options));

  // Of so many commands no choice is made among outputs: the numbers are fine at once, as far as a string holds them.
  const tooComplex = tooManyCommands(settled);
  const plain = stage('emit', () =>
    emit(settled, tooComplex === undefined ? options : finely(options, icon.viewport)),
  );
  found.push(
    ...(isSvg ? repaired.diagnostics : saidByRepair(repaired)),
    ...lowered.diagnostics,
    ...plain.diagnostics.map((entry) => explained(entry, repaired.repairs)),
  );
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
  if (options.optimize !== false && (isSvg || !isVectorDrawable(source))) {
    const optimized =
      tooComplex === undefined
        ? stage('optimize', () => throughSvgo(settled, options.svgo))
        : { failure: tooComplex };
    if ('failure' in optimized)
      found.push(diagnostic('optimizer-failed', { detail: optimized.failure }, WHOLE));
    else better = stage('emit', () => emit(optimized.icon, options));
  }
  const emitted =
    tooComplex === undefined
      ? stage('verify', () => {
          const steady = settled === lowered.icon ? settled : steadied(settled, lowered.icon);
          return chooseOutput({ icon: settled, steady }, plain, better, options);
        })
      : plain;
  if (options.svgo !== undefined && better?.text !== undefined && emitted !== better)
    found.push(diagnostic('optimizer-changed-picture', {}, WHOLE));
  if (!isSvg) stage('verify', () => assertReadable(emitted, found, appcompat));
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

/** With one more decimal outlines stay within a hundredth of a pixel at 256, beyond what a picture tells apart. */
function finely(options: ConvertOptions, viewport: Size): ConvertOptions {
  if (options.decimals !== undefined) return options;
  return { ...options, decimals: Math.min(8, decimalsFor(viewport) + 1), shortenLong: true };
}

/** Fills cut by their clips where that is proven to show the same; else `icon` as it is. */
function withCutFills(icon: Icon, { keepIds }: ConvertOptions): Icon {
  const cut = cutFills(icon, keepIds);
  return cut === icon || verifyRegions(icon, cut, 'fine').verdict !== 'same' ? icon : cut;
}

/**
 * Nothing at hand draws as Android did before API 26: what the oldest parser reads is held by construction, and here.
 *
 * @throws {InvariantError} where it does not read the output
 */
function assertReadable(
  { text = '', minSdk }: Emitted,
  found: readonly Diagnostic[],
  appcompat: boolean,
): void {
  const gradients = appcompat || found.some(({ code }) => code === 'gradient-needs-api-24');
  const longStrings = found.some(({ code }) => code === 'string-too-long');
  const [fault] = oldestParserFaults(text, { minSdk, gradients, longStrings });
  if (fault !== undefined)
    throw new InvariantError('verify', `API ${minSdk} does not read the output: ${fault.detail}`);
}

function resolveOptions({ currentColor, keepIds }: ConvertOptions): ResolveOptions {
  return {
    ...(currentColor === undefined ? {} : { currentColor }),
    ...(keepIds === undefined || keepIds === 'all' ? {} : { keepIds: new Set(keepIds) }),
  };
}
