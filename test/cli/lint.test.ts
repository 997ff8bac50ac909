import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Sandbox, SQUARE, windproof } from '../support/cli.ts';

const RING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n  <path fill-rule="evenodd" d="M2 2H22V22H2ZM7 7H17V17H7Z"/>\n</svg>\n';
const TEXT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><text x="1" y="9">P</text></svg>\n';

describe('windproof lint', () => {
  it('exits 0 for clean icons and 1 for an error', async () => {
    const box = new Sandbox({ 'a.svg': SQUARE, 'bad/b.svg': RING });
    expect(await box.run('lint', 'a.svg')).toMatchObject({
      code: 0,
      stdout: '1 icon linted: nothing found\n',
    });
    const { code, stdout } = await box.run('lint', '.');
    expect(code).toBe(1);
    expect(stdout).toContain('error no-evenodd-fill  bad/b.svg:2:9');
    expect(stdout).toContain('2 icons linted: 1 error, 0 warnings');
  });

  it('exits 2, in one line, for a wrong call', async () => {
    const box = new Sandbox({
      'a.svg': SQUARE,
      'notes.txt': 'x',
      'ignored/b.svg': RING,
      '.windproofignore': 'ignored/\n',
    });
    box.write('empty.config.json', '');
    box.write('broken.config.json', '{ "rules": { "no-evenod-fill": "error" } }');
    const calls: [string[], string][] = [
      [['missing.svg'], 'Nothing found at "missing.svg".'],
      [['*.png'], 'Nothing found at "*.png".'],
      [[], 'Name the icons'],
      [['ignored'], 'Everything at ignored is ignored.'],
      [['a.svg', '--formatt', 'json'], 'formatt'],
      [['a.svg', '--rule', 'no-evenod-fill:off'], "did you mean 'no-evenodd-fill'?"],
      [['a.svg', '--format', 'yaml'], "There is no format 'yaml'"],
      [['a.svg', '--config', 'broken.config.json'], "did you mean 'no-evenodd-fill'?"],
      [['a.svg', '--config', 'none.json'], 'There is no configuration file none.json.'],
      [['a.svg', '--config', 'ignored'], 'The configuration ignored cannot be loaded: it is a folder.'],
      [['a.svg', '--config', 'empty.config.json'], 'empty.config.json: the configuration is empty.'],
    ];
    for (const [args, words] of calls) {
      const { code, stderr, stdout } = await box.run('lint', ...args);
      expect([args, code, stdout]).toEqual([args, 2, '']);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stderr).toContain(words);
    }
  });

  it('looks no further where the nearest configuration is empty', async () => {
    const box = new Sandbox({ 'a.svg': SQUARE, 'windproof.config.json': '\n' });
    const { code, stderr } = await box.run('lint', 'a.svg');
    expect([code, stderr]).toEqual([2, 'windproof: windproof.config.json: the configuration is empty.\n']);
  });

  it('exits 0 when ignore rules empty a list of files', async () => {
    const box = new Sandbox({ 'b.svg': RING, '.windproofignore': '*.svg\n' });
    expect(await box.run('lint', 'b.svg')).toMatchObject({ code: 0, stdout: '' });
  });

  it('fixes what is safe, shows it in a dry run first, and is then clean', async () => {
    const box = new Sandbox({ 'b.svg': RING });
    const dry = await box.run('lint', 'b.svg', '--fix-dry-run');
    expect(dry.stdout).toContain('fill-rule="evenodd"');
    expect(box.read('b.svg')).toBe(RING);
    const { code, stdout } = await box.run('lint', 'b.svg', '--fix');
    expect([code, stdout]).toEqual([0, '1 icon linted: nothing left, 1 finding fixed\n']);
    expect(box.read('b.svg')).toMatchInlineSnapshot(`
      "<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">
        <path d="M2 2H22V22H2ZM7 17H17V7H7Z"/>
      </svg>
      "
    `);
  });

  it('lives with a baseline until there is one finding more, and prunes it', async () => {
    const box = new Sandbox({ 'b.svg': TEXT });
    expect((await box.run('lint', 'b.svg', '--suppress-all')).code).toBe(0);
    expect((await box.run('lint', 'b.svg')).code).toBe(0);
    box.write('b.svg', TEXT.replace('<text', '<text x="1" y="20">Q</text><text'));
    expect((await box.run('lint', 'b.svg')).code).toBe(1);
    box.write('b.svg', SQUARE);
    expect((await box.run('lint', 'b.svg', '--prune')).code).toBe(0);
    expect(JSON.parse(box.read('windproof-suppressions.json'))).toEqual({ schemaVersion: 1, files: {} });
  });

  it('knows the baseline from any folder, adds to it, and forgets files that are gone', async () => {
    const box = new Sandbox({ 'icons/a.svg': TEXT, 'icons/b.svg': RING });
    await box.run('lint', 'icons/a.svg', '--suppress-all');
    await box.run('lint', 'icons/b.svg', '--suppress-all');
    const within = { cwd: join(box.path, 'icons') };
    expect(await windproof(['lint', '.'], within)).toMatchObject({ code: 0 });
    box.remove('icons/a.svg');
    await windproof(['lint', 'b.svg', '--prune'], within);
    expect(JSON.parse(box.read('windproof-suppressions.json')).files).toEqual({
      'icons/b.svg': { 'no-evenodd-fill': 1 },
    });
  });

  it('counts warnings that are neither suppressed nor shown', async () => {
    const box = new Sandbox({ 'b.svg': RING });
    const args = ['lint', 'b.svg', '--rule', 'no-evenodd-fill:warning', '--max-warnings', '0', '--quiet'];
    const { code, stderr } = await box.run(...args);
    expect([code, stderr]).toEqual([1, 'windproof: more warnings (1) than --max-warnings 0.\n']);
    await box.run('lint', 'b.svg', '--suppress-all');
    expect((await box.run(...args)).code).toBe(0);
  });

  it('gives a fixed icon alone on standard output, and one without faults as it came', async () => {
    const box = new Sandbox();
    const fixed = await box.pipe(RING, 'lint', '-', '--fix');
    expect(fixed.code).toBe(0);
    expect(fixed.stdout).toBe(
      RING.replace(' fill-rule="evenodd"', '').replace('M7 7H17V17H7Z', 'M7 17H17V7H7Z'),
    );
    expect(fixed.stderr).toBe('1 icon linted: nothing left, 1 finding fixed\n');
    expect((await box.pipe(`${SQUARE}\n`, 'lint', '-', '--fix')).stdout).toBe(`${SQUARE}\n`);
  });

  it('keeps the diff of a dry run out of a report for programs', async () => {
    const { stdout, stderr } = await new Sandbox({ 'b.svg': RING }).run(
      'lint',
      'b.svg',
      '--fix-dry-run',
      '--format',
      'json',
    );
    expect(JSON.parse(stdout)).toMatchObject({ command: 'lint' });
    expect(stderr).toContain('- fill-rule="evenodd"');
  });

  it('takes comments that silence, and reports those that silence nothing', async () => {
    const silenced = RING.replace(
      '  <path',
      '  <!-- windproof-disable-next-line no-evenodd-fill: a test -->\n  <path',
    );
    const box = new Sandbox({
      'a.svg': silenced,
      'long.svg': silenced.replace('<path', '<path\n   '),
      'b.svg': SQUARE.replace('<path', '<!-- windproof-disable no-text --><path'),
    });
    expect((await box.run('lint', 'a.svg')).code).toBe(0);
    expect((await box.run('lint', 'long.svg')).code).toBe(0);
    const { code, stdout } = await box.run('lint', 'b.svg', '--max-warnings', '0');
    expect(code).toBe(1);
    expect(stdout).toContain('This comment silences nothing of no-text.');
  });

  it('writes several formats at once, each to its file', async () => {
    const box = new Sandbox({ 'b.svg': RING });
    const formats = [
      'compact',
      'json=r.json',
      'sarif=r.sarif',
      'junit=r.xml',
      'checkstyle=c.xml',
      'gitlab=g.json',
      'markdown=r.md',
    ];
    const { stdout } = await box.run('lint', 'b.svg', ...formats.flatMap((format) => ['--format', format]));
    expect(stdout).toMatch(/^b\.svg:2:9: error: This fill is even-odd.* \[no-evenodd-fill\]\n$/);
    expect(JSON.parse(box.read('r.json'))).toMatchObject({
      schemaVersion: 1,
      command: 'lint',
      summary: { errors: 1 },
    });
    expect(JSON.parse(box.read('r.sarif')).runs[0].results).toHaveLength(1);
    expect(JSON.parse(box.read('g.json'))[0].fingerprint).toMatch(/^[0-9a-f]{40}$/);
    expect(box.read('r.md')).toContain('| error | `b.svg:2:9` |');
    expect(box.read('r.xml')).toContain('failures="1"');
    expect(box.read('c.xml')).toContain('source="windproof.no-evenodd-fill"');
  });

  it('judges standard input by the name it is given', async () => {
    const box = new Sandbox();
    const { code, stdout } = await box.pipe(RING, 'lint', '-', '--stdin-filename', 'icons/x.svg');
    expect(code).toBe(1);
    expect(stdout).toContain('icons/x.svg:2:9');
  });

  it('takes the whole path of standard input, as editors give it', async () => {
    const overrides = [{ files: ['icons/*.svg'], rules: { 'no-evenodd-fill': 'off' } }];
    const box = new Sandbox({ 'windproof.config.json': JSON.stringify({ overrides }) });
    const name = join(realpathSync(box.path), 'icons/x.svg');
    expect((await box.pipe(RING, 'lint', '-', '--stdin-filename', name)).code).toBe(0);
  });

  it('says in one line which report cannot be written, and writes the others', async () => {
    const box = new Sandbox({ 'b.svg': RING, 'file/c.svg': RING });
    const formats = ['--format', 'compact', '--format', 'json=file', '--format', 'sarif=new/r.sarif'];
    const { code, stdout, stderr } = await box.run('lint', 'b.svg', ...formats);
    expect([code, stderr]).toEqual([2, 'windproof: file cannot be written: it is a folder.\n']);
    expect(stdout).toContain('b.svg:2:9');
    expect(box.list('new')).toEqual(['r.sarif']);
    expect(
      await box.run('lint', 'b.svg', '--format', 'json=./r.txt', '--format', 'junit=r.txt'),
    ).toMatchObject({
      code: 2,
      stderr: 'windproof: Only one format can go to ./r.txt.\n',
    });
    expect(await box.run('inspect', 'b.svg', '-o', 'b.svg/x.svg')).toMatchObject({ code: 2 });
  });

  it('reads configurations of every kind, found upwards', async () => {
    const off = { rules: { 'no-evenodd-fill': 'off' } };
    const configs: [string, string][] = [
      ['windproof.config.json', JSON.stringify(off)],
      ['windproof.config.mjs', `export default ${JSON.stringify(off)};`],
      ['windproof.config.ts', `const config: object = ${JSON.stringify(off)};\nexport default config;`],
      ['package.json', JSON.stringify({ name: 'x', windproof: off })],
    ];
    for (const [name, content] of configs) {
      const box = new Sandbox({ [name]: content, 'deep/er/b.svg': RING });
      expect([name, (await box.run('lint', 'deep')).code]).toEqual([name, 0]);
    }
  });

  it('takes what follows -- for paths, whatever it begins with', async () => {
    const files = new Sandbox({ '-a.svg': SQUARE, 'b.svg': SQUARE });
    const { stdout } = await files.run('lint', '--format', 'json', '--', '-a.svg', 'b.svg');
    expect(JSON.parse(stdout).files).toHaveLength(2);
    expect((await files.run('lint', '--', '--fix')).code).toBe(2);
  });

  it('finds the same result from the cache', async () => {
    const box = new Sandbox({ 'b.svg': RING, 'c.svg': RING });
    const first = await box.run('lint', '.', '--cache', '--rule', 'no-same-icon:warning');
    const second = await box.run('lint', '.', '--cache', '--rule', 'no-same-icon:warning');
    expect(box.has('node_modules/.cache/windproof/lint.json')).toBe(true);
    expect(second).toEqual(first);
    expect(first.stdout).toContain('This draws the same as b.svg.');
  });
});

it('says which icon cannot be written, leaves it as it was, and fixes the others', async () => {
  // Nothing with a longer name can lie beside it while it is replaced.
  const long = `${'a'.repeat(251)}.svg`;
  const box = new Sandbox({ [long]: RING, 'b.svg': RING });
  const { code, stdout, stderr } = await box.run('lint', '--fix', '.', '--format', 'json');
  expect([code, stderr]).toEqual([1, '']);
  const { files } = JSON.parse(stdout);
  expect(files.map(({ status }: { status: string }) => status)).toEqual(['failed', 'written']);
  expect(files[0].diagnostics.map(({ code: found }: { code: string }) => found)).toEqual(['unwritable-file']);
  expect(box.read(long)).toBe(RING);
  expect(box.read('b.svg')).not.toContain('evenodd');
});
