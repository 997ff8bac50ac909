import { spawn } from 'node:child_process';
import { UsageError } from '../../errors.ts';

export interface GitOptions {
  readonly input?: string | Uint8Array;
  /** Added to this process's environment, which a hook gets from git and must hand on. */
  readonly env?: Readonly<Record<string, string>>;
}

/** git ran and said no. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

/** Runs the real git in `cwd`. Paths are asked for and given NUL-separated, so any name works. */
export class Git {
  readonly #cwd: string;

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /** Standard output of `git args`. Throws a GitError with git's own words when it fails. */
  async run(args: readonly string[], options: GitOptions = {}): Promise<Buffer> {
    // Quoting is off with -z; optional locks would race with the commit that runs the hook.
    const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C', ...options.env };
    const child = spawn('git', args, { cwd: this.#cwd, env, stdio: ['pipe', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    const complaint: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => complaint.push(chunk));
    // git may close its input before it has read all of it; its exit code tells whether that mattered.
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ENOENT' ? new UsageError('git is not installed, or not on the PATH.') : error),
      );
      child.on('close', resolve);
    });
    if (code !== 0) {
      const words = Buffer.concat(complaint).toString().trim() || `git ${args[0] ?? ''} exited with ${code}`;
      throw new GitError(words);
    }
    return Buffer.concat(output);
  }

  async text(args: readonly string[], options?: GitOptions): Promise<string> {
    return (await this.run(args, options)).toString().replace(/\n$/, '');
  }

  /** The NUL-terminated items that `git args` prints. */
  async list(args: readonly string[], options?: GitOptions): Promise<string[]> {
    return (await this.run(args, options)).toString().split('\0').slice(0, -1);
  }
}

/** A work tree and the git that runs at its top. */
export interface WorkTree {
  readonly git: Git;
  readonly root: string;
  /** The git folder of this work tree: a linked one has its own. */
  readonly gitFolder: string;
}

/** The work tree that holds `cwd`. Throws a UsageError where there is none. */
export async function gitAt(cwd: string): Promise<WorkTree> {
  try {
    const here = new Git(cwd);
    // Asked together, since a process takes longer than its answer; apart where a path holds a line break.
    const answers = (await here.text(['rev-parse', '--show-toplevel', '--absolute-git-dir'])).split('\n');
    const [root, gitFolder] =
      answers.length === 2
        ? (answers as [string, string])
        : [
            await here.text(['rev-parse', '--show-toplevel']),
            await here.text(['rev-parse', '--absolute-git-dir']),
          ];
    return { git: new Git(root), root, gitFolder };
  } catch (error) {
    if (error instanceof GitError) throw new UsageError(`Not in a git work tree (${cwd}).`);
    throw error;
  }
}
