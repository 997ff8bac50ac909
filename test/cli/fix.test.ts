import { readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Sandbox, SQUARE } from '../support/cli.ts';

const RING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n' +
  '  <path fill-rule="evenodd" d="M2 2h20v20H2z M6 6h12v12H6z"/>\n</svg>\n';

describe('windproof fix', () => {
  it('repairs in place and leaves every other byte as it was with --no-optimize', async () => {
    const sandbox = new Sandbox({ 'icons/ring.svg': RING });
    const { code, stdout } = await sandbox.run('fix', 'icons', '--no-optimize');
    const fixed = sandbox.read('icons/ring.svg');
    expect(stdout).toMatch(/1 by reversing subpaths/);
    expect(fixed).not.toMatch(/evenodd/);
    expect(fixed.startsWith(RING.slice(0, RING.indexOf('<path')))).toBe(true);
    expect(fixed).toContain('M2 2h20v20H2z');
    expect(fixed.endsWith('/>\n</svg>\n')).toBe(true);
    expect(code).toBe(0);
  });

  it('touches no file that needs nothing', async () => {
    const sandbox = new Sandbox({ 'icons/square.svg': SQUARE });
    utimesSync(join(sandbox.path, 'icons/square.svg'), 1000, 1000);
    const { code, stdout } = await sandbox.run('fix', 'icons', '--no-optimize');
    expect(stdout).toMatch(/0 written, 1 unchanged/);
    expect(statSync(join(sandbox.path, 'icons/square.svg')).mtimeMs).toBe(1_000_000);
    expect(code).toBe(0);
  });

  it('changes nothing the second time', async () => {
    const sandbox = new Sandbox({ icons: { copy: 'icons' } });
    await sandbox.run('fix', 'icons');
    const once = sandbox.list('icons').map((name) => sandbox.read(`icons/${name}`));
    const { stdout } = await sandbox.run('fix', 'icons');
    expect(stdout).toMatch(/0 written, 10 unchanged/);
    expect(sandbox.list('icons').map((name) => sandbox.read(`icons/${name}`))).toEqual(once);
  });

  it('--dry-run shows a diff that can be read, and writes nothing', async () => {
    const sandbox = new Sandbox({ 'icons/ring.svg': RING });
    const { stdout } = await sandbox.run('fix', 'icons', '--no-optimize', '--dry-run');
    expect(stdout).toMatch(/^ {2}- fill-rule="evenodd"/m);
    expect(stdout).toMatch(/^ {2}\+ M/m);
    expect(sandbox.read('icons/ring.svg')).toBe(RING);
  });

  it('-o leaves the sources alone and writes every icon to the folder', async () => {
    const sandbox = new Sandbox({ 'icons/a/ring.svg': RING, 'icons/square.svg': SQUARE });
    await sandbox.run('fix', 'icons', '-o', 'out', '--no-optimize');
    expect(sandbox.read('icons/a/ring.svg')).toBe(RING);
    expect(sandbox.list('out')).toEqual(['a/ring.svg', 'square.svg']);
  });

  it('keeps a byte-order mark', async () => {
    const sandbox = new Sandbox({ 'ring.svg': `\uFEFF${RING}` });
    await sandbox.run('fix', 'ring.svg', '--no-optimize');
    expect(sandbox.read('ring.svg').startsWith('\uFEFF<svg')).toBe(true);
  });

  it('refuses a file in another encoding and leaves it as it is', async () => {
    const latin = Buffer.from(
      `<?xml version="1.0" encoding="iso-8859-1"?>${RING.replace('<svg', '<svg id="\u00E9"')}`,
      'latin1',
    );
    const sandbox = new Sandbox({ 'ring.svg': latin });
    const { code, stdout } = await sandbox.run('fix', 'ring.svg');
    expect(stdout).toMatch(/not-utf8/);
    expect(readFileSync(join(sandbox.path, 'ring.svg')).equals(latin)).toBe(true);
    expect(code).toBe(1);
  });

  it('passes one icon through a pipe', async () => {
    const { code, stdout } = await new Sandbox().pipe(RING, 'fix', '-', '--no-optimize');
    expect(stdout).toMatch(/^<svg/);
    expect(stdout).not.toMatch(/evenodd/);
    expect(code).toBe(0);
  });
});
