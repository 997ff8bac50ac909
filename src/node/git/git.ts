import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
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

  /**
   * Standard output of `git args`. Throws a GitError with git's own words when it fails.
   *
   * Waits for git without leaving the thread: each call needs the answer of the one before, and pipes that can be listened
   * to meanwhile take longer than git does.
   */
  async run(args: readonly string[], options: GitOptions = {}): Promise<Buffer> {
    // Read when git is first needed: it takes node milliseconds.
    const { spawnSync } = await import('node:child_process');
    // Quoting is off with -z; optional locks would race with the commit that runs the hook.
    const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C', ...options.env };
    const { error, status, stdout, stderr } = spawnSync('git', args, {
      cwd: this.#cwd,
      env,
      input: options.input ?? '',
      maxBuffer: Infinity,
    });
    if (status === 0) return stdout;
    const { code } = (error ?? {}) as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UsageError('git is not installed, or not on the PATH.');
    // git may close its input before it has read all of it; its exit code tells whether that mattered.
    if (error !== undefined && code !== 'EPIPE') throw error;
    throw new GitError(stderr.toString().trim() || `git ${args[0] ?? ''} exited with ${status}`);
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
  const plain = plainWorkTree(cwd);
  if (plain !== undefined) return plain;
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

/** What git takes its folders from before it looks for them. */
const SETTINGS = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_CONFIG_PARAMETERS', 'GIT_CONFIG_COUNT'];

/**
 * The work tree whose top is `cwd`, as every hook runs there, read from its `.git` without asking git; undefined where
 * anything about it is unusual: a linked work tree, a submodule, a place set by the environment or the configuration.
 */
function plainWorkTree(cwd: string): WorkTree | undefined {
  if (process.platform === 'win32' || SETTINGS.some((name) => process.env[name] !== undefined))
    return undefined;
  try {
    const root = realpathSync(cwd);
    const gitFolder = join(root, '.git');
    if (!lstatSync(gitFolder).isDirectory() || !statSync(join(gitFolder, 'HEAD')).isFile()) return undefined;
    const config = readFileSync(join(gitFolder, 'config'), 'utf8');
    return /worktree|include|bare\s*=\s*(?!false)/i.test(config)
      ? undefined
      : { git: new Git(root), root, gitFolder };
  } catch {
    return undefined;
  }
}
