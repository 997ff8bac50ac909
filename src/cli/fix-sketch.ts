import { systemReason } from '../node/files/read.ts';
import { wouldWrite, writeWhole } from '../node/files/write.ts';
import { joinRegions } from '../node/sketch/join.ts';
import { openSketchFile, replaceTexts } from '../node/sketch/read.ts';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { NO_SPAN } from '../sketch/finding.ts';
import { fixDocument } from '../sketch/fix.ts';
import { readDocument } from '../sketch/read.ts';
import type { Planned } from './plan.ts';
import { failedFile, locate, type FileReport } from './report/report.ts';
import { placed } from './sketch-inputs.ts';

/** Sets winding rules and reverses points in a .sketch document, so that its next export is right. */
export async function fixSketch(plan: Planned, dryRun: boolean): Promise<FileReport> {
  const { input } = plan;
  const file = await openSketchFile(input.absolute as string);
  if ('problem' in file) return failedFile(input.name, locate([file.problem], ''));
  const { bytes } = file;
  const { texts, kept } = fixDocument(readDocument(file.json), file.texts, joinRegions);
  const content = texts.size === 0 ? bytes : replaceTexts(bytes, texts);
  const diagnostics = kept.map(placed);
  try {
    const status = await (dryRun ? wouldWrite : writeWhole)(plan.absolute, content);
    return {
      ...failedFile(input.name, locate(diagnostics, ''), bytes.length),
      status,
      fidelity: 'exact',
      outputs: [{ kind: 'svg', path: plan.name, bytes: content.length }],
    };
  } catch (error) {
    const reason = systemReason(error);
    const fault = diagnostic('unwritable-file', { path: plan.name, reason }, NO_SPAN);
    return failedFile(input.name, locate([fault], ''));
  }
}
