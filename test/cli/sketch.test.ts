import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentOf, sketchFile } from '../support/sketch/document.ts';
import { artboard, layer, rectangle, type LayerJson } from '../support/sketch/layers.ts';
import { color, fill, filled } from '../support/sketch/styles.ts';
import { Sandbox } from '../support/cli.ts';
import { CLEAN, Repository } from '../support/repository.ts';

const ring = (windingRule = 1): LayerJson =>
  layer('shapeGroup', [2, 2, 20, 20], {
    ...filled(windingRule),
    name: 'Ring',
    layers: [rectangle([0, 0, 20, 20]), rectangle([5, 5, 10, 10])],
  });
const text = layer('text', [2, 2, 20, 20], { name: 'Words' });
const board = (name: string, ...layers: LayerJson[]): LayerJson => artboard(24, 24, layers, { name });
const fileOf = (...boards: LayerJson[]): Uint8Array => sketchFile(documentOf(boards));

describe('windproof lint of documents', () => {
  it('names page, artboard and layer', async () => {
    const sandbox = new Sandbox({ 'icons.sketch': fileOf(board('Home', ring()), board('Label', text)) });
    const { code, stdout } = await sandbox.run('lint', 'icons.sketch', '--format', 'compact');
    expect(code).toBe(1);
    expect(stdout).toMatch(/icons\.sketch.*Page \/ Home \/ Ring: .*sketch-lost-hole/);
    expect(stdout).toMatch(/icons\.sketch.*Page \/ Label \/ Words: .*sketch-text/);
  });

  it('finds documents in folders and among what git says has changed', async () => {
    const repo = new Repository({ 'clean.svg': CLEAN });
    repo.git('add', '-A');
    repo.commit();
    repo.write('design/icons.sketch', fileOf(board('Home', ring())));
    for (const args of [['.'], ['design'], ['--changed']]) {
      const { code, stdout } = await repo.run('lint', ...args, '--format', 'compact');
      expect(code, args.join()).toBe(1);
      expect(stdout).toContain('Page / Home / Ring: ');
    }
  });

  it('judges what is staged and not the working file', async () => {
    const repo = new Repository();
    repo.write('icons.sketch', fileOf(board('Home', ring(0))));
    repo.git('add', '-A');
    repo.write('icons.sketch', fileOf(board('Home', ring())));
    expect((await repo.run('lint', '--staged')).code).toBe(0);
    expect((await repo.run('lint', 'icons.sketch')).code).toBe(1);
    repo.git('add', '-A');
    repo.remove('icons.sketch');
    const { code, stdout } = await repo.run('lint', '--staged', '--format', 'compact');
    expect(code).toBe(1);
    expect(stdout).toContain('Page / Home / Ring: ');
  });
});

describe('windproof convert of documents', () => {
  it('writes each exportable layer, as XML and as SVG, and refuses the rest by name', async () => {
    const sandbox = new Sandbox({ 'icons.sketch': fileOf(board('My Home', ring()), board('Label', text)) });
    const xml = await sandbox.run('convert', 'icons.sketch', '-o', 'res/drawable');
    expect(xml.code).toBe(1);
    expect(sandbox.list('res')).toEqual(['drawable/my_home.xml']);
    expect(sandbox.read('res/drawable/my_home.xml')).toContain('android:pathData="M');
    expect(sandbox.read('res/drawable/my_home.xml')).not.toContain('fillType');
    expect(xml.stdout).toContain('Page / Label / Words: ');
    await sandbox.run('convert', 'icons.sketch', '--to', 'svg', '-o', 'svg');
    expect(sandbox.read('svg/My Home.svg')).not.toContain('evenodd');
  });
});

