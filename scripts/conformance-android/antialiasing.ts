import { EQUAL_SHAPES, type EqualShape } from './equal-shapes.ts';
import { LEVELS, judge, type Judgement, type Level } from './judge.ts';
import { difference, drawSvg, reduced, type Difference } from './picture.ts';

/** Pixels, as icons are shown and as pictures are compared. */
export const SIZES = [24, 96, 256] as const;

/**
 * The most that a channel differs, of 255, between Android's and resvg's drawing of a shape that is equal by
 * construction: what `measureAntialiasing` finds over all families but clips, on all levels and at all sizes.
 * It bounds rasterizers, not converters. docs/android-judge.md has the table; a run fails when it is not the maximum.
 */
export const EDGE_TOLERANCE = 98;

/** A picture with a clip is drawn this many times as large and averaged down, for its edges may lack antialiasing. */
export const CLIP_REDUCTION = 4;

/**
 * True when nothing but antialiasing tells two pictures apart, `found` with EDGE_TOLERANCE: at most 0.1 % of the pixels
 * differ, which is none of a picture of 24, and no whole block.
 */
export function isSame({ block, share }: Difference): boolean {
  return !block && share <= 0.001;
}

export interface AntialiasingRow {
  readonly family: string;
  readonly size: number;
  readonly level: Level;
  /** Over the family: the largest difference, and the largest share of pixels beyond 32. */
  readonly worst: number;
  readonly share: number;
  /** Number of pictures with a 3x3 block that differs entirely. */
  readonly blocks: number;
}

/** Draws every shape that is equal by construction with both renderers and measures how far they part. */
export function measureAntialiasing(folder: string): AntialiasingRow[] {
  const sizes = [1, CLIP_REDUCTION].flatMap((factor) => SIZES.map((size) => size * factor));
  const judged = judge(
    folder,
    new Map(EQUAL_SHAPES.map((shape) => [shape.name, shape.drawable])),
    EQUAL_SHAPES.flatMap((shape) =>
      [...new Set(sizes)].map((size) => ({
        key: `${shape.name}-${size}`,
        resource: shape.name,
        width: size,
        height: size,
      })),
    ),
  );
  const families = byFamily();
  return [
    ...[...families].flatMap(([family, shapes]) => measure(judged, family, shapes, 1)),
    ...measure(judged, `clips, reduced`, families.get('clips') ?? [], CLIP_REDUCTION),
  ];
}

function measure(
  judged: Judgement,
  family: string,
  shapes: readonly EqualShape[],
  factor: number,
): AntialiasingRow[] {
  return SIZES.flatMap((size) =>
    LEVELS.map((level) => {
      const found = shapes.map((shape) => {
        const outcome = judged.outcome(level, `${shape.name}-${size * factor}`);
        if (outcome.kind !== 'drawn') throw new Error(`${shape.name} on API ${level}: ${outcome.message}`);
        const other = drawSvg(shape.svg, { width: size * factor, height: size * factor });
        return difference(reduced(outcome.picture, factor), reduced(other, factor), 32);
      });
      return {
        family,
        size,
        level,
        worst: Math.max(...found.map((one) => one.worst)),
        share: Math.max(...found.map((one) => one.share)),
        blocks: found.filter((one) => one.block).length,
      };
    }),
  );
}

/** `rows` as a Markdown table: a row a family and size, a column a level. */
export function antialiasingTable(rows: readonly AntialiasingRow[]): string {
  const lines = [
    `| shapes | px |${LEVELS.map((level) => ` API ${level}: worst | beyond 32 |`).join('')}`,
    `|---|---|${'---|---|'.repeat(LEVELS.length)}`,
  ];
  for (let at = 0; at < rows.length; at += LEVELS.length) {
    const line = rows.slice(at, at + LEVELS.length);
    const cells = line.map((row) => ` ${row.worst} | ${(100 * row.share).toFixed(2)} % |`);
    lines.push(`| ${line[0]?.family} | ${line[0]?.size} |${cells.join('')}`);
  }
  const blocks = rows.reduce((sum, row) => sum + row.blocks, 0);
  return `${lines.join('\n')}\n\nPictures with a block that differs entirely: ${blocks}`;
}

function byFamily(): Map<string, EqualShape[]> {
  const families = new Map<string, EqualShape[]>();
  for (const shape of EQUAL_SHAPES) {
    families.set(shape.family, [...(families.get(shape.family) ?? []), shape]);
  }
  return families;
}
