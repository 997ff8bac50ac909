import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { Sandbox, SQUARE } from '../support/cli.ts';
import { BROKEN, CLEAN, HOPELESS, Repository, WINDPROOF } from '../support/repository.ts';

// What other tools get wrong, and what their users ask for in vain. Each was seen with the tool it names; here stands what
// windproof does instead.

const summaryOf = (stdout: string) =>
  (JSON.parse(stdout) as { summary: { files: number; errors: number; failed: number } }).summary;

describe('svglint 4.2', () => {
  it('exits 0 on a missing file; here that is 2, and nothing is linted', async () => {
    const box = new Sandbox({ 'a.svg': CLEAN });
    expect(await box.run('lint', 'a.svg', 'b.svg')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'windproof: Nothing found at "b.svg".\n',
    });
  });

  it('exits 0 on a glob that matches nothing; here that is 2', async () => {
    const { code, stderr } = await new Sandbox({ 'a.svg': CLEAN }).run('lint', 'icons/**/*.svg');
    expect([code, stderr]).toEqual([2, 'windproof: Nothing found at "icons/**/*.svg".\n']);
  });

  it('exits 0 without arguments; here that is 2', async () => {
    const { code, stderr } = await new Sandbox({ 'a.svg': CLEAN }).run('lint');
    expect(code).toBe(2);
    expect(stderr).toBe('windproof: Name the icons: files, folders or globs, or - for standard input.\n');
  });

  it('takes a file name for the value of an unknown flag; here the flag is refused', async () => {
    const { code, stdout, stderr } = await new Sandbox({ 'a.svg': BROKEN }).run('lint', '--strict', 'a.svg');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe('windproof: There is no option --strict; --help lists them.\n');
  });

  it('warns of a misspelt rule and goes on; here that is 2 and names the rule that was meant', async () => {
    const box = new Sandbox({
      'a.svg': CLEAN,
      'windproof.config.json': '{ "rules": { "no-evenodd-fil": "error" } }',
    });
    expect(await box.run('lint', 'a.svg')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        "windproof: windproof.config.json: rules: there is no rule 'no-evenodd-fil'; did you mean 'no-evenodd-fill'?\n",
    });
  });

  it('hides the errors of other files behind one that cannot be read; here each file has its own', async () => {
    const box = new Sandbox({
      'a.svg': BROKEN,
      'b.svg': new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
      'c.svg': HOPELESS,
    });
    const { code, stdout } = await box.run('lint', '.', '--format', 'compact');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^a\.svg:2:9: error: .*\[no-evenodd-fill\]$/m);
    expect(stdout).toMatch(/^b\.svg:1:1: error: .*\[not-text\]$/m);
    expect(stdout).toMatch(/^c\.svg:1:\d+: error: .*\[no-text\]$/m);
  });

  it('says "110 valid files" of 2,000 at a low limit of open files; here all are read', async () => {
    const icons = Array.from({ length: 400 }, (_, index) => [`icons/i${index}.svg`, CLEAN] as const);
    const box = new Sandbox({ ...Object.fromEntries(icons), 'icons/z.svg': BROKEN });
    const { status, stdout } = spawnSync(
      'sh',
      ['-c', `ulimit -n 64; ${WINDPROOF} lint icons --format json`],
      {
        cwd: box.path,
        encoding: 'utf8',
      },
    );
    expect(summaryOf(stdout)).toMatchObject({ files: 401, errors: 1 });
    expect(status).toBe(1);
  });

  it('reads the working tree for staged files; here the index is judged', async () => {
    const repository = new Repository({ 'a.svg': BROKEN, 'b.svg': CLEAN });
    repository.git('add', '.');
    repository.write('a.svg', CLEAN);
    repository.write('b.svg', BROKEN);
    const { code, stdout } = await repository.run('lint', '--staged', '--format', 'compact');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^a\.svg:.*\[no-evenodd-fill\]\n$/);
  });
});

