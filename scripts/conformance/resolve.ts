import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Resvg } from '@resvg/resvg-js';

import { judge, listSuite, VERDICTS, type Outcome, type Verdict } from './resolve-suite.ts';

/**
 * Holds the parser and the resolver against a suite of SVGs with reference pictures: what the IR draws must be the
 * reference, or the resolver must have said something. Fails when one file is silently another picture.
 *
 *   npm run conformance:resolve [-- --only part/of/a/path] [--write folder]
 */
function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

function chapterOf(file: string): string {
  const [top = '', second = ''] = file.split('/');
  return top === 'tests' ? second : top;
}

const line = (name: string, cells: readonly (string | number)[]): string =>
  name.padEnd(16) + cells.map((cell) => String(cell).padStart(9)).join('');

function printTable(outcomes: readonly Outcome[]): void {
  const chapters = new Map<string, Record<Verdict, number>>();
  for (const { file, verdict } of outcomes)
    for (const chapter of [chapterOf(file), 'all']) {
      const counts = chapters.get(chapter) ?? { exact: 0, refused: 0, warned: 0, silent: 0 };
      counts[verdict] += 1;
      chapters.set(chapter, counts);
    }
  console.log(line('chapter', VERDICTS));
  const names = [...chapters.keys()].filter((name) => name !== 'all').toSorted();
  for (const name of [...names, 'all']) {
    const counts = chapters.get(name);
    if (counts !== undefined)
      console.log(
        line(
          name,
          VERDICTS.map((verdict) => counts[verdict]),
        ),
      );
  }
}

function writePicture(folder: string, { file, svg }: Outcome): void {
  if (svg === undefined) return;
  const name = join(folder, file.replaceAll('/', '__'));
  writeFileSync(name, svg);
  writeFileSync(name.replace(/svg$/, 'png'), new Resvg(svg).render().asPng());
}

const only = option('--only');
const folder = option('--write');
const outcomes = listSuite()
  .filter((file) => only === undefined || file.includes(only))
  .map((file) => judge(file));
printTable(outcomes);
for (const { file, verdict, difference, diagnostics } of outcomes) {
  if (verdict === 'exact' || (verdict === 'refused' && only === undefined)) continue;
  const codes = [...new Set(diagnostics.map(({ code }) => code))].join(' ');
  console.log(`${verdict}  ${(difference * 100).toFixed(2)} %  ${file}  ${codes}`);
}
if (folder !== undefined) {
  mkdirSync(folder, { recursive: true });
  for (const outcome of outcomes) writePicture(folder, outcome);
}
process.exitCode = outcomes.some(({ verdict }) => verdict === 'silent') ? 1 : 0;
