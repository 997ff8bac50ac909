import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { printSvg } from '../../src/emit/svg.ts';
import { readPathData } from '../../src/vector-drawable/path-data.ts';
import { readVectorDrawable, type ReadOptions } from '../../src/vector-drawable/read.ts';
import { comparePictures } from '../support/pictures.ts';

const vector = (content: string): string =>
  `<vector xmlns:android="http://schemas.android.com/apk/res/android" xmlns:aapt="http://schemas.android.com/aapt"
    android:width="24dp" android:height="24dp" android:viewportWidth="24" android:viewportHeight="24">${content}</vector>`;
const path = (data: string, color = '#000'): string =>
  `<path android:fillColor="${color}" android:pathData="${data}"/>`;

function expectPicture(content: string, svg: string, options: ReadOptions = {}): void {
  const { icon, diagnostics } = readVectorDrawable(vector(content), options);
  expect(diagnostics.filter(({ effect }) => effect !== undefined)).toEqual([]);
  const expected = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24">${svg}</svg>`;
  expect(comparePictures(expected, icon === undefined ? '' : printSvg(icon)).visible).toBe(0);
}

describe('readVectorDrawable', () => {
  it('scales a group first, then rotates, about the pivot, then translates', () => {
    expectPicture(
      `<group android:rotation="30" android:scaleX="2" android:pivotX="4" android:pivotY="5" android:translateX="6"
        android:translateY="3">${path('M2 4H6V8H2z')}</group>`,
      '<path transform="translate(6 3) translate(4 5) rotate(30) scale(2 1) translate(-4 -5)" d="M2 4H6V8H2z"/>',
    );
  });

  it('ends a clip with its group, and lets it reach what follows in it', () => {
    expectPicture(
      `<group>${path('M0 0H24V4H0z')}<clip-path android:pathData="M0 0H12V24H0z"/>${path('M0 8H24V12H0z')}</group>
      ${path('M0 16H24V20H0z')}`,
      '<path d="M0 0H24V4H0zM0 8H12V12H0zM0 16H24V20H0z"/>',
    );
  });

  it('lets a clip replace the one before, across groups, as API 21 does', () => {
    expectPicture(
      `<group><clip-path android:pathData="M0 0H12V24H0z"/>${path('M0 0H24V4H0z')}
      <group><clip-path android:pathData="M6 0H24V24H6z"/>${path('M0 8H24V12H0z')}</group></group>
      ${path('M0 16H24V20H0z')}`,
      '<path d="M0 0H12V4H0zM6 8H24V12H6zM6 16H24V20H6z"/>',
      { as: 'api-21' },
    );
  });

  it('honors a fill type from API 24 on, never on a clip', () => {
    const ring = 'M2 2H22V22H2zM8 8H16V16H8z';
    const evenOdd = `<path android:fillColor="#000" android:fillType="evenOdd" android:pathData="${ring}"/>`;
    expectPicture(evenOdd, `<path fill-rule="evenodd" d="${ring}"/>`);
    expectPicture(evenOdd, `<path d="${ring}"/>`, { as: 'api-21' });
    expectPicture(
      `<clip-path android:fillType="evenOdd" android:pathData="${ring}"/>${path('M0 0H24V24H0z')}`,
      '<path d="M2 2H22V22H2z"/>',
    );
  });

  it('reads colors alpha first and keeps references', () => {
    expectPicture(path('M2 2H22V22H2z', '#8f00'), '<path fill="red" opacity=".5333" d="M2 2H22V22H2z"/>');
    const { icon } = readVectorDrawable(vector(path('M2 2H22V22H2z', '?attr/colorPrimary')));
    expect(icon?.children).toMatchObject([{ fill: { paint: { reference: '?attr/colorPrimary' } } }]);
  });

  it('mixes the colors of a gradient premultiplied', () => {
    expectPicture(
      `<path android:pathData="M2 2H22V22H2z"><aapt:attr name="android:fillColor"><gradient android:startX="2"
        android:endX="22" android:startColor="#f00" android:endColor="#000000ff"/></aapt:attr></path>`,
      `<linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="red" stop-opacity="0"/></linearGradient>
      <path fill="url(#g)" d="M2 2H22V22H2z"/>`,
    );
  });

  it.each([
    ['<vector/>', 'vector-inflation'],
    [vector(''), 'vector-inflation'],
    [vector(path('M2 12a5 5 0 0110 0z')), 'path-data-crash'],
    [vector(path('')), 'path-data-crash'],
    [vector(path('M0 0H4V4z', 'red')), 'vector-inflation'],
    [vector(path('@string/path')), 'resource-reference'],
    ['<shape/>', 'not-vector-drawable'],
    ['<vector', 'xml-syntax'],
  ])('refuses %s', (xml, code) => {
    expect(readVectorDrawable(xml).diagnostics.map((found) => found.code)).toContain(code);
  });
});

describe('readPathData', () => {
  it.each([
    ['M4.5.5-1 2', undefined],
    ['M1,,2 L3 4', undefined],
    ['L3 4', undefined],
    ['M1 2L3+4', "'+' does not separate numbers"],
    ['M1 2X', "'X' is no command"],
    ['M1 2L3', "'L' has 1 number and takes 2 each time"],
    ['M1 1e40', '1e40 is out of range'],
    ['M1 2\n3 4', "'\n' is no command"],
  ])('takes %j: %s', (text, detail) => {
    expect(readPathData(text).crash?.detail).toBe(detail);
  });
});

const CASES = new URL('../../../shared/cases/vector-xml/', import.meta.url);

describe.skipIf(!existsSync(CASES))('real drawables', () => {
  const files = existsSync(CASES) ? readdirSync(CASES).filter((name) => name.endsWith('.xml')) : [];
  it.each(files)('%s is read without complaint', (name) => {
    const { icon, diagnostics } = readVectorDrawable(readFileSync(new URL(name, CASES), 'utf8'));
    expect(diagnostics).toEqual([]);
    // One file keeps its path data where only tools look.
    expect((icon?.children.length ?? 0) > 0).toBe(!name.includes('in_string_tools'));
  });
});
