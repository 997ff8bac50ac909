import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const BUNDLE = join(ROOT, 'dist/windproof.sketchplugin');
const SCRIPT = join(BUNDLE, 'Contents/Sketch/windproof.js');

/** JavaScriptCore's shell, where Debian's libjavascriptcoregtk-4.0-bin or another package has put it. */
export const JSC = ['/usr/bin/jsc', '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/jsc'].find((path) =>
  existsSync(path),
);

export function buildPlugin(): void {
  execFileSync(process.execPath, [join(ROOT, 'scripts/build-sketch.mjs')], { cwd: ROOT });
}

export interface PluginRun {
  readonly files?: Record<string, string | null>;
  readonly readOnly?: readonly string[];
  readonly exports?: readonly { path: string; format: string; name: string }[];
  readonly settings?: string;
  readonly hasDocument?: boolean;
  readonly layers?: readonly unknown[];
  /** Handlers to call, one after the other, in one context. */
  readonly call: readonly string[];
}

export interface PluginResult {
  readonly files: Record<string, string | null>;
  /** Paths in the order in which they were written. */
  readonly writes: readonly string[];
  readonly said: readonly string[];
  readonly alerts: readonly { title: string; text: string }[];
  readonly layers: readonly unknown[];
  /** Globals that Sketch lacks and that could not be taken away. */
  readonly present: readonly string[];
}

/** Runs the built plugin in a JavaScriptCore of its own, behind the shim. */
export function runPlugin(run: PluginRun): PluginResult {
  const input = { files: {}, readOnly: [], exports: [], hasDocument: true, layers: [], ...run };
  const folder = mkdtempSync(join(tmpdir(), 'windproof-jsc-'));
  try {
    const before = join(folder, 'before.js');
    const after = join(folder, 'after.js');
    writeFileSync(before, `const INPUT = ${JSON.stringify(input)};`);
    const result =
      '{ files: Object.fromEntries(disk), writes, said, alerts, layers: INPUT.layers, present: ABSENT.filter((name) => name in globalThis) }';
    const calls = run.call.map((name) => `${name}(CONTEXT);`).join('\n');
    writeFileSync(after, `${calls}\nprint(JSON.stringify(${result}));`);
    const shim = join(ROOT, 'test/sketch-plugin/shim.js');
    const output = execFileSync(JSC as string, [before, shim, SCRIPT, after], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    return JSON.parse(output) as PluginResult;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
