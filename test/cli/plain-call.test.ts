import { describe, expect, it } from 'vitest';
import { Sandbox } from '../support/cli.ts';

const RING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n  <path fill-rule="evenodd" d="M2 2H22V22H2ZM7 7H17V17H7Z"/>\n</svg>\n';

// An option given at its default sends the call through the parser of arguments.
describe('a call without options', () => {
  it('does what the same call with defaults spelled out does', async () => {
    const box = new Sandbox({ 'a.svg': RING });
    const plain = await box.run('lint', 'a.svg');
    expect(plain).toEqual(await box.run('lint', 'a.svg', '--time-limit', '30'));
    expect(plain.code).toBe(1);
    expect(await box.run('lint', 'nowhere')).toEqual(await box.run('lint', 'nowhere', '--time-limit', '30'));
  });

  it('takes a format', async () => {
    const box = new Sandbox({ 'a.svg': RING });
    for (const format of ['compact', 'json', 'nonsense']) {
      const plain = await box.run('lint', 'a.svg', '--format', format);
      expect(plain).toEqual(await box.run('lint', 'a.svg', '--time-limit', '30', '--format', format));
      expect(await box.run('lint', '--format', format, 'a.svg')).toEqual(plain);
    }
    const twice = ['--format', 'compact', '--format', 'json'];
    const both = await box.run('lint', 'a.svg', ...twice);
    expect(both).toEqual(await box.run('lint', 'a.svg', '--time-limit', '30', ...twice));
    expect((await box.run('lint', 'a.svg', '--format')).code).toBe(2);
  });

  it('fixes with --fix', async () => {
    const [plain, parsed] = [new Sandbox({ 'a.svg': RING }), new Sandbox({ 'a.svg': RING })];
    expect(await plain.run('lint', '--fix', 'a.svg')).toEqual(await parsed.run('lint', 'a.svg', '--fix'));
    expect(plain.read('a.svg')).toBe(parsed.read('a.svg'));
    expect(plain.read('a.svg')).not.toContain('evenodd');
  });

  it('caches with --cache', async () => {
    const box = new Sandbox({ 'a.svg': RING });
    const plain = await box.run('lint', 'a.svg', '--cache', '--format', 'compact');
    expect(box.read('node_modules/.cache/windproof/lint.json')).toContain('no-evenodd-fill');
    expect(plain).toEqual(await box.run('lint', 'a.svg', '--format', 'compact', '--time-limit', '30'));
    for (const cache of [
      ['--cache'],
      ['--cache', '--cache'],
      ['--cache', 'true'],
      ['--time-limit', '30', '--cache'],
    ])
      expect(await box.run('lint', 'a.svg', '--format', 'compact', ...cache)).toEqual(plain);
  });

  it('leaves options, help and slips to the parser', async () => {
    const box = new Sandbox();
    expect((await box.run('hook', '--help')).stdout).toContain('windproof hook');
    expect((await box.run('lint', '--nonsense')).code).toBe(2);
    expect((await box.run('lint')).code).toBe(2);
  });
});
