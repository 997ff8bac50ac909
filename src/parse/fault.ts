import { diagnostic, type Code, type Diagnostic, type MessageArgs } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/span.ts';

/** Ends the reading of a document from within; `parseSvg` catches it and hands out the diagnostic. */
export class Fault extends Error {
  readonly diagnostic: Diagnostic;

  constructor(found: Diagnostic) {
    super(found.message);
    this.diagnostic = found;
  }
}

export function fault<C extends Code>(code: C, args: MessageArgs<C>, span: Span): Fault {
  return new Fault(diagnostic(code, args, span));
}

/** What stands at `span` is not XML. */
export const syntaxFault = (detail: string, span: Span): Fault => fault('xml-syntax', { detail }, span);
