import AdmZip from 'adm-zip';
import { describe, expect, it } from 'vitest';
import { readSketchFile, replaceTexts } from '../../src/node/sketch/read.ts';
import { documentOf, sketchFile } from '../support/sketch/document.ts';
import { artboard, rectangle } from '../support/sketch/layers.ts';
import { filled } from '../support/sketch/styles.ts';

const file = sketchFile(documentOf([artboard(24, 24, [rectangle([4, 4, 4, 4], filled())])]));

const problemOf = (bytes: Uint8Array) => {
  const read = readSketchFile(bytes);
  return 'problem' in read ? read.problem : undefined;
};

describe('reading', () => {
  it('gives the parsed pages in the order of the document', () => {
    const read = readSketchFile(file);
    if ('problem' in read) throw new Error(read.problem.message);
    expect(read.json.pages.map((page) => page.file)).toEqual(['pages/page-1.json']);
  });

  it('refuses a database, by name', () => {
    expect(problemOf(Buffer.from('SQLite format 3\0 and so on'))?.code).toBe('sketch-database');
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('<svg/>')],
    ['half a zip', Buffer.from(file.slice(0, file.length / 2))],
    ['a zip without a document', new AdmZip().toBuffer()],
  ])('refuses %s', (_name, bytes) => {
    expect(problemOf(bytes)?.code).toBe('sketch-unreadable');
  });

  it('says what is wrong in plain words', () => {
    const damaged = new AdmZip(Buffer.from(file));
    damaged.updateFile('pages/page-1.json', Buffer.from('{"layers":'));
    const messages = [Buffer.of(), Buffer.from(file.slice(0, -30)), damaged.toBuffer()].map(
      (bytes) => problemOf(bytes)?.message,
    );
    expect(messages).toEqual([
      'This is not a .sketch document that can be read: it is empty.',
      'This is not a .sketch document that can be read: its end is missing, as of a download that was cut short.',
      expect.stringMatching(/: pages\/page-1\.json in it is damaged \(.*JSON.*\)\.$/),
    ]);
  });

  it('refuses JSON that is broken, and pages that are missing', () => {
    const broken = (name: string, text: string) => {
      const zip = new AdmZip(Buffer.from(file));
      zip.updateFile(name, Buffer.from(text));
      return problemOf(zip.toBuffer());
    };
    expect(broken('pages/page-1.json', '{"layers":')?.code).toBe('sketch-unreadable');
    expect(broken('document.json', '{"pages":[{"_ref":"pages/none"}]}')?.message).toContain(
      'pages/none.json',
    );
  });

  it('does not unpack a bomb, whatever size it states', () => {
    const zip = new AdmZip(Buffer.from(file));
    zip.updateFile('pages/page-1.json', Buffer.alloc(300 * 2 ** 20, 32));
    const bomb = zip.toBuffer();
    expect(problemOf(bomb)?.code).toBe('sketch-too-large');
    // The size in the central directory, made to lie.
    const at = bomb.lastIndexOf('pages/page-1.json') - 46 + 24;
    bomb.writeUInt32LE(1000, at);
    expect(problemOf(bomb)?.code).toBe('sketch-unreadable');
  });
});

describe('writing', () => {
  it('replaces one text and keeps the packed bytes of all else, in their order', () => {
    const changed = replaceTexts(file, new Map([['pages/page-1.json', '{"layers":[]}']]));
    const before = new AdmZip(Buffer.from(file)).getEntries();
    const after = new AdmZip(Buffer.from(changed)).getEntries();
    expect(after.map((entry) => entry.entryName)).toEqual(before.map((entry) => entry.entryName));
    for (const [index, entry] of after.entries()) {
      if (entry.entryName === 'pages/page-1.json') expect(entry.getData().toString()).toBe('{"layers":[]}');
      else expect(entry.getCompressedData()).toEqual(before[index]?.getCompressedData());
    }
  });
});
