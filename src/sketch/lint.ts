import type { DrawnShape } from './draw.ts';
import type { JoinRegions } from './boolean.ts';
import { drawExport, exportables } from './export.ts';
import { finding, uniqueFindings, type Finding } from './finding.ts';
import type { SketchDocument } from './model.ts';
import { judgeWinding } from './winding.ts';

/**
 * What the next export of `document` would lose on Android, and what it holds that an icon cannot: for each exportable
 * layer in turn, each finding once.
 */
export function lintDocument(document: SketchDocument, join: JoinRegions): Finding[] {
  const { found, chosen } = exportables(document);
  const findings =
    chosen === 'marked' ? [] : [finding('sketch-nothing-exportable', { count: found.length }, [])];
  for (const exportable of found) {
    const drawn = drawExport(document, exportable, join);
    findings.push(...drawn.findings, ...drawn.shapes.flatMap(lintShape));
  }
  return uniqueFindings(findings);
}

/** What is to be said about one shape that is drawn or masks. */
export function lintShape(shape: DrawnShape): Finding[] {
  const { layer, where } = shape;
  const findings = layer.style.borders.map(({ position }) => finding('sketch-border', { position }, where));
  const isSeen = layer.style.fills.length > 0 || layer.mask !== 'none';
  if (!isSeen || layer.style.rule !== 'evenodd') return findings;
  const { verdict, contours, reversed } = judgeWinding(shape);
  if (verdict !== 'reversible') findings.push(finding('sketch-crossing', { why: verdict }, where));
  else if (reversed.length > 0)
    findings.push(finding('sketch-lost-hole', { contours, reversed: reversed.length }, where));
  else if (contours > 1) findings.push(finding('sketch-even-odd', { contours }, where));
  return findings;
}
