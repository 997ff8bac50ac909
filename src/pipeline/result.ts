import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { VectorDrawableOptions } from '../emit/vector-drawable.ts';
import type { Draw, IsOverdue } from '../ports.ts';
import type { Repair } from '../repair/icon.ts';
import type { Proof } from './prove.ts';

export type { Repair };

export type OutputKind = 'vector-drawable' | 'svg';

/**
 * `exact`: the same picture. `approximate`: it differs in the way a diagnostic says. `refused`: cannot be carried
 * over. `unverified`: no renderer was lent, and only a picture could tell.
 */
export type Fidelity = 'exact' | 'approximate' | 'refused' | 'unverified';

export interface CommonOptions {
  /** A renderer to prove pictures with. Without one, what only a picture could clear is `unverified`. */
  readonly draw?: Draw;
  /** Ends the call with an OverdueError; for want of it nothing ends it. */
  readonly isOverdue?: IsOverdue;
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

export interface Result {
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

/** Without what only the stages need to know. */
export const plainRepair = ({ rule, method, reason, subpaths, reversed, breaks, span }: Repair): Repair => ({
  rule,
  method,
  ...(reason && { reason }),
  subpaths,
  reversed,
  breaks,
  span,
});

export const differenceOf = ({ difference }: Proof): { difference?: number } =>
  difference === undefined ? {} : { difference };
