import type { VectorDrawableOptions } from '../emit/vector-drawable.ts';
import { UsageError } from '../errors.ts';
import { readColorMap } from './color-map.ts';
import type { ConvertArgs } from './commands/convert.ts';

/** Options without a word in SVG. */
const DRAWABLE_ONLY = [
  ['appcompat', 'appcompat'],
  ['size', 'size'],
  ['tint', 'tint'],
  ['autoMirror', 'auto-mirror'],
  ['keepIds', 'keep-ids'],
  ['precision', 'precision'],
  ['indent', 'indent'],
  ['minify', 'minify'],
  ['splitLong', 'split-long'],
  ['prefix', 'prefix'],
  ['name', 'name'],
  ['night', 'night'],
] as const;

/** What the command line says about the drawables themselves. Throws a UsageError for what makes no sense. */
export async function drawableJobOptions(args: ConvertArgs, cwd: string): Promise<VectorDrawableOptions> {
  const idle = DRAWABLE_ONLY.find(([key]) => args[key] !== undefined && args[key] !== false);
  if (args.to === 'svg' && idle !== undefined)
    throw new UsageError(`--${idle[1]} is for VectorDrawables and has no meaning with --to svg.`);
  if (args.minify && args.indent !== undefined)
    throw new UsageError('--minify and --indent contradict each other.');
  if (args.indent !== undefined && args.indent > 8) throw new UsageError('--indent takes 8 at most.');
  if (args.precision !== undefined && args.precision > 8)
    throw new UsageError('--precision takes 8 at most.');
  const tint = args.tint === undefined ? {} : { tint: checkedTint(args.tint) };
  return {
    ...tint,
    appcompat: args.appcompat,
    splitLongPaths: args.splitLong,
    ...(args.size === undefined ? {} : { size: args.size }),
    ...(args.colorMap === undefined ? {} : { colors: await readColorMap(args.colorMap, cwd) }),
    ...(args.keepIds === undefined ? {} : { keepIds: idList(args.keepIds) }),
    ...(args.precision === undefined ? {} : { decimals: args.precision }),
    ...(args.minify ? { indent: false } : {}),
    ...(args.indent === undefined ? {} : { indent: ' '.repeat(args.indent) }),
  };
}

function checkedTint(tint: string): string {
  if (/^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(tint) || /^[@?][\w.:]+(\/[\w.]+)?$/.test(tint))
    return tint;
  throw new UsageError(`--tint takes #RRGGBB, @color/… or ?attr/…, not "${tint}".`);
}

function idList(text: string): readonly string[] | 'all' {
  if (text.trim() === 'all') return 'all';
  return text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}
