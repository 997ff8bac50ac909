import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ROOT, Sandbox, SQUARE } from '../support/cli.ts';

/** What a running command said on both streams, and a wait until it matches. */
function start(sandbox: Sandbox, ...args: string[]) {
  const env = { ...process.env, NO_COLOR: '1' };
  const child: ChildProcess = spawn(process.execPath, [join(ROOT, 'dist/cli/main.js'), ...args], {
    cwd: sandbox.path,
    env,
  });
  onTestFinished(() => void child.kill());
  let said = '';
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer): void => {
    said += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  return (pattern: RegExp): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (pattern.test(said)) resolve();
      };
      listeners.add(look);
      look();
    });
}

it('lints again when an icon changes', { timeout: 60_000 }, async () => {
  const sandbox = new Sandbox({ 'icons/a.svg': SQUARE });
  const heard = start(sandbox, 'lint', 'icons', '--watch', '--format', 'compact');
  await heard(/watching/);
  sandbox.write('icons/b.svg', SQUARE.replace('<path', '<text>A</text><path'));
  await heard(/no-text/);
});

it.each([
  ['windproof.config.mjs', (rules: string) => `export default ${rules};`],
  ['windproof.config.ts', (rules: string) => `export default ${rules} as const;`],
  ['package.json', (rules: string) => `{"windproof": ${rules}}`],
])('lints again when %s changes, which lies beside the icons', { timeout: 60_000 }, async (name, config) => {
  const set = (level: string): string => config(`{"rules": {"max-bytes": ["${level}", {"max": 10}]}}`);
  const sandbox = new Sandbox({ 'icons/a.svg': SQUARE, [name]: set('off') });
  const heard = start(sandbox, 'lint', 'icons', '--watch', '--format', 'compact');
  await heard(/watching/);
  sandbox.write(name, set('error'));
  await heard(/error: The file has/);
});

it('lints again when a configuration is made', { timeout: 60_000 }, async () => {
  const sandbox = new Sandbox({ 'icons/a.svg': SQUARE });
  const heard = start(sandbox, 'lint', 'icons', '--watch', '--format', 'compact');
  await heard(/watching/);
  sandbox.write('windproof.config.json', '{"rules": {"max-bytes": ["error", {"max": 10}]}}');
  await heard(/error: The file has/);
});

it('converts again when an icon changes', { timeout: 60_000 }, async () => {
  const sandbox = new Sandbox({ 'icons/a.svg': SQUARE });
  const heard = start(sandbox, 'convert', 'icons', '-o', 'icons/out', '--watch');
  await heard(/watching/);
  expect(sandbox.list('icons/out')).toEqual(['a.xml']);
  sandbox.write('icons/b.svg', SQUARE);
  await heard(/2 icons|b\.svg|1 written[^]*1 written/);
  expect(sandbox.list('icons/out')).toEqual(['a.xml', 'b.xml']);
});

it('refuses to watch what cannot change', async () => {
  const { code, stderr } = await new Sandbox().pipe(SQUARE, 'lint', '-', '--watch');
  expect(code).toBe(2);
  expect(stderr).toContain('--watch watches files');
});
