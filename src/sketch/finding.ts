import { diagnostic, type Code, type Diagnostic, type MessageArgs } from '../diagnostics/diagnostic.ts';

/** A diagnostic and the names that lead to its layer: page, artboard, groups, layer. Its span says nothing. */
export interface Finding {
  readonly where: readonly string[];
  readonly diagnostic: Diagnostic;
}

/** Each once: a layer inside a symbol that is shown twice, or masks, is met more than once. */
export function uniqueFindings(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ where, diagnostic: { code, message } }) => {
    const key = JSON.stringify([where, code, message]);
    return !seen.has(key) && seen.add(key);
  });
}

export const NO_SPAN = { start: 0, end: 0 } as const;

export function finding<C extends Code>(code: C, args: MessageArgs<C>, where: readonly string[]): Finding {
  return { where, diagnostic: diagnostic(code, args, NO_SPAN) };
}
