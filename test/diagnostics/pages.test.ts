import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MESSAGES } from '../../src/diagnostics/diagnostic.ts';
import type { Example } from '../support/page-examples.ts';
import { ELSEWHERE } from './elsewhere.ts';
import {
  commandOf,
  contentOf,
  fixturesOf,
  FOLDERS,
  isIcon,
  misplaced,
  pageOf,
  runConsole,
  said,
} from './fixtures.ts';
import type { Said } from './fixtures.ts';
import { SKETCHES } from './sketches.ts';
import { gapsOf } from './gaps.ts';

const CODES = Object.keys(MESSAGES);

/** Icons of many pages that are treated by one command line share one run: starting it takes longer than they do. */
interface Batch {
  readonly command: string;
  readonly files: Map<string, string | Uint8Array>;
  result?: ReturnType<typeof said>;
}
const batches = new Map<string, Batch>();

interface Placed {
  readonly example: Example;
  readonly batch: Batch;
  readonly path: string;
}

/** The icons of a page's examples of one kind, each in the batch of its command. */
function place(code: string, kind: string): Placed[] {
  const examples = fixturesOf(code).filter((each) => each.kind === kind);
  const beside = examples.filter(({ language }) => FOLDERS[language] === '');
  // One that brings its own name or files beside it is run apart from other pages.
  const isApart = beside.length > 0 || examples.some(({ attributes }) => attributes.has('file'));
  return examples.filter(isIcon).map((example, index) => {
    const command = commandOf(example);
    const key = isApart ? `${code} ${kind} ${command}` : command;
    const batch = batches.get(key) ?? { command, files: new Map() };
    batches.set(key, batch);
    for (const { file, text } of beside) batch.files.set(file, text);
    const file = isApart ? example.file : `${code}-${kind}-${index}.${example.language}`;
    const path = `${FOLDERS[example.language]}${file}`;
    batch.files.set(path, contentOf(example));
    return { example, batch, path };
  });
}

const placed = new Map(
  CODES.map((code) => [code, { wrong: place(code, 'wrong'), right: place(code, 'right') }]),
);

async function saidOf({ batch, path }: Placed): Promise<readonly Said[]> {
  batch.result ??= said(batch.files, batch.command);
  const found = (await batch.result).get(path);
  if (found === undefined) throw new Error(`windproof ${batch.command} does not report ${path}`);
  return found;
}

describe.each(CODES)('%s', (code) => {
  it('has a page with the outline of all pages', () => {
    const headings = [...readFileSync(pageOf(code), 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, text]) => text);
    expect(headings).toEqual([code, 'Why', 'Wrong', 'Right']);
  });

  const { wrong = [], right = [] } = placed.get(code) ?? {};

  it.each(wrong)('is said of the wrong example $path, at its place', async (one) => {
    const found = await saidOf(one);
    expect(found.map((each) => each.code)).toContain(code);
    const places = found.filter((each) => each.code === code).map((each) => misplaced(one.example, each));
    expect(places.filter((fault) => fault !== undefined)).toEqual([]);
  });

  it.each(right)('is not said of the right example $path, and nothing else is', async (one) => {
    expect(await saidOf(one)).toEqual([]);
  });

  it.each(fixturesOf(code).filter(({ language }) => language === 'console'))(
    'is what the $kind console example prints',
    async (example) => {
      const { result, due } = await runConsole(example);
      const printed = result.stdout + result.stderr;
      for (const line of due) expect(printed).toContain(line);
      if (example.kind === 'right') expect(printed).not.toContain(code);
      else expect(due.join('\n')).toMatch(new RegExp(` ${code}$`, 'm'));
    },
  );
});

describe('the check of all codes', () => {
  const read = (path: string): string | undefined =>
    existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  const known = { fixturesOf, sketches: SKETCHES, elsewhere: ELSEWHERE, read };

  it('finds what brings each of them about', () => {
    expect(gapsOf(CODES, known)).toEqual([]);
  });

  it('finds no page without a code', () => {
    const pages = readdirSync('docs/diagnostics').map((file) => file.replace(/\.md$/, ''));
    expect(pages.toSorted()).toEqual(CODES.toSorted());
  });

  it('fails for a code that is new, or whose fixture is lost', () => {
    expect(gapsOf(['brand-new'], known)).toEqual(['brand-new: nothing brings it about']);
    const elsewhere = { 'brand-new': { test: 'test/diagnostics/gaps.ts', why: 'to be seen' } };
    expect(gapsOf(['brand-new'], { ...known, elsewhere })).toEqual([
      'brand-new: test/diagnostics/gaps.ts does not name it',
    ]);
    const wrongAlone = {
      ...known,
      fixturesOf: () => fixturesOf('script').filter(({ kind }) => kind === 'wrong'),
    };
    expect(gapsOf(['script'], wrongAlone)).toEqual(['script: has no right example']);
    const both = { ...known, elsewhere: { script: { test: 'test/cli/hostile.test.ts', why: 'once' } } };
    expect(gapsOf(['script'], both)).toEqual(['script: has more than one kind of fixture']);
  });
});
