import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/lint/registry.ts';
import { resolveConfig } from '../../src/lint/config.ts';
import { Sandbox, SQUARE } from '../support/cli.ts';

describe('windproof rules', () => {
  it('lists every rule, as text and as JSON', async () => {
    const sandbox = new Sandbox();
    const { code, stdout } = await sandbox.run('rules');
    expect(code).toBe(0);
    for (const { name, summary } of RULES) {
      expect(stdout).toContain(`  ${name} `);
      expect(stdout).toContain(summary);
    }
    const listed = JSON.parse((await sandbox.run('rules', '--format', 'json')).stdout) as { name: string }[];
    expect(listed.map(({ name }) => name)).toEqual(RULES.map(({ name }) => name));
  });

  it('lists one preset', async () => {
    const { stdout } = await new Sandbox().run('rules', '--preset', 'android', '--format', 'json');
    const names = (JSON.parse(stdout) as { name: string }[]).map(({ name }) => name);
    expect(names).toContain('resource-name');
    expect(names).not.toContain('no-hidden-layer');
  });
});

describe('windproof explain', () => {
  it('shows the page of a rule and of a diagnostic', async () => {
    const sandbox = new Sandbox();
    const rule = await sandbox.run('explain', 'no-lost-hole');
    expect(rule).toMatchObject({ code: 0, stderr: '' });
    expect(rule.stdout).toMatch(/^no-lost-hole\n[^]*\nWhy\n[^]*\n {4}<svg /);
    const diagnostic = await sandbox.run('explain', 'animation');
    expect(diagnostic.stdout).toMatch(/^animation\n/);
  });

  it('names the nearest one for a slip', async () => {
    const { code, stderr } = await new Sandbox().run('explain', 'no-lost-hol');
    expect(code).toBe(2);
    expect(stderr).toBe(
      "windproof: There is no rule or diagnostic 'no-lost-hol'; did you mean 'no-lost-hole'?\n",
    );
    expect((await new Sandbox().run('explain', 'require-auto')).stderr).toContain("'require-auto-mirror'");
  });
});

describe('windproof init', () => {
  it('learns from drawables, and from nothing else in a folder of resources', async () => {
    const drawable = (size: number): string =>
      `<vector xmlns:android="http://schemas.android.com/apk/res/android" android:width="24dp" android:height="24dp" android:viewportWidth="${size}" android:viewportHeight="${size}"><path android:fillColor="#123456" android:pathData="M1 1h9v9z"/></vector>`;
    const sandbox = new Sandbox({
      'res/drawable/ic_one.xml': drawable(18),
      'res/drawable/ic_two.xml': drawable(18),
      'res/drawable/pressed.xml': '<selector/>',
      'res/values/strings.xml': '<resources/>',
    });
    expect(await sandbox.run('init')).toMatchObject({
      code: 0,
      stderr: 'windproof: wrote windproof.config.mjs from 2 icons.\n',
    });
    const written = sandbox.read('windproof.config.mjs');
    expect(written).toContain("'grid-size': ['error', { sizes: [18] }],");
    expect(written).toContain("pattern: '[a-z0-9]+(_[a-z0-9]+)*'");
  });

  it('writes the defaults where there are no icons yet, unless some were named', async () => {
    const sandbox = new Sandbox({ 'readme.txt': '' });
    expect((await sandbox.run('init', 'icons')).code).toBe(2);
    const { code, stderr } = await sandbox.run('init');
    expect(stderr).toContain('there are no icons here to learn from');
    expect(code).toBe(0);
    expect(sandbox.read('windproof.config.mjs')).toContain("extends: ['recommended', 'android'],");
  });

  it('writes what the icons agree on, and lint takes it', async () => {
    const sandbox = new Sandbox({ 'icons/one-two.svg': SQUARE, 'icons/three.svg': SQUARE });
    expect((await sandbox.run('init', 'icons')).code).toBe(0);
    const written = sandbox.read('windproof.config.mjs');
    expect(written).toContain("'grid-size': ['error', { sizes: [24] }],");
    expect(written).toContain("'single-color': ['error', { currentColor: false }],");
    const { default: config } = (await import(`data:text/javascript,${encodeURIComponent(written)}`)) as {
      default: unknown;
    };
    expect(() => resolveConfig(config, 'test')).not.toThrow();
    expect(await sandbox.run('lint', 'icons')).toMatchObject({ code: 0 });
  });

  it('leaves a configuration alone, and prints with --dry-run', async () => {
    const sandbox = new Sandbox({ 'a.svg': SQUARE, 'windproof.config.mjs': 'export default {};' });
    const { code, stderr } = await sandbox.run('init');
    expect(code).toBe(2);
    expect(stderr).toContain('There is windproof.config.mjs already');
    expect((await sandbox.run('init', '--dry-run')).stdout).toContain('export default {');
    expect(sandbox.read('windproof.config.mjs')).toBe('export default {};');
  });
});

describe('windproof completion', () => {
  it('prints a script, and what may come next', async () => {
    const sandbox = new Sandbox();
    expect((await sandbox.run('completion')).stdout).toContain('--get-yargs-completions');
    const next = await sandbox.run('--get-yargs-completions', 'windproof', 'lint', '--fi');
    expect(next.stdout.split('\n')).toContain('--fix');
    const rules = await sandbox.run('--get-yargs-completions', 'windproof', 'explain', 'no-l');
    expect(rules.stdout.split('\n')).toContain('no-lost-hole');
    const offered = async (...words: string[]): Promise<string[]> =>
      (await sandbox.run('--get-yargs-completions', 'windproof', ...words)).stdout.split('\n');
    expect(await offered('lint', 'icons', '--rule', 'no-l')).toContain('no-lost-hole');
    expect(await offered('lint', '--format', 'j')).toEqual(
      expect.arrayContaining(['json', 'junit', 'sarif']),
    );
    expect(await offered('convert', '--format', '')).toEqual(expect.not.arrayContaining(['sarif']));
  });
});
