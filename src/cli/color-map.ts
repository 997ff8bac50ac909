import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { systemReason } from '../node/files/read.ts';

/** Reads a JSON object from `#RRGGBB` (or `#RGB`) to a resource reference. Throws a UsageError that names the entry. */
export async function readColorMap(path: string, cwd: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(resolve(cwd, path), 'utf8').catch((error: unknown) => {
    throw new UsageError(`--color-map ${path} cannot be read: ${systemReason(error)}.`);
  });
  const entries = Object.entries(parse(text, path));
  return new Map(
    entries.map(([color, reference]) => {
      const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color);
      const key =
        short === null
          ? color
          : `#${short
              .slice(1)
              .map((digit) => digit + digit)
              .join('')}`;
      if (!/^#[0-9a-f]{6}$/i.test(key))
        throw new UsageError(`--color-map ${path}: "${color}" is no color like #1A73E8.`);
      if (typeof reference !== 'string' || !/^[@?][\w.:]+(\/[\w.]+)?$/.test(reference))
        throw new UsageError(`--color-map ${path}: ${color} leads to no @color/… or ?attr/….`);
      return [key.toUpperCase(), reference];
    }),
  );
}

function parse(text: string, path: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`--color-map ${path} is no JSON: ${systemReason(error)}.`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UsageError(`--color-map ${path} must hold an object of colors.`);
  return value;
}