describe('svgo 4.1', () => {
  it('writes none of three files when one is malformed; here the other two are written', async () => {
    const box = new Sandbox({
      'i/a.svg': BROKEN,
      'i/b.svg': '<svg xmlns="http://www.w3.org/2000/svg"><g>',
      'i/c.svg': BROKEN,
    });
    const fixed = await box.run('fix', 'i', '--format', 'json');
    expect(fixed.code).toBe(1);
    expect(summaryOf(fixed.stdout)).toMatchObject({ written: 2, failed: 1 });
    expect(box.read('i/a.svg')).not.toContain('evenodd');
    expect(box.read('i/c.svg')).not.toContain('evenodd');
    const converted = await box.run('convert', 'i', '-o', 'out');
    expect(converted.code).toBe(1);
    expect(box.list('out').filter((name) => name.endsWith('.xml'))).toEqual(['a.xml', 'c.xml']);
  });

  it.each([
    ['lint', '--nonsense'],
    ['fix', 'nowhere.svg'],
    ['convert', 'a.svg', '--min-sdk', 'M', '-o', 'out'],
    ['lint', 'a.svg', '--config', 'broken.mjs'],
  ])('prints a stack for a usage error; here it is one line: %s %s', async (...args) => {
    const box = new Sandbox({ 'a.svg': CLEAN, 'broken.mjs': 'export default {' });
    const { code, stdout, stderr } = await box.run(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^windproof: [^\n]+\n$/);
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
  });
});