describe('the report of a document that is converted', () => {
  const dot = (name: string, style: object): LayerJson => rectangle([2, 2, 8, 8], { name, style });
  const green = { fills: [fill(color(0, 1, 0))], windingRule: 0 };
  const report = async (content: Uint8Array) => {
    const sandbox = new Sandbox({ 'icons.sketch': content });
    const { code, stdout } = await sandbox.run('convert', 'icons.sketch', '-o', 'res', '--format', 'json');
    const { files } = JSON.parse(stdout) as {
      files: { source: string; fidelity: string; diagnostics: { code: string; message: string }[] }[];
    };
    return {
      code,
      files: files.map((file) => ({ ...file, codes: file.diagnostics.map((found) => found.code) })),
    };
  };

  it('has what was written nearly right, once', async () => {
    const boards = [board('Home', dot('leaf', green), dot('leaf', green))];
    const { code, files } = await report(sketchFile(documentOf(boards, { colorSpace: 2 })));
    expect([code, files[0]?.fidelity, files[0]?.codes]).toEqual([0, 'approximate', ['sketch-wide-color']]);
    expect(files[0]?.diagnostics[0]?.message).toContain('Page / Home / leaf: The Display P3 color');
  });

  it('has every reason of a refusal', async () => {
    const { code, files } = await report(
      fileOf(board('Label', text, layer('bitmap', [0, 0, 9, 9], { name: 'Photo' }))),
    );
    expect([code, files.map(({ codes }) => codes)]).toEqual([1, [['sketch-text', 'sketch-bitmap']]]);
  });

  it('says of a board whose art lies beside it that nothing is to be seen, whatever else is to be said', async () => {
    const beside = rectangle([200, 2, 8, 8], { name: 'leaf', style: green });
    const { code, files } = await report(sketchFile(documentOf([board('Home', beside)], { colorSpace: 2 })));
    expect([code, files.map(({ codes }) => codes)]).toEqual([1, [['sketch-empty', 'sketch-wide-color']]]);
  });

  it('says that no layer has export settings, and that there is none', async () => {
    const unmarked = { ...board('Home', ring()), exportOptions: undefined };
    const some = await report(sketchFile(documentOf([unmarked])));
    expect([some.code, some.files[0]?.codes]).toEqual([0, ['sketch-nothing-exportable']]);
    const none = await report(sketchFile(documentOf([])));
    expect([none.code, none.files.map(({ source, codes }) => [source, codes])]).toEqual([
      0,
      [['icons.sketch', ['sketch-nothing-exportable']]],
    ]);
  });
});

describe('windproof fix of documents', () => {
  it('changes the document once, and only where asked', async () => {
    const sandbox = new Sandbox({ 'icons.sketch': fileOf(board('Home', ring())) });
    const before = sandbox.bytes('icons.sketch');
    await sandbox.run('fix', 'icons.sketch', '--dry-run');
    expect(sandbox.bytes('icons.sketch')).toEqual(before);
    const { code, stdout } = await sandbox.run('fix', 'icons.sketch');
    expect(code, stdout).toBe(0);
    const after = sandbox.bytes('icons.sketch');
    expect(after).not.toEqual(before);
    expect((await sandbox.run('lint', 'icons.sketch')).code).toBe(0);
    await sandbox.run('fix', 'icons.sketch');
    expect(sandbox.bytes('icons.sketch')).toEqual(after);
  });

  it.skipIf(process.getuid?.() === 0)('says so where the folder is read-only', async () => {
    const sandbox = new Sandbox({ 'locked/icons.sketch': fileOf(board('Home', ring())) });
    const before = sandbox.bytes('locked/icons.sketch');
    chmodSync(join(sandbox.path, 'locked'), 0o555);
    const { code, stdout } = await sandbox.run('fix', 'locked/icons.sketch');
    chmodSync(join(sandbox.path, 'locked'), 0o755);
    expect(code).toBe(1);
    expect(stdout).toMatch(/permission denied/);
    expect(sandbox.bytes('locked/icons.sketch')).toEqual(before);
  });
});

describe('documents that cannot be read', () => {
  const bytes = Buffer.from(fileOf(board('Home', ring())));
  const bad: [string, Uint8Array, string][] = [
    ['a database from before Sketch 43', Buffer.from('SQLite format 3\0'), 'sketch-database'],
    ['half a file', bytes.subarray(0, bytes.length / 2), 'sketch-unreadable'],
    ['no zip at all', Buffer.from('icons'), 'sketch-unreadable'],
    ['an empty file', Buffer.alloc(0), 'sketch-unreadable'],
  ];

  it.each(bad)('are named by each command, and stay: %s', async (_name, content, code) => {
    const sandbox = new Sandbox({ 'bad.sketch': content, 'good.sketch': bytes });
    for (const args of [['lint'], ['fix'], ['convert', '-o', 'out']]) {
      const run = await sandbox.run(...args, 'bad.sketch', 'good.sketch');
      expect(run.code, args.join()).toBe(1);
      expect(run.stdout).toContain(code);
      expect(run.stderr).not.toMatch(/internal error/);
    }
    expect(sandbox.bytes('bad.sketch')).toEqual(Buffer.from(content));
    // The other file was done all the same.
    expect(sandbox.list('out')).toEqual(['home.xml']);
    expect(sandbox.bytes('good.sketch')).not.toEqual(bytes);
  });
});
