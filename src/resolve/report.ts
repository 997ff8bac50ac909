import { diagnostic, type Code, type Diagnostic, type MessageArgs } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/span.ts';

export type Report = <C extends Code>(code: C, args: MessageArgs<C>, span: Span) => void;

/** Gathers diagnostics, each once: `<use>` and inheritance meet the same fault many times. */
export class Reporter {
  readonly #found = new Map<string, Diagnostic>();

  readonly report: Report = (code, args, span) => {
    const entry = diagnostic(code, args, span);
    const key = `${code} ${span.start} ${span.end} ${entry.message}`;
    if (!this.#found.has(key)) this.#found.set(key, entry);
  };

  /** In the order of the text. */
  get diagnostics(): Diagnostic[] {
    const found = [...this.#found.values()];
    found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    return found;
  }
}
