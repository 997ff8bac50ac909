import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { pathFrom } from './path-from.ts';

const NAMES = ['.gitignore', '.windproofignore'];

/**
 * Says of absolute paths whether a .gitignore or .windproofignore leaves them out: those of the file's folder and of
 * every folder above it, up to the one that holds `.git` (or the file system's root). Deeper files win, as in git.
 */
export class Ignored {
  readonly #known = new Map<string, Promise<readonly FolderRules[]>>();

  async has(path: string): Promise<boolean> {
    let verdict = false;
    for (const { folder, rules } of await this.#rulesFor(dirname(path))) {
      const { ignored, unignored } = rules.test(pathFrom(folder, path));
      if (ignored) verdict = true;
      else if (unignored) verdict = false;
    }
    return verdict;
  }

  /** What speaks of files in `folder`, from the outermost folder to this one. */
  #rulesFor(folder: string): Promise<readonly FolderRules[]> {
    const known = this.#known.get(folder);
    if (known !== undefined) return known;
    const reading = readRules(folder).then(async ({ rules, isTop }) => {
      const parent = dirname(folder);
      return isTop || parent === folder ? rules : [...(await this.#rulesFor(parent)), ...rules];
    });
    this.#known.set(folder, reading);
    return reading;
  }
}

interface FolderRules {
  readonly folder: string;
  readonly rules: Ignore;
}

/** The rules in one folder itself, and whether a repository begins there. */
async function readRules(folder: string): Promise<{ rules: readonly FolderRules[]; isTop: boolean }> {
  const rules: FolderRules[] = [];
  for (const name of NAMES) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => undefined);
    if (text !== undefined) rules.push({ folder, rules: ignore().add(text) });
  }
  const isTop = await readFile(join(folder, '.git', 'HEAD')).then(
    () => true,
    // In a linked work tree .git is a file.
    () =>
      readFile(join(folder, '.git')).then(
        () => true,
        () => false,
      ),
  );
  return { rules, isTop };
}
