import { recover } from '../node/git/apply.ts';
import { gitAt } from '../node/git/git.ts';
import { readBlobs, stagedEntries } from '../node/git/index-entries.ts';
import { EXIT } from './exit.ts';
import { isIconPath } from './icon-path.ts';
import type { judgeStaged } from './judge-staged.ts';
import type { Terminal } from './terminal.ts';

export interface HookOptions {
  readonly config?: string | undefined;
  readonly fix: boolean;
  readonly maxWarnings?: number | undefined;
}

/**
 * Judges what the commit would hold. Safe fixes go into the index, and into the working file where it is the same.
 * When an error is left the commit is stopped, and nothing has been changed.
 *
 * @param loadJudge called only where an icon is staged, which most commits hold none of
 */
export async function runHook(
  options: HookOptions,
  terminal: Terminal,
  loadJudge: () => Promise<typeof judgeStaged>,
): Promise<number> {
  const tree = await gitAt(process.cwd());
  if (await recover(tree)) terminal.note('windproof: undid what an interrupted run had left half done.');
  const entries = (await stagedEntries(tree)).filter(({ path }) => isIconPath(path));
  if (entries.length === 0) return EXIT.clean;
  // What lints is loaded while git reads the icons.
  const [blobs, judge] = await Promise.all([
    readBlobs(
      tree.git,
      entries.map(({ oid }) => oid),
    ),
    loadJudge(),
  ]);
  const icons = entries.map((entry, index) => ({ entry, bytes: blobs[index] as Buffer }));
  return judge(icons, tree, options, terminal);
}
