import type { Fix } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/span.ts';
import { elementsOf, spanWithin, type SvgDocument } from '../../parse/tree.ts';
import { androidAttribute, isReference } from '../../vector-drawable/attributes.ts';
import { findPathFaults, type PathFault } from '../../vector-drawable/safe-path-data.ts';

/** What of one path's data in a VectorDrawable some Android version stumbles over, of the kinds asked for. */
export interface FaultyPath {
  /** Of the first one. */
  readonly span: Span;
  /** The first one as written. */
  readonly text: string;
  readonly count: number;
  readonly fix: Fix;
}

/** The paths with such faults, in document order. */
export function* faultyPathsOf(
  document: SvgDocument,
  isMeant: (fault: PathFault, text: string) => boolean,
): Generator<FaultyPath> {
  for (const element of elementsOf(document.root)) {
    const data = androidAttribute(element, 'pathData');
    if (data === undefined || isReference(data.value)) continue;
    const placed = findPathFaults(data.value).map((fault) => ({
      fault,
      text: data.value.slice(fault.start, fault.end),
      span: spanWithin(data, fault.start, fault.end),
    }));
    const meant = placed.filter(({ fault, text }) => isMeant(fault, text));
    const [first] = meant;
    if (first === undefined) continue;
    yield {
      span: first.span,
      text: first.text,
      count: meant.length,
      fix: {
        // What does not inflate has no picture to keep.
        safety: meant.some(({ fault }) => fault.kind === 'compact-flags') ? 'unsafe' : 'safe',
        title: 'Write them as every version reads them',
        edits: meant.map(({ fault, span }) => ({ span, text: fault.text })),
      },
    };
  }
}
