import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, Sandbox } from './cli.ts';

export const icon = (d: string, rule = ' fill-rule="evenodd"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n  <path${rule} d="${d}"/>\n</svg>\n`;

const RING = 'M2 2H22V22H2ZM7 7H17V17H7Z';
/** An icon that a safe fix mends: the ring's hole is even-odd. */
export const BROKEN = icon(RING);
export const CLEAN = icon('M2 2H22V22H2Z', '');
/** An error that no fix mends. */
export const HOPELESS =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><text x="1" y="9">P</text></svg>\n';

/** The built command line, as words for a shell. */
export const WINDPROOF = `'${process.execPath}' '${ROOT}dist/cli/main.js'`;

export interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

/** A git repository of its own for one test; without a hook. */
export class Repository extends Sandbox {
  /** Added to the environment of every git command. */
  readonly env: Record<string, string> = {};

  constructor(files: Readonly<Record<string, string>> = {}) {
    super(files);
    this.git('init', '-q', '-b', 'main');
    this.git('config', 'user.name', 'Test');
    this.git('config', 'user.email', 'test@example.com');
    this.git('config', 'commit.gpgsign', 'false');
  }

  /** Writes an executable script. */
  script(name: string, text: string): void {
    this.write(name, text);
    chmodSync(join(this.path, name), 0o755);
  }

  /** Standard output of a git command that succeeds. */
  git(...args: string[]): string {
    return execFileSync('git', args, {
      cwd: this.path,
      encoding: 'utf8',
      stdio: 'pipe',
      env: this.environment(),
    });
  }

  commit(...args: string[]): Outcome {
    return this.commitIn('.', ...args);
  }

  commitIn(folder: string, ...args: string[]): Outcome {
    return this.attempt(folder, 'git', 'commit', '-m', 'icons', ...args);
  }

  /** Runs a program, which may fail. */
  attempt(folder: string, program: string, ...args: string[]): Outcome {
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: join(this.path, folder),
      encoding: 'utf8',
      env: this.environment(),
    });
    return { code: status, output: stdout + stderr };
  }

  committed(path: string): string {
    return this.git('show', `HEAD:${path}`);
  }

  staged(path: string): string {
    return this.git('show', `:${path}`);
  }

  status(): string {
    return this.git('status', '--porcelain');
  }

  private environment(): NodeJS.ProcessEnv {
    // A test run that is itself started by a hook would hand its repository on.
    const own = Object.entries(process.env).filter(
      ([name]) => !/^(GIT_(DIR|INDEX_FILE|WORK_TREE)|LEFTHOOK|HUSKY)/.test(name),
    );
    return { ...Object.fromEntries(own), ...this.env };
  }
}

/** A repository whose pre-commit hook is the built `windproof hook`. */
export class HookedRepository extends Repository {
  constructor(files: Readonly<Record<string, string>> = {}) {
    super(files);
    this.script('.git/hooks/pre-commit', `#!/bin/sh\nexec ${WINDPROOF} hook\n`);
  }
}
