import type { Code } from '../../src/diagnostics/diagnostic.ts';

/**
 * Codes that no example on a page can bring about, each with the test that forces it. What an icon of a page's length can
 * bring about has its example there, so each row says why this one cannot.
 */
export const ELSEWHERE: Readonly<Partial<Record<Code, { readonly test: string; readonly why: string }>>> = {
  'even-odd-kept': { test: 'test/cli/too-complex.test.ts', why: 'takes a path of thousands of lines' },
  'evenodd-fill': { test: 'test/cli/too-complex.test.ts', why: 'takes a path of thousands of lines' },
  'evenodd-kept': { test: 'test/pipeline/kept-fills.test.ts', why: 'takes a path of thousands of lines' },
  'evenodd-clip': { test: 'test/emit/options.test.ts', why: 'takes a path of thousands of lines' },
  'clip-union-kept': { test: 'test/repair-source/icon.test.ts', why: 'takes a path of thousands of lines' },
  'css-too-complex': { test: 'test/resolve/hostile.test.ts', why: 'takes hundreds of elements' },
  'too-deep': { test: 'test/resolve/hostile.test.ts', why: 'takes hundreds of references' },
  'string-too-long': { test: 'test/emit/options.test.ts', why: 'takes a path of 32 KiB' },
  'no-android-form': { test: 'test/emit/options.test.ts', why: 'takes an icon that was not lowered' },
  'uneven-stroke': { test: 'test/emit/options.test.ts', why: 'takes an icon that was not lowered' },
  'picture-differs': { test: 'test/verify/picture.test.ts', why: 'takes a wrong output' },
  'drawing-failed': { test: 'test/verify/picture.test.ts', why: 'takes a renderer that fails' },
  'output-unreadable': { test: 'test/verify/picture.test.ts', why: 'takes a wrong output' },
  'region-differs': { test: 'test/verify/regions.test.ts', why: 'takes a wrong output' },
  'unreadable-file': { test: 'test/cli/files.test.ts', why: 'takes a user who may not read it' },
  'fix-dropped': { test: 'test/lint/fixes.test.ts', why: 'takes a rule whose fix is wrong' },
  'not-drawn': { test: 'test/verify/verdict.test.ts', why: 'takes a program that lends no renderer' },
  'time-limit': { test: 'test/node/pool.test.ts', why: 'takes a worker that hangs' },
  'worker-lost': { test: 'test/node/pool.test.ts', why: 'takes a worker that dies' },
  'internal-error': { test: 'test/cli/hostile.test.ts', why: 'takes a worker that throws' },
  'sketch-too-large': { test: 'test/sketch/file.test.ts', why: 'takes a document of 300 MiB' },
  'sketch-boolean': { test: 'test/sketch/render.test.ts', why: 'takes a library that joins wrongly' },
};
