import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { joinRegions } from '../node/sketch/join.ts';
import { openSketchFile } from '../node/sketch/read.ts';
import { uniqueFindings, type Finding } from '../sketch/finding.ts';
import type { ReadResult } from '../node/files/read.ts';
import { readDocument } from '../sketch/read.ts';
import { renderDocument } from '../sketch/render.ts';
import type { Input } from './inputs.ts';
import { isSketch } from './is-sketch.ts';
import { failedFile, locate, type FileReport } from './report/report.ts';

/** Inputs, and what is to be said of those that were drawn from a document. */
export interface Expanded {
  readonly inputs: readonly Input[];
  readonly notes: ReadonlyMap<Input, readonly Diagnostic[]>;
  /** Documents with nothing to draw. */
  readonly empty: readonly FileReport[];
}

/** `inputs` with every .sketch document replaced by its exportable layers, each an SVG of its own. */
export async function expandSketch(inputs: readonly Input[]): Promise<Expanded> {
  const notes = new Map<Input, readonly Diagnostic[]>();
  const empty: FileReport[] = [];
  const expanded = await Promise.all(
    inputs.map((input) => (isSketch(input) ? layersOf(input, notes, empty) : Promise.resolve([input]))),
  );
  return { inputs: expanded.flat(), notes, empty };
}

/** What became of one icon, with what is to be said of it besides. */
export function withNotes(report: FileReport, notes: readonly Diagnostic[] = []): FileReport {
  if (notes.length === 0) return report;
  const isNear = report.fidelity === 'exact' && notes.some(({ effect }) => effect === 'approximate');
  return {
    ...report,
    fidelity: isNear ? 'approximate' : report.fidelity,
    diagnostics: [...report.diagnostics, ...locate(notes, '')],
  };
}

async function layersOf(
  input: Input,
  notes: Map<Input, readonly Diagnostic[]>,
  empty: FileReport[],
): Promise<Input[]> {
  const file = await openSketchFile(input.absolute as string);
  if ('problem' in file) return [{ ...input, read: () => Promise.resolve(file) }];
  const document = renderDocument(readDocument(file.json), joinRegions);
  const counts = new Map<string, number>();
  const layers = document.exports.map((each) => {
    const place = [input.name, ...each.where].join(' / ');
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    const name = count === 1 ? place : `${place} (${count})`;
    // The first refusal is why it cannot be read.
    const problem = each.findings.find(({ diagnostic }) => diagnostic.effect === 'refused');
    const layer = {
      name,
      inTree: `${each.name}.svg`,
      read: () => Promise.resolve(sourceOf(each.svg, problem)),
    };
    const others = uniqueFindings(each.findings).filter((found) => found !== problem);
    notes.set(layer, others.map(placed));
    return layer;
  });
  const ofAll = document.findings.map(placed);
  const [first] = layers;
  if (first !== undefined) notes.set(first, [...ofAll, ...(notes.get(first) ?? [])]);
  else empty.push({ ...failedFile(input.name, locate(ofAll, '')), status: 'unchanged', fidelity: 'exact' });
  return layers;
}

function sourceOf(svg: string | undefined, problem: Finding | undefined): ReadResult {
  if (problem !== undefined || svg === undefined) return { problem: placed(problem as Finding) };
  return { text: svg, bytes: Buffer.byteLength(svg), utf8: true };
}

/** The finding's diagnostic, with its layer in front: a document has no lines. */
export function placed({ where, diagnostic }: Finding): Diagnostic {
  return where.length === 0
    ? diagnostic
    : { ...diagnostic, message: `${where.join(' / ')}: ${diagnostic.message}` };
}
