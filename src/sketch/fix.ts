import type { JoinRegions } from './boolean.ts';
import { editShapes, type ShapeChange } from './edit.ts';
import { drawExport, exportables } from './export.ts';
import { finding, type Finding } from './finding.ts';
import type { SketchDocument } from './model.ts';
import { fillsAlike } from './proof.ts';
import { fillsByEvenOdd, pathsToReverse } from './winding.ts';

export interface DocumentFix {
  /** New texts of the files that change, by name. */
  readonly texts: ReadonlyMap<string, string>;
  /** Shapes that fill by nonzero now, and how many of their paths run the other way. */
  readonly fixed: readonly { readonly where: readonly string[]; readonly reversed: number }[];
  /**
   * What is to be said of shapes that stay even-odd: their outlines cross, or go into boolean operations, or come out of
   * them, the wrong way, or are too much to tell.
   */
  readonly kept: readonly Finding[];
}

/**
 * Sets exportable even-odd fills of more than one contour to nonzero, and reverses the paths that must run the other
 * way for it; each is drawn as it will be and held against what it was. `texts` are the document's JSON files. No other
 * byte of them changes.
 *
 * A shape inside a symbol is changed once, where the symbol is.
 */
export function fixDocument(
  document: SketchDocument,
  texts: ReadonlyMap<string, string>,
  join: JoinRegions,
): DocumentFix {
  const shapes = exportables(document).found.flatMap(
    (exportable) => drawExport(document, exportable, join).shapes,
  );
  const changes = new Map<string, ShapeChange[]>();
  const fixed: { where: readonly string[]; reversed: number }[] = [];
  const kept: Finding[] = [];
  const done = new Set<string>();
  for (const shape of shapes) {
    const { layer, where } = shape;
    const key = JSON.stringify(layer.source);
    if (done.has(key) || !fillsByEvenOdd(layer)) continue;
    done.add(key);
    const reversed = pathsToReverse(shape);
    if (reversed === undefined) continue;
    const { file } = layer.source;
    if (typeof reversed === 'string' || !texts.has(file) || !fillsAlike(layer, reversed, join)) {
      const why = typeof reversed === 'string' ? reversed : 'crossing';
      kept.push(finding('sketch-crossing', { why }, where));
      continue;
    }
    changes.set(file, [...(changes.get(file) ?? []), { layer, reverse: reversed }]);
    fixed.push({ where, reversed: reversed.length });
  }
  const changed = [...changes].map(([file, list]): [string, string] => [
    file,
    editShapes(texts.get(file) as string, list),
  ]);
  return { texts: new Map(changed), fixed, kept };
}
