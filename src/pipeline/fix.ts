import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { WHOLE } from '../diagnostics/span.ts';
import { assertText } from '../errors.ts';
import { Budget } from '../geometry/budget.ts';
import { inTime } from '../geometry/time.ts';
import type { Icon } from '../ir.ts';
import { parseSvg } from '../parse/svg.ts';
import type { SvgDocument } from '../parse/tree.ts';
import { decimalsFor } from '../path/precision.ts';
import { reportIneffective } from '../repair/ineffective.ts';
import { repairSource, type SourceRepairResult } from '../repair/source.ts';
import { resolveIcon } from '../resolve/icon.ts';
import { chooseSource, MOST_WORK } from './choose-source.ts';
import { drawingVisible } from './draw-visible.ts';
import { fixDrawable } from './fix-drawable.ts';
import { proveSvg, type Proof } from './prove.ts';
import { differenceOf, plainRepair, type Fidelity, type FixOptions, type FixResult } from './result.ts';
import { isVectorDrawable } from './sources.ts';
import { stage } from './stage.ts';
import { tooManyCommands } from './too-complex.ts';

/**
 * Repairs the text of one icon by the least change, and optimizes an SVG with svgo. What cannot be repaired stays as it
 * is, with an error; the rest is done all the same.
 *
 * @throws {UsageError} for a source that is no string
 * @throws {OverdueError} where the time is up that `isOverdue` measures
 * @throws {InvariantError} where a promise of ours is broken
 */
export function fix(source: string, options: FixOptions = {}): FixResult {
  assertText('The source', source);
  return inTime(options.isOverdue, () => fixText(source, options));
}

function fixText(source: string, given: FixOptions): FixResult {
  if (isVectorDrawable(source)) return stage('repair', () => fixDrawable(source, given.draw));
  const { document, diagnostics: parseFaults } = stage('parse', () => parseSvg(source));
  const found: Diagnostic[] = [...parseFaults];
  const refused = { kind: 'svg', fidelity: 'refused', repairs: [], diagnostics: found } as const;
  if (document === undefined) return refused;
  const { icon, diagnostics: unread } = stage('resolve', () => resolveIcon(document));
  if (icon === undefined) {
    found.push(...unread);
    return refused;
  }
  const options = drawingVisible(given, icon);

  found.push(...stage('lint', () => reportIneffective(document, icon)));
  const { repaired, optimized } = repairAndOptimize(document, icon, options);
  const repairs = repaired.repairs.map(plainRepair);
  const original = { source, icon };

  if (optimized === 'changed') found.push(diagnostic('optimizer-changed-picture', {}, WHOLE));
  else if (optimized !== undefined && 'failure' in optimized)
    found.push(diagnostic('optimizer-failed', { detail: optimized.failure }, WHOLE));
  else if (optimized !== undefined) {
    // A renderer may only reject what geometry chose.
    const proof = stage('verify', () => proveSvg(original, optimized.text, options.draw));
    if (proof.verdict !== 'unverified' || options.allowUnverified === true) {
      const output = proof.verdict === 'differs' ? {} : { output: optimized.text };
      const fidelity = FIDELITY[proof.verdict];
      const diagnostics = [...found, ...optimized.diagnostics, ...proof.diagnostics];
      const counted = optimized.repairs.map(plainRepair);
      return { kind: 'svg', ...output, fidelity, repairs: counted, diagnostics, ...differenceOf(proof) };
    }
  }

  found.push(...repaired.diagnostics);
  // The repair proves its own text, renderer or not, but for what was not read; a renderer may still reject it. Where
  // all was read of an icon of so many commands, that proof is enough.
  const isProven = tooManyCommands(icon) !== undefined && !unread.some(({ effect }) => effect === 'refused');
  const proof =
    options.draw === undefined || isProven
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

/** More decimals than a viewport needs, for cuts that are to lie where the outlines cross. */
const FINER = 3;

/**
 * The repaired source and what svgo makes of it. A split may leave an outline at the edge of what is tolerated, and svgo
 * then move it beyond; from a closer split svgo's result is within it, and a second fix finds nothing to do.
 */
function repairAndOptimize(
  document: SvgDocument,
  icon: Icon,
  { optimize, svgo }: FixOptions,
): { repaired: SourceRepairResult; optimized: ReturnType<typeof chooseSource> } {
  const repaired = stage('repair', () => repairSource(document));
  if (optimize === false) return { repaired, optimized: undefined };
  const budget = new Budget(MOST_WORK);
  const optimized = chooseSource(repaired, icon, svgo, budget);
  if (optimized !== 'changed' || repaired.repairs.every(({ method }) => method !== 'split'))
    return { repaired, optimized };
  const precision = decimalsFor(icon.viewport) + FINER;
  const closer = stage('repair', () => repairSource(document, { precision }));
  const again = chooseSource(closer, icon, svgo, budget);
  const isRepaired = closer.repairs.every(({ method }) => method !== 'kept');
  return typeof again === 'object' && isRepaired
    ? { repaired: closer, optimized: again }
    : { repaired, optimized };
}

const FIDELITY = {
  same: 'exact',
  close: 'approximate',
  differs: 'refused',
  unverified: 'unverified',
} as const satisfies Record<Proof['verdict'], Fidelity>;
