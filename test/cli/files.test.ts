import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFiles } from '../../src/node/files/find.ts';
import { decodeSource, MAX_BYTES, readSource } from '../../src/node/files/read.ts';
import { writeWhole } from '../../src/node/files/write.ts';
import { Sandbox, SQUARE } from '../support/cli.ts';

const find = (sandbox: Sandbox, ...paths: string[]) =>
  findFiles(paths, { cwd: sandbox.path, extensions: ['.svg'], exclude: [join(sandbox.path, 'out')] });

const codeOf = (bytes: Uint8Array): string | undefined => {
  const result = decodeSource(bytes);
  return 'problem' in result ? result.problem.code : undefined;
};
const textOf = (bytes: Uint8Array): string | undefined => {
  const result = decodeSource(bytes);
  return 'text' in result ? result.text : undefined;
};

describe('reading files', () => {
  it('says why one cannot be read', async () => {
    const sandbox = new Sandbox({ 'folder.svg/a.svg': '' });
    const read = await readSource(join(sandbox.path, 'folder.svg'));
    expect(read).toMatchObject({ problem: { code: 'unreadable-file' } });
    expect(await readSource(join(sandbox.path, 'none.svg'))).toMatchObject({
      problem: { code: 'unreadable-file' },
    });
  });
});

describe('finding files', () => {
  it('takes files, folders and globs, and a file that two of them name once', async () => {
    const sandbox = new Sandbox({
      'a.svg': '',
      'icons/b.svg': '',
      'icons/deep/C.SVG': '',
      'icons/notes.txt': '',
    });
    const { files, unmatched } = await find(sandbox, 'a.svg', 'icons', '**/*.svg');
    expect(files.map(({ name }) => name)).toEqual(['a.svg', 'icons/b.svg', 'icons/deep/C.SVG']);
    expect(unmatched).toEqual([]);
  });

  it('keeps the tree below a folder, and below the fixed part of a glob', async () => {
    const sandbox = new Sandbox({ 'icons/deep/c.svg': '', 'other/x/d.svg': '', 'flat/e.svg': '' });
    const { files } = await find(sandbox, 'icons', 'other/*/d.svg', 'flat/e.svg');
    expect(files.map(({ inTree }) => inTree)).toEqual(['deep/c.svg', 'x/d.svg', 'e.svg']);
  });

  it('takes a name that looks like a glob for a file when it is one', async () => {
    const sandbox = new Sandbox({ 'icon[1].svg': '', 'icon1.svg': '' });
    const { files } = await find(sandbox, 'icon[1].svg');
    expect(files.map(({ name }) => name)).toEqual(['icon[1].svg']);
  });

  it('leaves the output folder, node_modules and .git alone', async () => {
    const sandbox = new Sandbox({
      'out/a.svg': '',
      'node_modules/p/b.svg': '',
      '.git/c.svg': '',
      'd.svg': '',
    });
    const { files } = await find(sandbox, '.');
    expect(files.map(({ name }) => name)).toEqual(['d.svg']);
  });

  it('enters node_modules when that is what was asked for', async () => {
    const sandbox = new Sandbox({ 'node_modules/pack/icons/b.svg': '' });
    const { files } = await find(sandbox, 'node_modules/pack/icons');
    expect(files.map(({ inTree }) => inTree)).toEqual(['b.svg']);
  });

  it('ends where symbolic links run in a circle', async () => {
    const sandbox = new Sandbox({ 'icons/a.svg': '' });
    symlinkSync('.', join(sandbox.path, 'icons/again'));
    const { files } = await find(sandbox, 'icons');
    expect(files.map(({ name }) => name)).toContain('icons/a.svg');
  });

  it('says which arguments led to nothing', async () => {
    const { unmatched } = await find(new Sandbox({ 'a.svg': '' }), 'a.svg', 'b.svg', '*.png');
    expect(unmatched).toEqual(['b.svg', '*.png']);
  });
});

describe('reading text', () => {
  it('keeps a byte-order mark, since offsets count it', () => {
    expect(textOf(Buffer.from('\uFEFF<svg/>'))).toBe('\uFEFF<svg/>');
  });

  it('reads UTF-16 by its mark and other encodings by the declaration', () => {
    expect(textOf(Buffer.from('\uFEFF<svg/>', 'utf16le'))).toBe('\uFEFF<svg/>');
    const latin = '<?xml version="1.0" encoding="iso-8859-1"?><svg id="\u00E9"/>';
    expect(textOf(Buffer.from(latin, 'latin1'))).toBe(latin);
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'empty-file'],
    ['white space behind a mark', Buffer.from('\uFEFF \n'), 'empty-file'],
    ['a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]), 'not-text'],
    ['compressed bytes', Buffer.from([0x1f, 0x8b, 0x08]), 'not-text'],
    ['broken UTF-8', Buffer.from([0x3c, 0xff, 0x3e]), 'not-text'],
    ['zero bytes in text', Buffer.from('<svg>\0</svg>'), 'not-text'],
    ['too much', Buffer.alloc(MAX_BYTES + 1, 0x20), 'file-too-large'],
  ])('refuses %s', (_name, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });
});

describe('writing whole files', () => {
  it('makes the folders and leaves nothing else behind', async () => {
    const sandbox = new Sandbox();
    expect(await writeWhole(join(sandbox.path, 'a/b/c.xml'), SQUARE)).toBe('written');
    expect(sandbox.list()).toEqual(['a/b/c.xml']);
    expect(sandbox.read('a/b/c.xml')).toBe(SQUARE);
  });

  it('does not touch a file that already holds the content', async () => {
    const sandbox = new Sandbox({ 'c.xml': SQUARE });
    const path = join(sandbox.path, 'c.xml');
    utimesSync(path, 1000, 1000);
    expect(await writeWhole(path, SQUARE)).toBe('unchanged');
    expect(statSync(path).mtimeMs).toBe(1_000_000);
  });

  it('keeps the mode of the file it replaces, and a symbolic link', async () => {
    const sandbox = new Sandbox({ 'c.xml': 'old' });
    chmodSync(join(sandbox.path, 'c.xml'), 0o640);
    symlinkSync('c.xml', join(sandbox.path, 'link.xml'));
    expect(await writeWhole(join(sandbox.path, 'link.xml'), SQUARE)).toBe('written');
    expect(sandbox.read('c.xml')).toBe(SQUARE);
    expect(statSync(join(sandbox.path, 'c.xml')).mode & 0o777).toBe(0o640);
  });

  it('leaves the old file whole, and no temporary one, when it cannot finish', async () => {
    const sandbox = new Sandbox();
    const target = join(sandbox.path, 'taken');
    mkdirSync(target);
    writeFileSync(join(target, 'inside'), 'kept');
    await expect(writeWhole(target, SQUARE)).rejects.toThrow();
    expect(readdirSync(sandbox.path)).toEqual(['taken']);
  });
});
