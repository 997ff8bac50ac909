import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A real even-odd path. */
export interface WindingCase {
  readonly id: string;
  readonly d: string;
  readonly viewBox: readonly [number, number, number, number] | null;
  readonly source: string;
  /**
   * a: nonzero fills the same. b: reversing by depth is enough. c: only the general system of signs finds the reversal.
   * d: needs splitting. Absent for made-up paths.
   */
  readonly category?: 'a' | 'b' | 'c' | 'd';
}

const FOLDER = new URL('../../../shared/cases/winding/', import.meta.url);

/** The cases beside the repository, in the order of their files; undefined where that folder is absent. */
export function readWindingCases(): WindingCase[] | undefined {
  if (!existsSync(FOLDER)) return undefined;
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) =>
      readFileSync(new URL(name, FOLDER), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as WindingCase),
    );
}
