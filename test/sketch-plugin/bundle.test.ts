import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { ROOT, Sandbox } from '../support/cli.ts';
import { bundleForTests } from './jsc.ts';
import { MANIFEST_SCHEMA } from './manifest-schema.ts';

const bundle = bundleForTests();

interface Manifest {
  readonly version: string;
  readonly icon: string;
  readonly appcast: string;
  readonly commands: readonly {
    readonly name: string;
    readonly identifier: string;
    readonly handlers: { readonly run: string; readonly actions?: Record<string, string> };
  }[];
  readonly menu: { readonly items: readonly string[] };
}

const readManifest = (): Manifest => JSON.parse(readFileSync(`${bundle.sketch}/manifest.json`, 'utf8'));
const readScript = (): string => readFileSync(`${bundle.sketch}/windproof.js`, 'utf8');

describe('the manifest', () => {
  const validate = new Ajv({ allErrors: true }).compile(MANIFEST_SCHEMA);

  it('has the shape that Sketch publishes', () => {
    validate(readManifest());
    expect(validate.errors).toBe(null);
  });

  it.each([
    ['a member that Sketch does not know', { authors: [] }],
    [
      'a handler that no script could have',
      { commands: [{ identifier: 'a', script: 'a.js', handler: 'a b' }] },
    ],
    [
      'an action with a third phase',
      { commands: [{ identifier: 'a', script: 'a.js', handlers: { actions: { 'Export.middle': 'f' } } }] },
    ],
    ['another layout of the bundle', { bundleVersion: 2 }],
  ])('would be refused for %s', (_name, change) => {
    expect(validate({ ...readManifest(), ...change })).toBe(false);
  });

  it('names handlers that the script has and commands that the menu has', () => {
    const { commands, menu } = readManifest();
    const script = readScript();
    for (const { handlers } of commands) {
      for (const handler of [handlers.run, ...Object.values(handlers.actions ?? {})])
        expect(script).toContain(`var ${handler}=windproof.${handler};`);
    }
    const shown = menu.items.filter((item) => item !== '-');
    expect(commands.filter(({ identifier }) => shown.includes(identifier)).map(({ name }) => name)).toEqual([
      'Check selected layers',
      'Fix winding of selection',
      'Export Android vectors…',
      'Settings…',
      'Help',
    ]);
    expect(shown).toHaveLength(5);
    expect(new Set(commands.map(({ identifier }) => identifier)).size).toBe(commands.length);
    expect(commands[0]?.handlers.actions).toEqual({ Export: 'onExport', ExportSlices: 'onExport' });
  });

  it('has the version of the package and of the newest entry of the appcast', () => {
    const { version, appcast } = readManifest();
    expect(version).toBe(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version);
    expect(appcast).toMatch(/\/sketch-plugin\/appcast\.xml$/);
    const feed = readFileSync(join(ROOT, 'sketch-plugin/appcast.xml'), 'utf8');
    expect(/sparkle:version="([^"]+)"/.exec(feed)?.[1]).toBe(version);
    expect(feed).toContain(`/v${version}/windproof.sketchplugin.zip"`);
  });
});

describe('the bundle', () => {
  it('is smaller than 1,100 KB', () => {
    expect(readScript().length).toBeLessThan(1_100_000);
  });

  it('has an icon of 128 by 128 pixels', () => {
    const png = readFileSync(`${bundle.contents}/Resources/${readManifest().icon}`);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([128, 128]);
  });

  /** What Sketch's bridge gives a script; every object inherits `hasOwnProperty`, the global one too. */
  const HOST = [
    'NSAlert',
    'NSFileManager',
    'NSOpenPanel',
    'NSString',
    'NSURL',
    'NSWorkspace',
    'hasOwnProperty',
    'require',
  ];

  it('uses no global that Sketch does not have, on any path', () => {
    const sandbox = new Sandbox();
    const config = join(sandbox.path, 'oxlint.json');
    writeFileSync(
      config,
      JSON.stringify({
        plugins: [],
        categories: { correctness: 'off' },
        env: { builtin: true, es2020: true },
        rules: { 'no-undef': 'error', 'no-new-func': 'error', 'no-eval': 'error' },
      }),
    );
    const free = freeNames(config, `${bundle.sketch}/windproof.js`);
    expect([...free].sort()).toEqual(HOST);
    // The check can fail.
    sandbox.write(
      'forbidden.js',
      'function f() { process.exit(setTimeout(f, new URL(fetch)) && document); }',
    );
    expect([...freeNames(config, join(sandbox.path, 'forbidden.js'))].sort()).toEqual([
      'URL',
      'document',
      'fetch',
      'process',
      'setTimeout',
    ]);
  });
});

/** The names that a script uses and nobody declares. Throws where it makes code of text. */
function freeNames(config: string, script: string): Set<string> {
  let report: string;
  try {
    report = execFileSync(
      process.execPath,
      [join(ROOT, 'node_modules/oxlint/bin/oxlint'), '-c', config, '--no-ignore', '--format', 'json', script],
      { encoding: 'utf8', maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'pipe'] },
    );
  } catch (error) {
    report = (error as { stdout: string }).stdout;
  }
  const { diagnostics } = JSON.parse(report) as { diagnostics: { message: string; code: string }[] };
  return new Set(
    diagnostics.map(({ message, code }) => {
      const name = /^'(.+)' is not defined/.exec(message)?.[1];
      if (name === undefined) throw new Error(`${code}: ${message}`);
      return name;
    }),
  );
}
