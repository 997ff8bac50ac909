import { stretch } from '../geometry/matrix.ts';
import type { Icon, Paint } from '../ir.ts';
import { asSvg, parseXml } from '../parse/svg.ts';
import { resolveIcon } from '../resolve/icon.ts';
import { fileStem } from './rules/file-stem.ts';
import { hex } from './rules/palette.ts';
import { shapesOf } from './rules/shapes.ts';
import { readVectorDrawable } from '../vector-drawable/read.ts';

/** How many icons have each value, the commonest first. Values are JavaScript literals. */
export interface Tally {
  /** Icons that have any value. */
  readonly icons: number;
  readonly values: readonly { readonly value: string; readonly icons: number }[];
}

/** What a set of icons agrees on, as far as it does. */
export interface Survey {
  /** Sides of square canvases, in user units. */
  readonly sizes: Tally;
  /** In user units of the canvas. */
  readonly strokeWidths: Tally;
  readonly colors: Tally;
  /** The first of NAME_PATTERNS that a name matches. */
  readonly names: Tally;
}

/** From the strictest. */
const NAME_PATTERNS = [
  '[a-z0-9]+(-[a-z0-9]+)*',
  '[a-z0-9]+(_[a-z0-9]+)*',
  '[a-z][A-Za-z0-9]*',
  '[A-Z][A-Za-z0-9]*',
];

/** Counts what the contract rules take as options. What cannot be read as an icon counts for its name only. */
export function surveyIcons(icons: readonly { readonly path: string; readonly text: string }[]): Survey {
  const sizes: Set<string>[] = [];
  const strokeWidths: Set<string>[] = [];
  const colors: Set<string>[] = [];
  const names: Set<string>[] = [];
  for (const { path, text } of icons) {
    const stem = fileStem(path) ?? '';
    const pattern = NAME_PATTERNS.find((one) => new RegExp(`^(?:${one})$`).test(stem));
    names.push(new Set([quoted(pattern ?? '.+')]));
    const icon = iconOf(text);
    if (icon === undefined) continue;
    const { width, height } = icon.viewport;
    sizes.push(new Set([width === height ? String(width) : quoted(`${width} × ${height}`)]));
    const shapes = [...shapesOf(icon.children)].map(({ shape }) => shape);
    strokeWidths.push(
      new Set(
        shapes.flatMap(({ stroke, transform }) =>
          stroke === undefined
            ? []
            : [
                String(
                  Number((stroke.width * (stroke.nonScaling ? 1 : stretch(transform).major)).toFixed(3)),
                ),
              ],
        ),
      ),
    );
    colors.push(new Set(shapes.flatMap(({ fill, stroke }) => [fill?.paint, stroke?.paint].flatMap(colorOf))));
  }
  return {
    sizes: tallied(sizes),
    strokeWidths: tallied(strokeWidths),
    colors: tallied(colors),
    names: tallied(names),
  };
}

/** In either language. */
function iconOf(text: string): Icon | undefined {
  const xml = parseXml(text);
  if (xml.document?.root.local === 'vector') return readVectorDrawable(text).icon;
  const { document } = asSvg(xml);
  return document && resolveIcon(document).icon;
}

function tallied(found: readonly ReadonlySet<string>[]): Tally {
  const counts = new Map<string, number>();
  for (const values of found) for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const values = [...counts].map(([value, icons]) => ({ value, icons }));
  values.sort((a, b) => b.icons - a.icons || (a.value < b.value ? -1 : 1));
  return { icons: found.filter(({ size }) => size > 0).length, values };
}

function colorOf(paint: Paint | undefined): string[] {
  if (paint === undefined || paint.kind === 'pattern') return [];
  if (paint.kind !== 'solid') return paint.stops.map(({ color }) => quoted(hex(color)));
  return [quoted(paint.current === true ? 'currentColor' : hex(paint.color))];
}

const quoted = (text: string): string => `'${text}'`;
