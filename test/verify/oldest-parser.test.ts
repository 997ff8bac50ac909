import { describe, expect, test } from 'vitest';
import { oldestParserFaults } from '../../src/verify/oldest-parser.ts';

const HEAD =
  'xmlns:android="http://schemas.android.com/apk/res/android" xmlns:aapt="http://schemas.android.com/aapt" ' +
  'android:width="24dp" android:height="24dp" android:viewportWidth="24" android:viewportHeight="24"';

const vector = (body: string, head = HEAD): string => `<vector ${head}>${body}</vector>`;
const path = (data: string, more = ''): string => vector(`<path android:pathData="${data}" ${more}/>`);

function details(xml: string, minSdk = 21, gradients = false): string[] {
  return oldestParserFaults(xml, { minSdk, gradients }).map(({ detail }) => detail);
}

test('what API 21 reads passes', () => {
  expect(details(path('M0.5 0.5h10l-2-3.5A5 5 0 0 1 5 5zM4 4c1 1 2 2 3 3s1 1 2 2q1 1 2 2t3 3z'))).toEqual([]);
  expect(
    details(vector('<group android:rotation="3"><clip-path android:pathData="M0 0h1v1"/></group><path/>')),
  ).toEqual([]);
});

test('path data that API 21 does not read', () => {
  expect(details(path('M0 0zm1 1'))).toEqual(['path data: m behind z']);
  expect(details(vector('<clip-path android:pathData=""/><path/>'))).toEqual(['path data: it is empty']);
});

test('a fill type passes from API 24 on, and on a clip never', () => {
  expect(details(path('M0 0h1', 'android:fillType="evenOdd"'))).toEqual([
    'android:fillType is known from API 24 on',
  ]);
  expect(details(path('M0 0h1', 'android:fillType="evenOdd"'), 24)).toEqual([]);
  const clip = vector('<clip-path android:fillType="evenOdd" android:pathData="M0 0h1v1"/><path/>');
  expect(details(clip, 24)).toEqual(['<clip-path> has no android:fillType']);
});

test('attributes that mean nothing and elements that are none', () => {
  expect(details(vector('<group android:alpha="0.5"><path/></group>'))).toEqual([
    '<group> has no android:alpha',
  ]);
  expect(details(vector('<rect/><path/>'))).toEqual(['<rect> is no element of a VectorDrawable']);
});

test('what throws at inflation when it is not there', () => {
  expect(details('not XML')).toEqual(['it is no well-formed XML']);
  expect(details(vector('<group/>'))).toEqual(['there is no <path>']);
  expect(details('<shape><path/></shape>')).toContain('<shape> is no VectorDrawable');
  expect(details(vector('<path/>', HEAD.replace('android:viewportWidth', 'android:name')))).toEqual([
    'there is no android:viewportWidth',
  ]);
});

test('colors', () => {
  for (const color of ['#F00', '#8F00', '#FF0000', '#80FF0000', '@color/brand', '?attr/colorPrimary'])
    expect(details(path('M0 0h1', `android:fillColor="${color}"`))).toEqual([]);
  for (const color of ['currentColor', 'red', '#F', '#FF000'])
    expect(details(path('M0 0h1', `android:strokeColor="${color}"`))).toEqual([
      `android:strokeColor is no color: ${color}`,
    ]);
});

test('lengths of 0', () => {
  expect(details(vector('<path/>', HEAD.replace('"24dp"', '"0dp"')))).toEqual([
    'android:width must be above 0',
  ]);
  expect(details(path('M0 0h1', 'android:strokeWidth="0"'))).toEqual(['android:strokeWidth must be above 0']);
});

describe('gradients', () => {
  const gradient = (attributes: string, items = ''): string =>
    vector(
      `<path android:pathData="M0 0h1"><aapt:attr name="android:fillColor"><gradient ${attributes}>${items}</gradient></aapt:attr></path>`,
    );

  test('pass below API 24 when they are expected', () => {
    const xml = gradient('android:startColor="#F00" android:endColor="#00F"');
    expect(details(xml)).toEqual(['gradients are known from API 24 on, and no warning was given']);
    expect(details(xml, 21, true)).toEqual([]);
    expect(details(xml, 24)).toEqual([]);
  });

  test('that throw at inflation', () => {
    expect(details(gradient('android:type="radial" android:gradientRadius="0"'), 24)).toEqual([
      'a radial gradient needs a radius above 0',
    ]);
    expect(details(gradient('', '<item android:offset="0" android:color="#F00"/>'), 24)).toEqual([
      'a gradient needs at least two items',
    ]);
  });
});
