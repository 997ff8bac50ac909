import type { Bounds } from '../geometry/bounds.ts';
import { Budget } from '../geometry/budget.ts';
import { diagnostic, type Code, type Diagnostic, type MessageArgs } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/span.ts';
import { LIMITS, type LowerOptions } from './options.ts';

/** What the features share while one icon is lowered. */
export interface Context {
  readonly options: LowerOptions;
  /** What can be seen, in the units that node transforms lead to: the viewport, or a tile or mask in their own. */
  readonly visible: Bounds;
  /** How far an outline may be from the exact one, in the same units. */
  readonly tolerance: number;
  /** For telling which shapes overlap. */
  readonly work: Budget;
  /** Dashes that were drawn of all lines together. */
  readonly drawn: { dashes: number };
  readonly report: <C extends Code>(code: C, args: MessageArgs<C>, span: Span) => void;
}

/** A context that collects diagnostics in `found`, each place and code once. */
export function createContext(options: LowerOptions, visible: Bounds, found: Diagnostic[]): Context {
  const seen = new Set<string>();
  return {
    options,
    visible,
    tolerance: toleranceFor(visible),
    work: new Budget(LIMITS.overlapWork),
    drawn: { dashes: 0 },
    report: (code, args, span) => {
      const key = `${code} ${span.start} ${span.end}`;
      if (seen.has(key)) return;
      seen.add(key);
      found.push(diagnostic(code, args, span));
    },
  };
}

/** How far an outline may be off: a fortieth of a pixel of the 256-pixel picture that output is judged by. */
export function toleranceFor(visible: Bounds): number {
  return Math.max(visible.maxX - visible.minX, visible.maxY - visible.minY) / 256 / 40;
}
