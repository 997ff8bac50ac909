import { describe, expect, it } from 'vitest';
import { readPathData } from '../../src/vector-drawable/path-data.ts';
import { fixVectorDrawable } from '../../src/vector-drawable/fix.ts';
import { mendPathData } from '../../src/vector-drawable/safe-path-data.ts';

describe('mendPathData', () => {
  it.each([
    ['M.5.5l-.5 1.1.9 2', 'M0.5 0.5l-0.5 1.1 0.9 2'],
    ['M1e2 1E-1L5 5', 'M100 0.1L5 5'],
    ['M2 2h8v8H2zm12 0h8v8h-8z', 'M2 2h8v8H2zM14 2h8v8h-8z'],
    ['M2 2h8v8H2zm12 0 8 0 0 8z', 'M2 2h8v8H2zM14 2l8 0 0 8z'],
    ['M2 12a5 5 0 0110 0 5 5 0 01-10 0z', 'M2 12a5 5 0 0 1 10 0 5 5 0 0 1 -10 0z'],
    ['M2 12a5 5 0 01.5.5z', 'M2 12a5 5 0 0 1 0.5 0.5z'],
    ['M2 2H22V22H2z', 'M2 2H22V22H2z'],
  ])('makes %s %s', (before, after) => {
    expect(mendPathData(before)).toBe(after);
    expect(readPathData(after).crash).toBeUndefined();
    expect(mendPathData(after)).toBe(after);
  });
});

describe('fixVectorDrawable', () => {
  it('repairs fills and clips and leaves every other byte alone', () => {
    const xml = `<?xml version="1.0"?>
<!-- kept -->
<vector xmlns:android='http://schemas.android.com/apk/res/android' xmlns:tools="t" tools:x='1'
    android:width="24dp" android:height="24dp" android:viewportWidth="24" android:viewportHeight="24">
  <clip-path android:fillType="evenOdd" android:pathData="M1 1H23V23H1zM9 9H15V15H9z"/>
  <path android:fillColor="@color/a"  android:fillType='evenOdd' tools:ignore="y"
    android:pathData='M2 2H22V22H2zM8 8H16V16H8z'/>
</vector>\r\n`;
    const { output, diagnostics, repairs } = fixVectorDrawable(xml);
    expect(repairs.map(({ rule, repair }) => [rule, repair.method])).toEqual([
      ['clip-rule', 'reversed'],
      ['fill-rule', 'reversed'],
    ]);
    expect(diagnostics.map(({ code }) => code).toSorted()).toEqual(['clip-fill-type', 'fill-type']);
    const strip = (text: string): string =>
      text
        .replace(/\s+android:fillType=["']evenOdd["']/g, '')
        .replace(/pathData=(["'])[^"']*\1/g, 'pathData');
    expect(strip(output ?? '')).toBe(strip(xml));
    expect(fixVectorDrawable(output ?? '')).toEqual({ output, diagnostics: [], repairs: [] });
  });

  it('gives nothing for what is no VectorDrawable', () => {
    expect(fixVectorDrawable('<svg/>').output).toBeUndefined();
    expect(fixVectorDrawable('<vector').output).toBeUndefined();
  });
});
