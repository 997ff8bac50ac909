import { readFile, stat } from 'node:fs/promises';
import AdmZip from 'adm-zip';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { NO_SPAN } from '../../sketch/finding.ts';
import { arrayOf, objectOf, stringOf } from '../../sketch/json.ts';
import type { SketchJson } from '../../sketch/read.ts';
import { systemReason } from '../files/read.ts';

/** A larger file is no icon document: 256 MiB. */
const MAX_SKETCH_BYTES = 256 * 2 ** 20;

/** The JSON of one document unpacks to no more: 256 MiB. Pictures in it are not unpacked at all. */
const MAX_JSON_BYTES = 256 * 2 ** 20;

const MAX_ENTRIES = 20_000;

/** A .sketch file that was read: its JSON, and the texts that it was read from. */
export interface SketchFile {
  readonly json: SketchJson;
  /** What was parsed, by file name. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A .sketch file from the disk. Never throws: what cannot be read is a diagnostic. */
export async function openSketchFile(
  path: string,
): Promise<(SketchFile & { readonly bytes: Uint8Array }) | { readonly problem: Diagnostic }> {
  try {
    const { size } = await stat(path);
    if (size > MAX_SKETCH_BYTES) return tooLarge(`${size} bytes`);
    const bytes = await readFile(path);
    const file = readSketchFile(bytes);
    return 'problem' in file ? file : { ...file, bytes };
  } catch (error) {
    return { problem: diagnostic('unreadable-file', { reason: systemReason(error) }, NO_SPAN) };
  }
}

/**
 * Reads the bytes of a .sketch file: a zip of JSON. Never throws: what is no such file is a diagnostic.
 *
 * An entry is inflated to the size that the zip states for it and not further, and only where all of them together
 * stay within bounds. adm-zip keeps the other entries as they are, which sketch-file does not: it drops previews,
 * pictures and fonts, and writes the JSON anew.
 */
export function readSketchFile(bytes: Uint8Array): SketchFile | { readonly problem: Diagnostic } {
  if (startsWith(bytes, 'SQLite format 3')) return { problem: diagnostic('sketch-database', {}, NO_SPAN) };
  if (bytes.length > MAX_SKETCH_BYTES) return tooLarge(`${bytes.length} bytes`);
  if (bytes.length === 0) return unreadable('it is empty');
  if (!startsWith(bytes, 'PK')) return unreadable('it is not a zip file');
  try {
    const zip = new AdmZip(Buffer.from(bytes));
    const entries = zip.getEntries();
    if (entries.length > MAX_ENTRIES) return tooLarge(`${entries.length} files`);
    const total = entries
      .filter((entry) => entry.entryName.endsWith('.json'))
      .reduce((sum, entry) => sum + entry.header.size, 0);
    if (total > MAX_JSON_BYTES) return tooLarge(`${total} bytes of JSON`);

    const texts = new Map<string, string>();
    const parse = (name: string): unknown => {
      const entry = zip.getEntry(name);
      if (entry === null) throw new Error(`${name} is missing`);
      try {
        const data = entry.getData();
        if (data.length > entry.header.size) throw new Error('it is larger than it says');
        const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data);
        texts.set(name, text);
        return JSON.parse(text);
      } catch (error) {
        throw new Error(`${name} in it is damaged (${reasonOf(error)})`, { cause: error });
      }
    };
    const document = parse('document.json');
    const pages = arrayOf(objectOf(document)['pages']).map((page) => {
      const file = `${stringOf(objectOf(page)['_ref'], '')}.json`;
      return { file, json: parse(file) };
    });
    const meta = zip.getEntry('meta.json') === null ? {} : parse('meta.json');
    return { json: { meta, document, pages }, texts };
  } catch (error) {
    return unreadable(reasonOf(error));
  }
}

/**
 * The file again with the given texts in place of its own; every other entry keeps its packed bytes, its date and its
 * place.
 */
export function replaceTexts(bytes: Uint8Array, texts: ReadonlyMap<string, string>): Uint8Array {
  const zip = new AdmZip(Buffer.from(bytes), { noSort: true });
  for (const [name, text] of texts) zip.updateFile(name, Buffer.from(text, 'utf8'));
  return zip.toBuffer();
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((character, index) => bytes[index] === character.charCodeAt(0));
}

function unreadable(detail: string) {
  return { problem: diagnostic('sketch-unreadable', { detail }, NO_SPAN) };
}

function tooLarge(detail: string) {
  return { problem: diagnostic('sketch-too-large', { detail }, NO_SPAN) };
}

/** What went wrong in words that fit behind a colon. A zip has its list of files last. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (message.includes('No END header')) return 'its end is missing, as of a download that was cut short';
  return message.replace(/^ADM-ZIP:\s*/, '').replace(/[.\s]+$/, '');
}
