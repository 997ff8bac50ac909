import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { Draw } from './ports.ts';

export type OutputKind = 'vector-drawable' | 'svg';

/** What was done about one even-odd fill or clip. */
export interface Repair {
  readonly rule: 'fill-rule' | 'clip-rule';
  /** `kept`: could not be repaired, still even-odd. */
  readonly method: 'unchanged' | 'reversed' | 'split' | 'kept';
  readonly subpaths: number;
  readonly reversed: number;
  /** Crossings at which subpaths were cut. */
  readonly breaks: number;
}

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
}

export interface ConvertOptions extends CommonOptions {
  /** Default `vector-drawable`. */
  readonly to?: OutputKind;
  /** The oldest API level that the output must draw right on: 21 and up, default 21. */
  readonly minSdk?: number;
  /** Writes what cannot be carried over as near as it comes, with a diagnostic. Default false. */
  readonly allowLossy?: boolean;
  /** Gives the output although no picture could be compared. Default false. */
  readonly allowUnverified?: boolean;
  /** What `currentColor` stands for, as CSS writes a color; default black. */
  readonly currentColor?: string;
}

export interface ConvertResult {
  /** The text to write; absent where the icon was refused. */
  readonly output?: string;
  readonly kind: OutputKind;
  readonly fidelity: Fidelity;
  /** Share of pixels that differ from the source, 0 to 1; absent where no picture was compared. */
  readonly difference?: number;
  /** The oldest API level that draws the output right. */
  readonly minSdk: number;
  readonly repairs: readonly Repair[];
  readonly diagnostics: readonly Diagnostic[];
}

export type FixOptions = CommonOptions;

export interface FixResult {
  /** The source with its repairs, equal to it where nothing was to be done; absent where nothing may be written. */
  readonly output?: string;
  readonly fidelity: Fidelity;
  readonly difference?: number;
  readonly repairs: readonly Repair[];
  readonly diagnostics: readonly Diagnostic[];
}