describe('what users ask other tools for', () => {
  it('JUnit, JSON and SARIF (svglint#58)', async () => {
    const box = new Sandbox({ 'a.svg': BROKEN });
    const formats = ['junit=r.xml', 'json=r.json', 'sarif=r.sarif'].flatMap((format) => ['--format', format]);
    expect((await box.run('lint', 'a.svg', ...formats)).code).toBe(1);
    expect(box.read('r.xml')).toMatch(/^<\?xml[^]*<testsuites[^]*failures="1"/);
    expect(summaryOf(box.read('r.json')).errors).toBe(1);
    expect((JSON.parse(box.read('r.sarif')) as { version: string }).version).toBe('2.1.0');
  });

  it('to fail when nothing is linted (svglint#133)', async () => {
    const box = new Sandbox({ 'notes/a.txt': 'no icon', 'old/b.svg': CLEAN, '.windproofignore': 'old/\n' });
    expect((await box.run('lint', 'notes')).stderr).toBe('windproof: Nothing found at "notes".\n');
    const ignored = await box.run('lint', 'old');
    expect([ignored.code, ignored.stderr]).toEqual([2, 'windproof: Everything at old is ignored.\n']);
  });

  it('sensible defaults (svglint#25): without a configuration, what is wrong in any icon is found', async () => {
    const box = new Sandbox({ 'a.svg': BROKEN, 'b.svg': HOPELESS, 'c.svg': SQUARE });
    const { stdout } = await box.run('lint', '.', '--format', 'compact');
    expect(stdout.match(/\[[a-z-]+\]/g)).toEqual([
      '[no-evenodd-fill]',
      '[no-text]',
      '[no-unsupported-feature]',
    ]);
  });

  it('a mode that never writes (svgo#147, #905, #1425), and one that shows what it would write (svgo#364)', async () => {
    const box = new Sandbox({ 'a.svg': BROKEN });
    const before = box.list();
    await box.run('lint', 'a.svg');
    const dry = await box.run('lint', 'a.svg', '--fix-dry-run');
    const fix = await box.run('fix', 'a.svg', '--dry-run');
    const convert = await box.run('convert', 'a.svg', '-o', 'out', '--dry-run');
    expect(dry.stdout).toMatch(/^ {2}- .*evenodd/m);
    expect(fix.stdout).toContain('1 to be written');
    expect(convert.stdout).toContain('1 to be written');
    expect(box.read('a.svg')).toBe(BROKEN);
    expect(box.list()).toEqual(before);
  });

  it('files to ignore (svgo#1590), and a way out in the file itself (svgo#901)', async () => {
    const box = new Sandbox({
      'old/a.svg': BROKEN,
      'b.svg': BROKEN.replace('  <path', '  <!-- windproof-disable-next-line: drawn for API 26 -->\n  <path'),
      '.windproofignore': 'old/\n',
    });
    expect(await box.run('lint', '.')).toMatchObject({ code: 0, stdout: '1 icon linted: nothing found\n' });
  });

  it('a commit hook (svgo#1287)', async () => {
    const repository = new Repository({ 'a.svg': HOPELESS });
    repository.script('.git/hooks/pre-commit', `#!/bin/sh\nexec ${WINDPROOF} hook\n`);
    repository.git('add', '.');
    expect(repository.commit()).toMatchObject({
      code: 1,
      output: expect.stringContaining('no-text') as string,
    });
    repository.write('a.svg', CLEAN);
    repository.git('add', '.');
    expect(repository.commit().code).toBe(0);
  });

  it('to carry on after a bad file (svgo#1071)', async () => {
    const box = new Sandbox({ 'a.svg': 'no icon', 'b.svg': BROKEN });
    const { code } = await box.run('lint', 'a.svg', 'b.svg', '--fix');
    expect(code).toBe(1);
    expect(box.read('b.svg')).not.toContain('evenodd');
  });

  it('to hear of changed files alone (svgo#2050)', async () => {
    const box = new Sandbox({ 'a.svg': BROKEN, 'b.svg': CLEAN });
    const lint = await box.run('lint', '.');
    expect(lint.stdout).not.toContain('b.svg');
    expect((await box.run('lint', '.', '--fix')).stdout).toBe(
      '2 icons linted: nothing left, 1 finding fixed\n',
    );
  });

  it('to leave files alone that are done (svgo#767)', async () => {
    const box = new Sandbox({ 'a.svg': BROKEN });
    await box.run('fix', 'a.svg');
    const done = box.read('a.svg');
    const again = await box.run('fix', 'a.svg');
    expect(again.stdout).toContain('0 written, 1 unchanged');
    expect(box.read('a.svg')).toBe(done);
  });

  it('to verify the picture after a fix (svgo#512)', async () => {
    const box = new Sandbox({ 'a.svg': BROKEN });
    const { stdout } = await box.run('fix', 'a.svg', '--format', 'json');
    const [file] = (JSON.parse(stdout) as { files: { difference: number }[] }).files;
    expect(file?.difference).toBeLessThanOrEqual(0.001);
  });

  it('to say what a VectorDrawable loses (svg2vectordrawable#29)', async () => {
    const box = new Sandbox({
      'a.svg': SQUARE.replace(
        '<path',
        '<filter id="a"><feGaussianBlur stdDeviation="2"/></filter><path filter="url(#a)"',
      ),
    });
    const { code, stdout } = await box.run('convert', 'a.svg', '-o', 'out', '--format', 'json');
    const [file] = (
      JSON.parse(stdout) as { files: { status: string; diagnostics: { code: string; line: number }[] }[] }
    ).files;
    expect([code, file?.status]).toEqual([1, 'failed']);
    expect(file?.diagnostics[0]).toMatchObject({ code: 'unsupported-filter', line: 1 });
    expect((await box.run('lint', 'a.svg')).stdout).toContain('no-unsupported-feature');
  });

  it('a contract of grid, stroke and color (ionicons#1466)', async () => {
    const box = new Sandbox({
      'a.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="none" stroke="#f00" d="M4 4H20"/></svg>',
      'windproof.config.json': JSON.stringify({
        extends: [],
        rules: {
          'grid-size': ['error', { sizes: [24] }],
          'stroke-width': ['error', { widths: [2] }],
          'single-color': ['error', { currentColor: true }],
        },
      }),
    });
    const { code, stdout } = await box.run('lint', 'a.svg', '--format', 'compact');
    expect(code).toBe(1);
    expect(stdout.match(/\[[a-z-]+\]/g)?.sort()).toEqual(['[grid-size]', '[single-color]', '[stroke-width]']);
  });

  it('rules of geometry with fixes and a baseline, which simple-icons keeps by hand', async () => {
    const lost = SQUARE.replace('M2 2h20v20H2z', 'M2 2h20v20H2zM7 7h10v10H7z');
    const box = new Sandbox({ 'a.svg': lost });
    expect((await box.run('lint', 'a.svg', '--max-warnings', '0')).code).toBe(1);
    await box.run('lint', 'a.svg', '--suppress-all');
    expect((await box.run('lint', 'a.svg', '--max-warnings', '0')).code).toBe(0);
    box.remove('windproof-suppressions.json');
    expect((await box.run('lint', 'a.svg', '--fix', '--unsafe', '--max-warnings', '0')).code).toBe(0);
    expect(box.read('a.svg')).not.toBe(lost);
  });
});
