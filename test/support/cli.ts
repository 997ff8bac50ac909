import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line as a user would, in `cwd`. */
export async function windproof(
  args: readonly string[],
  options: { cwd: string; input?: string | Uint8Array },
): Promise<CliResult> {
  return finished(process.execPath, [join(ROOT, 'dist/cli/main.js'), ...args], options);
}

async function finished(
  program: string,
  args: readonly string[],
  options: { cwd: string; input?: string | Uint8Array },
): Promise<CliResult> {
  const env = { ...process.env, NO_COLOR: '1' };
  const child = spawn(program, args, { cwd: options.cwd, env });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  // A command that refuses its arguments ends before it reads.
  child.stdin.on('error', () => {});
  child.stdin.end(options.input ?? '');
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout, stderr };
}

/** A folder of its own for one test, removed afterwards. Files are given by path; `{ copy }` names a fixture. */
export class Sandbox {
  readonly path: string;

  constructor(files: Readonly<Record<string, string | Uint8Array | { copy: string }>> = {}) {
    this.path = mkdtempSync(join(tmpdir(), 'windproof-'));
    onTestFinished(() => rmSync(this.path, { recursive: true, force: true }));
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  write(name: string, content: string | Uint8Array | { copy: string }): void {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    if (typeof content === 'object' && !(content instanceof Uint8Array)) {
      cpSync(join(ROOT, 'fixtures', content.copy), path, { recursive: true });
    } else writeFileSync(path, content);
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }

  bytes(name: string): Buffer {
    return readFileSync(join(this.path, name));
  }

  remove(name: string): void {
    rmSync(join(this.path, name));
  }

  has(name: string): boolean {
    return existsSync(join(this.path, name));
  }

  /** Every file below `folder`, sorted, with `/`. */
  list(folder = '.'): string[] {
    const entries = readdirSync(join(this.path, folder), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(this.path, folder).length + 1))
      .sort();
  }

  run(...args: string[]): Promise<CliResult> {
    return windproof(args, { cwd: this.path });
  }

  /** Runs a shell script in the folder, in which `windproof` is the built command line. */
  shell(script: string): Promise<CliResult> {
    const own = `windproof() { '${process.execPath}' '${join(ROOT, 'dist/cli/main.js')}' "$@"; }`;
    return finished('sh', ['-c', `${own}\n${script}`], { cwd: this.path });
  }

  pipe(input: string | Uint8Array, ...args: string[]): Promise<CliResult> {
    return windproof(args, { cwd: this.path, input });
  }
}

export const SQUARE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path d="M2 2h20v20H2z"/></svg>';
