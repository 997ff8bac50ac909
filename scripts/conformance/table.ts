import { OUTCOMES, type Outcome } from './outcome.ts';

interface Counted {
  readonly suite: string;
  readonly file: string;
  readonly outcome: Outcome;
}

/** A Markdown table for each suite: a row a chapter, a column an outcome. */
export function printTables(rows: readonly Counted[]): string {
  const suites = [...new Set(rows.map(({ suite }) => suite))];
  return suites
    .map((suite) =>
      printTable(
        suite,
        rows.filter((row) => row.suite === suite),
      ),
    )
    .join('\n');
}

function printTable(suite: string, rows: readonly Counted[]): string {
  const chapters = [...new Set(rows.map(chapterOf))];
  const line = (name: string, some: readonly Counted[]): string => {
    const counts = OUTCOMES.map((outcome) => some.filter((row) => row.outcome === outcome).length);
    return `| ${[name, some.length, ...counts].join(' | ')} |`;
  };
  return [
    `## ${suite}`,
    '',
    `| chapter | files | ${OUTCOMES.join(' | ')} |`,
    `|---|${'---:|'.repeat(OUTCOMES.length + 1)}`,
    ...chapters.map((chapter) =>
      line(
        chapter,
        rows.filter((row) => chapterOf(row) === chapter),
      ),
    ),
    line('**all**', rows),
    '',
  ].join('\n');
}

/** The folders above the file, without the suite's own `tests`. */
function chapterOf({ file }: Counted): string {
  const folders = file.split('/').slice(0, -1);
  const own = folders[0] === 'tests' ? folders.slice(1) : folders;
  return own.length === 0 ? 'all files' : own.join('/');
}
