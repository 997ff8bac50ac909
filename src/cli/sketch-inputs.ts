import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { joinRegions } from '../node/sketch/join.ts';
import { openSketchFile } from '../node/sketch/read.ts';
import type { Finding } from '../sketch/finding.ts';
import { readDocument } from '../sketch/read.ts';
import { renderDocument, type RenderedExport } from '../sketch/render.ts';
import type { Input } from './inputs.ts';
import { isSketch } from './is-sketch.ts';

/** `inputs` with every .sketch document replaced by its exportable layers, each an SVG of its own. */
export async function expandSketch(inputs: readonly Input[]): Promise<Input[]> {
  const expanded = await Promise.all(
    inputs.map((input) => (isSketch(input) ? layersOf(input) : Promise.resolve([input]))),
  );
  return expanded.flat();
}

async function layersOf(input: Input): Promise<Input[]> {
  const file = await openSketchFile(input.absolute as string);
  if ('problem' in file) return [{ ...input, read: () => Promise.resolve(file) }];
  const { exports } = renderDocument(readDocument(file.json), joinRegions);
  const counts = new Map<string, number>();
  return exports.map((each) => {
    const place = [input.name, ...each.where].join(' / ');
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    const name = count === 1 ? place : `${place} (${count})`;
    return { name, inTree: `${each.name}.svg`, read: () => Promise.resolve(textOf(each)) };
  });
}

function textOf({ svg, findings }: RenderedExport) {
  const refusal = findings.find(({ diagnostic }) => diagnostic.effect === 'refused');
  if (refusal !== undefined) return { problem: placed(refusal) };
  return { text: svg as string, bytes: Buffer.byteLength(svg as string), utf8: true };
}

/** The finding's diagnostic, with its layer in front: a document has no lines. */
export function placed({ where, diagnostic }: Finding): Diagnostic {
  return where.length === 0
    ? diagnostic
    : { ...diagnostic, message: `${where.join(' / ')}: ${diagnostic.message}` };
}
