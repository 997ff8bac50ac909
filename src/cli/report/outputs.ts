import { resolve } from 'node:path';
import { UsageError } from '../../errors.ts';
import { didYouMean, nearestNames } from '../../lint/nearest-name.ts';
import { EXIT } from '../exit.ts';
import type { Terminal } from '../terminal.ts';
import { FORMATS } from './formats/index.ts';

/** One `--format`: a name, and the file it goes to (else standard output). */
export interface ReportOutput {
  readonly format: keyof typeof FORMATS | 'pretty' | 'json';
  readonly file?: string;
}

const NAMES = ['pretty', 'json', ...Object.keys(FORMATS)];

/** Reads `--format name` and `--format name=file`. At most one may go to standard output, and to each file. */
export function parseOutputs(values: readonly string[]): ReportOutput[] {
  const outputs = values.map((value) => {
    const [, name = '', file] = /^([^=]*)(?:=(.*))?$/.exec(value) ?? [];
    if (!NAMES.includes(name))
      throw new UsageError(`There is no format '${name}'${hint(name)} Known: ${NAMES.join(', ')}.`);
    if (file === '') throw new UsageError(`--format ${name}= names no file.`);
    return { format: name as ReportOutput['format'], ...(file === undefined ? {} : { file }) };
  });
  const printed = outputs.filter(({ file }) => file === undefined);
  if (printed.length > 1)
    throw new UsageError(
      `Only one format can go to standard output; write --format ${printed[1]?.format}=<file>.`,
    );
  const files = outputs.flatMap(({ file }) => (file === undefined ? [] : [resolve(file)]));
  const twice = outputs.find(({ file }) => file !== undefined && isTwice(resolve(file), files));
  if (twice !== undefined) throw new UsageError(`Only one format can go to ${twice.file}.`);
  return outputs;
}

const isTwice = (path: string, paths: readonly string[]): boolean =>
  paths.indexOf(path) !== paths.lastIndexOf(path);

/** What was probably meant, with what stands before it. */
function hint(name: string): string {
  const before = NAMES.find((known) => name.startsWith(`${known}:`));
  if (before !== undefined) return `; the file stands behind an equals sign: ${before}=<file>.`;
  const near = didYouMean(nearestNames(name, NAMES));
  return near === undefined ? '.' : `; ${near}`;
}

/** What a shell offers behind `windproof lint --format`. */
export function printFormats(terminal: Terminal): number {
  terminal.print(NAMES.join('\n'));
  return EXIT.clean;
}
