import { joinRegions } from '../node/sketch/join.ts';
import { openSketchFile, readSketchFile } from '../node/sketch/read.ts';
import { lintDocument } from '../sketch/lint.ts';
import { readDocument } from '../sketch/read.ts';
import type { LintInput } from './lint-inputs.ts';
import { placed } from './sketch-inputs.ts';

/** What the next export of a .sketch document would lose, each finding with its page, artboard and layer. */
export async function lintSketch({ name, absolute, bytes }: LintInput) {
  const file = bytes === undefined ? await openSketchFile(absolute as string) : readSketchFile(bytes);
  const diagnostics =
    'problem' in file
      ? [file.problem]
      : lintDocument(readDocument(file.json), joinRegions).map((found) => placed(found));
  return { source: name, text: '', diagnostics, status: 'unchanged' as const };
}
