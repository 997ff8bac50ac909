import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';

/** Larger files are no icons, and parsing one would cost minutes: 16 MiB. */
export const MAX_BYTES = 16 * 2 ** 20;

export interface SourceText {
  readonly text: string;
  readonly bytes: number;
  /** False where the bytes were not UTF-8, so that writing the text back would change more than was meant. */
  readonly utf8: boolean;
}

export type ReadResult = SourceText | { readonly problem: Diagnostic };

const START = { start: 0, end: 0 };

/**
 * Reads a text file in UTF-8, or in the encoding that its byte-order mark or its XML declaration names.
 *
 * Without leaving the thread: an icon is read in less time than it takes to ask another thread for it.
 */
export function readSource(path: string): Promise<ReadResult> {
  return Promise.resolve(readNow(path));
}

function readNow(path: string): ReadResult {
  try {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      return size > MAX_BYTES ? tooLarge(size) : decodeSource(bytesOf(file, size));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return { problem: diagnostic('unreadable-file', { reason: systemReason(error) }, START) };
  }
}

/** Icons are read into it one after the other: nothing keeps their bytes, and memory for each is dear to get. */
const SHARED = new Uint8Array(2 ** 16);

/** Valid until the next call. What states no size, such as a pipe, and what is large gets memory of its own. */
function bytesOf(file: number, size: number): Uint8Array {
  if (size === 0 || size > SHARED.length) return readFileSync(file);
  let length = 0;
  for (let read = -1; read !== 0 && length < size; length += read)
    read = readSync(file, SHARED, length, size - length, null);
  return SHARED.subarray(0, length);
}

export function decodeSource(bytes: Uint8Array): ReadResult {
  if (bytes.length > MAX_BYTES) return tooLarge(bytes.length);
  const { length } = bytes;
  const binary = binaryFormat(bytes);
  if (binary !== undefined) return { problem: diagnostic('not-text', { format: binary }, START) };
  const encoding = encodingOf(bytes);
  try {
    // The mark stays: offsets count from the file's first character, and a fix gives it back.
    const text = (encoding === utf8.encoding ? utf8 : fatally(encoding)).decode(bytes);
    // The mark counts as white space here.
    if (text.trim() === '') return { problem: diagnostic('empty-file', {}, START) };
    if (text.includes('\0')) return { problem: diagnostic('not-text', { format: 'a binary file' }, START) };
    return { text, bytes: length, utf8: encoding === 'utf-8' };
  } catch {
    return { problem: diagnostic('not-text', { format: `not valid ${encoding.toUpperCase()}` }, START) };
  }
}

const fatally = (encoding: string) => new TextDecoder(encoding, { fatal: true, ignoreBOM: true });

/** Nearly every icon's. It keeps nothing from one text to the next. */
const utf8 = fatally('utf-8');

function tooLarge(bytes: number): ReadResult {
  return { problem: diagnostic('file-too-large', { bytes, limit: MAX_BYTES }, START) };
}

/** The first bytes by which common files that are mistaken for SVG are known. */
const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF picture'],
  [[0x1f, 0x8b], 'compressed (SVGZ)'],
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document'],
];

function binaryFormat(bytes: Uint8Array): string | undefined {
  return SIGNATURES.find(([signature]) => signature.every((byte, index) => bytes[index] === byte))?.[1];
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  // A declaration is the first thing in a file, but for a mark.
  if (bytes[0] === 0x3c && bytes[1] !== 0x3f) return 'utf-8';
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const declared = /^(?:\u00EF\u00BB\u00BF)?<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
  if (declared === undefined) return 'utf-8';
  try {
    const { encoding } = new TextDecoder(declared);
    // A declaration of UTF-16 that can be read byte by byte is not true.
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return 'utf-8';
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file',
  ENOSPC: 'the disk is full',
  EROFS: 'the file system is read-only',
  EMFILE: 'too many files are open',
  ELOOP: 'its symbolic links run in a circle',
  ENAMETOOLONG: 'its name is too long',
};

/** What the operating system meant, in words. */
export function systemReason(error: unknown): string {
  const code = (error as { code?: string }).code ?? '';
  return REASONS[code] ?? (code === '' ? String((error as Error).message ?? error) : code);
}
