import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { UsageError } from '../errors.ts';
import { didYouMean, nearestNames } from '../lint/nearest-name.ts';
import { EXIT } from './exit.ts';
import { printPage } from './page.ts';
import type { Terminal } from './terminal.ts';

/** The package's docs, wherever the command line was built to. */
const DOCS = join(dirname(createRequire(import.meta.url).resolve('windproof/package.json')), 'docs');

/** `windproof explain`: a rule's page, else a diagnostic's. */
export async function explain(name: string, terminal: Terminal): Promise<number> {
  for (const folder of ['rules', 'diagnostics']) {
    const pages = await pagesOf(folder);
    if (!pages.includes(name)) continue;
    const page = await readFile(join(DOCS, folder, `${name}.md`), 'utf8');
    const width = Math.min(process.stdout.columns ?? 100, 100);
    terminal.print(printPage(page, { color: process.stdout.hasColors?.() === true, width }));
    return EXIT.clean;
  }
  const known = [...(await pagesOf('rules')), ...(await pagesOf('diagnostics'))];
  const near = didYouMean(nearestNames(name, known));
  throw new UsageError(
    `There is no rule or diagnostic '${name}'; ${near ?? "'windproof rules' lists the rules."}`,
  );
}

async function pagesOf(folder: string): Promise<string[]> {
  const files = await readdir(join(DOCS, folder));
  return files.filter((file) => file.endsWith('.md')).map((file) => file.slice(0, -'.md'.length));
}
