import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { toSlashes } from './slashes.ts';

const NAMES = ['.gitignore', '.windproofignore'];

/**
 * Says of absolute paths whether a .gitignore or .windproofignore leaves them out: those of the file's folder and of
 * every folder above it, up to the one that holds `.git` (or the file system's root). Deeper files win, as in git.
 */
export class Ignored {
  readonly #folders = new Map<
    string,
    Promise<{ readonly rules: readonly Ignore[]; readonly isTop: boolean }>
  >();

  async has(path: string): Promise<boolean> {
    let verdict = false;
    const folders: string[] = [];
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      folders.unshift(folder);
      if ((await this.#read(folder)).isTop || dirname(folder) === folder) break;
    }
    for (const folder of folders) {
      const inFolder = toSlashes(relative(folder, path));
      for (const rules of (await this.#read(folder)).rules) {
        const { ignored, unignored } = rules.test(inFolder);
        if (ignored) verdict = true;
        else if (unignored) verdict = false;
      }
    }
    return verdict;
  }

  #read(folder: string): Promise<{ readonly rules: readonly Ignore[]; readonly isTop: boolean }> {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const reading = (async () => {
      const rules: Ignore[] = [];
      for (const name of NAMES) {
        const text = await readFile(join(folder, name), 'utf8').catch(() => undefined);
        if (text !== undefined) rules.push(ignore().add(text));
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
    })();
    this.#folders.set(folder, reading);
    return reading;
  }
}
