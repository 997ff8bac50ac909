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
  expect(details(path('M0.5 0.5h10l-2-3.5A3 3 0 0 1 5 5zM4 4c1 1 2 2 3 3s1 1 2 2q1 1 2 2t3 3z'))).toEqual([]);
  expect(details(vector('<group android:rotation="3"><clip-path android:pathData="M0 0"/></group>'))).toEqual(
    [],
  );
});

describe('path data', () => {
  test.each([
    ['', 'path data: it is empty'],
    ['M0 0zm1 1', 'path data: m behind z'],
    ['M0 0zL1 1', 'path data: L behind z'],
    ['m0 0l1 1', 'path data: does not start with M'],
    ['M0 0l1e1 1', 'path data: the number 1e1'],
    ['M0 0l.5 1', 'path data: the number .5'],
    ['M0 0l1. 1', 'path data: the number 1.'],
    ['M0 0l+1 1', 'path data: the number +1'],
    ['M0 0A0 3 0 0 1 5 5', 'path data: an arc with a radius of 0 or less'],
    ['M0 0A3 -3 0 0 1 5 5', 'path data: an arc with a radius of 0 or less'],
    ['M0 0A3 3 0 2 1 5 5', 'path data: an arc flag'],
  ])('%j: %s', (data, detail) => {
    expect(details(path(data))).toContain(detail);
  });

  test('longer than a resource string', () => {
    expect(details(path(`M0 0${'h1'.repeat(16_400)}`))).toEqual(['path data: longer than 32767 bytes']);
  });

  test('a second point separates from API 23 on only', () => {
    expect(details(path('M0 0l1.5.5'), 21)).toContain('path data: 1.5.5 has no separator');
    expect(details(path('M0 0l1.5.5'), 23)).toEqual([]);
  });
});

test('a fill type passes from API 24 on, and on a clip never', () => {
  expect(details(path('M0 0h1', 'android:fillType="evenOdd"'))).toEqual([
    'android:fillType is known from API 24 on',
  ]);
  expect(details(path('M0 0h1', 'android:fillType="evenOdd"'), 24)).toEqual([]);
  const clip = vector('<clip-path android:fillType="evenOdd" android:pathData="M0 0"/>');
  expect(details(clip, 24)).toEqual(['<clip-path> has no android:fillType']);
});

test('attributes that mean nothing and elements that are none', () => {
  expect(details(vector('<group android:alpha="0.5"/>'))).toEqual(['<group> has no android:alpha']);
  expect(details(vector('<rect/>'))).toEqual(['<rect> is no element of a VectorDrawable']);
});

test('lengths of 0', () => {
  expect(details(vector('', HEAD.replace('"24dp"', '"0dp"')))).toEqual(['android:width must be above 0']);
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
