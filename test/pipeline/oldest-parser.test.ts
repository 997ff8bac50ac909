import { afterEach, describe, expect, it, vi } from 'vitest';
import { InvariantError } from '../../src/errors.ts';
import { convert } from '../../src/pipeline/convert.ts';
import { fix } from '../../src/pipeline/fix.ts';
import * as oldest from '../../src/verify/oldest-parser.ts';

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M2 2h20v20z"/></svg>`;
/** Refused, and written by who takes a loss. */
const LOSSY = SVG.replace('<path', '<path filter="url(#a)"').replace(
  '<path',
  '<filter id="a"><feTurbulence/></filter><path',
);
const path = (data: string): string =>
  `<vector xmlns:android="http://schemas.android.com/apk/res/android" android:width="24dp" android:height="24dp" android:viewportWidth="24" android:viewportHeight="24">
  <path android:fillColor="#000" android:fillType="evenOdd" android:pathData="${data}"/>
</vector>`;
const DRAWABLE = path('M2 2h20v20H2zM8 8h8v8H8z');

afterEach(() => void vi.restoreAllMocks());

describe('an output that API 21 does not read is no output', () => {
  const fault = [{ detail: 'a fault', span: { start: 0, end: 0 } }];

  it.each([
    ['an SVG', SVG, {}],
    ['an SVG for a newer level', SVG, { minSdk: 24 }],
    ['an SVG with a loss', LOSSY, { allowLossy: true }],
    ['a drawable', DRAWABLE, {}],
  ])('converted from %s', (_, source, options) => {
    const settings = { ...options, allowUnverified: true };
    expect(convert(source, settings).output).toBeDefined();
    vi.spyOn(oldest, 'oldestParserFaults').mockReturnValue(fault);
    expect(() => convert(source, settings)).toThrow(InvariantError);
    // What is no drawable is not asked for.
    expect(convert(source, { ...settings, to: 'svg' }).output).toBeDefined();
  });

  it('repaired in place', () => {
    expect(fix(DRAWABLE).output).toBeDefined();
    vi.spyOn(oldest, 'addedFaults').mockReturnValue(fault);
    expect(() => fix(DRAWABLE)).toThrow(InvariantError);
  });
});

describe('a drawable repaired in place', () => {
  it('answers for what it did not have before', () => {
    expect(oldest.addedFaults(DRAWABLE, DRAWABLE)).toEqual([]);
    const worse = DRAWABLE.replace('M8 8', 'm8 8');
    expect(oldest.addedFaults(DRAWABLE, worse).map(({ detail }) => detail)).toEqual([
      'path data: m behind z',
    ]);
    expect(oldest.addedFaults(worse, worse)).toEqual([]);
  });

  it('keeps an arc that reversing would take from API 21', () => {
    // Clockwise, of 23°: the other way round it would have no piece.
    const source = path('M2 2h20v20H2zM8 8h8A20 20 0 0 1 16 16H8z');
    const { output = '' } = fix(source);
    expect(output).not.toContain('fillType');
    expect(oldest.addedFaults(source, output)).toEqual([]);
    expect(output).not.toMatch(/ 0 0 0 /);
  });
});
