import type { Example } from '../support/page-examples.ts';

export interface Known {
  readonly fixturesOf: (code: string) => readonly Example[];
  /** Documents by the code that they bring about. */
  readonly sketches: Readonly<Record<string, unknown>>;
  /** The tests of codes that no fixture brings about. */
  readonly elsewhere: Readonly<Record<string, { readonly test: string; readonly why: string }>>;
  /** The text of a file, where there is one. */
  readonly read: (path: string) => string | undefined;
}

/** What `codes` lack: each is brought about by the examples of its page, by a Sketch document, or by a test that says so. */
export function gapsOf(codes: readonly string[], known: Known): string[] {
  return codes.flatMap((code) => {
    const gap = gapOf(code, known);
    return gap === undefined ? [] : [`${code}: ${gap}`];
  });
}

function gapOf(code: string, { fixturesOf, sketches, elsewhere, read }: Known): string | undefined {
  const examples = fixturesOf(code);
  const row = elsewhere[code];
  const kinds = [examples.length > 0, code in sketches, row !== undefined].filter(Boolean).length;
  if (kinds === 0) return 'nothing brings it about';
  if (kinds > 1) return 'has more than one kind of fixture';
  if (row !== undefined)
    return read(row.test)?.includes(`'${code}'`) === true ? undefined : `${row.test} does not name it`;
  if (code in sketches) return undefined;
  const missing = ['wrong', 'right'].find((kind) => !examples.some((each) => each.kind === kind));
  return missing === undefined ? undefined : `has no ${missing} example`;
}
