import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** JavaScriptCore's shell, where Debian's libjavascriptcoregtk-4.0-bin or another package has put it. */
export const JSC = ['/usr/bin/jsc', '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/jsc'].find((path) =>
  existsSync(path),
);

/** A bundle built for one file of tests. */
export interface Bundle {
  readonly contents: string;
  /** The folder of the manifest and the script. */
  readonly sketch: string;
}

/** Milliseconds: a busy machine builds slowly. */
const BUILD_TIMEOUT = 120_000;

/** Where the bundle lies while the tests of the calling file run. */
export function bundleForTests(): Bundle {
  const folder = mkdtempSync(join(tmpdir(), 'windproof-bundle-'));
  const contents = join(folder, 'windproof.sketchplugin/Contents');
  beforeAll(() => {
    execFileSync(process.execPath, [join(ROOT, 'scripts/build-sketch.mjs'), folder], { cwd: ROOT });
    return () => rmSync(folder, { recursive: true, force: true });
  }, BUILD_TIMEOUT);
  return { contents, sketch: join(contents, 'Sketch') };
}

/** An entry of what Sketch exported. */
export const svgExport = (path: string, format = 'svg', name = basename(path)) => ({ path, format, name });

export interface PluginRun {
  readonly files?: Record<string, string | null>;
  readonly readOnly?: readonly string[];
  readonly exports?: readonly { path: string; format: string; name: string }[];
  readonly settings?: string;
  /** What the plugin keeps beside its settings, which stays when Sketch is quit. */
  readonly memory?: Readonly<Record<string, string>>;
  readonly hasDocument?: boolean;
  /** The selection: layers in the file format; `svg` is what an export of one gives. */
  readonly layers?: readonly unknown[];
  /** The folder that a person chooses; null where she cancels. */
  readonly folder?: string | null;
  /** What a person types; null where she cancels. */
  readonly answer?: string | null;
  /** Milliseconds that each look at the clock takes; 0 for the real clock. */
  readonly tick?: number;
  readonly call: string;
}

export interface PluginResult {
  readonly files: Record<string, string | null>;
  /** Paths in the order in which they were written. */
  readonly writes: readonly string[];
  readonly said: readonly string[];
  readonly alerts: readonly { title: string; text: string }[];
  readonly layers: readonly unknown[];
  /** Addresses given to the browser. */
  readonly opened: readonly string[];
  /** Dialogs that asked for a text. */
  readonly asked: readonly { title: string; initialValue: string }[];
  readonly settings?: string;
  readonly memory: Readonly<Record<string, string>>;
  /** How often the clock was looked at, in a run with a `tick`. */
  readonly looks: number;
  /** Globals that Sketch lacks and that could not be taken away. */
  readonly present: readonly string[];
}

const NOTHING = {
  files: {},
  readOnly: [],
  exports: [],
  memory: {},
  hasDocument: true,
  layers: [],
  folder: null,
  answer: null,
  tick: 0,
};

const RESULT = `{ files: Object.fromEntries(disk), writes, said, alerts, layers: INPUT.layers, opened, asked,
  settings: stored.settings, memory: { memory: stored.memory }, looks, present: ABSENT.filter((name) => name in globalThis) }`;

/** Calls a handler of the built plugin in a JavaScriptCore of its own, behind the shim. */
export function runPlugin({ sketch }: Bundle, run: PluginRun): PluginResult {
  const folder = mkdtempSync(join(tmpdir(), 'windproof-jsc-'));
  try {
    const before = join(folder, 'before.js');
    const after = join(folder, 'after.js');
    writeFileSync(before, `const INPUT = ${JSON.stringify({ ...NOTHING, ...run })};`);
    writeFileSync(after, `${run.call}(CONTEXT);\nprint(JSON.stringify(${RESULT}));`);
    const shim = join(ROOT, 'test/sketch-plugin/shim.js');
    const output = execFileSync(JSC as string, [before, shim, join(sketch, 'windproof.js'), after], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    return JSON.parse(output) as PluginResult;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Calls handlers one after the other, each in a context of its own, as Sketch does: files, layers and settings stay. */
export function runInTurn(
  bundle: Bundle,
  run: Omit<PluginRun, 'call'>,
  calls: readonly string[],
): PluginResult[] {
  const results: PluginResult[] = [];
  let state: Omit<PluginRun, 'call'> = run;
  for (const call of calls) {
    const result = runPlugin(bundle, { ...state, call });
    results.push(result);
    const { files, layers, memory, settings } = result;
    state = { ...run, files, layers, memory, ...(settings === undefined ? {} : { settings }) };
  }
  return results;
}
