import { lintFile } from '../../src/pipeline/lint.ts';
import type { LintFile } from '../../src/lint/rule.ts';

/** A text as a rule sees it. Fails the test when the text is no XML. */
export function lintFileOf(text: string, path: string): LintFile {
  const { file, diagnostics } = lintFile(text, path, { rules: [], minSdk: 21, appcompat: false });
  if (file === undefined) throw new Error(`not parsed: ${diagnostics[0]?.message}`);
  return file;
}
