import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { convert, fix } from '../../src/index.ts';
import { loadDraw } from '../../src/node/draw.ts';
import { comparePictures } from '../support/pictures.ts';

const draw = await loadDraw();
const lent = draw === undefined ? {} : { draw };

const vector = (inner: string, root = ''): string =>
  `<vector xmlns:android="http://schemas.android.com/apk/res/android" android:width="24dp" android:height="24dp"
    android:viewportWidth="24" android:viewportHeight="24" ${root}>${inner}</vector>`;
const RECT = 'android:pathData="M2 2h20v20H2z"';

const codesOf = ({ diagnostics }: { diagnostics: readonly { code: string }[] }): string[] =>
  diagnostics.map(({ code }) => code);

describe('a VectorDrawable as SVG', () => {
  it('has the colors, groups and strokes of the drawable', () => {
    const { output = '', fidelity } = convert(
      vector(
        `<group android:rotation="90" android:pivotX="12" android:pivotY="12">
          <path android:strokeColor="#80FF0000" android:strokeWidth="2" android:pathData="M4 8H20"/></group>`,
      ),
      { to: 'svg', ...lent },
    );
    expect(fidelity).toBe('exact');
    const wanted = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24">
      <path stroke="#f00" stroke-opacity=".502" stroke-width="2" d="M16 4V20"/></svg>`;
    expect(comparePictures(wanted, output).most).toBeLessThan(3);
  });

  it('lays a plain tint over everything, with the alpha of each', () => {
    const xml = vector(
      `<path android:fillColor="#f00" ${RECT}/><path android:fillColor="#8000ff00" android:pathData="M0 0h1v1z"/>`,
      'android:tint="#801564BE"',
    );
    const { output = '', diagnostics } = convert(xml, { to: 'svg', ...lent });
    expect(diagnostics).toEqual([]);
    const wanted = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" fill="#1564be" opacity=".502">
      <path d="M2 2h20v20H2z"/><path fill-opacity=".502" d="M0 0h1v1z"/></svg>`;
    expect(comparePictures(wanted, output).most).toBeLessThan(3);
  });

  it('says that a tint from the theme is left out, and knows it from a color map', () => {
    const xml = vector(
      `<path android:fillColor="@android:color/white" ${RECT}/>`,
      'android:tint="?attr/brand"',
    );
    const left = convert(xml, { to: 'svg', ...lent });
    expect(codesOf(left)).toEqual(['tint-left-out']);
    expect(left.fidelity).toBe('approximate');
    expect(left.output).toContain('#fff');
    const known = convert(xml, { to: 'svg', colors: new Map([['#1A73E8', '?attr/brand']]), ...lent });
    expect(known).toMatchObject({ fidelity: 'exact', diagnostics: [] });
    expect(known.output).toContain('#1a73e8');
  });

  it('refuses a color that is a resource it does not know', () => {
    const xml = vector(`<path android:fillColor="@color/brand" ${RECT}/>`);
    const refused = convert(xml, { to: 'svg', ...lent });
    expect(codesOf(refused)).toEqual(['resource-reference']);
    expect(refused.output).toBeUndefined();
    const known = convert(xml, { to: 'svg', colors: new Map([['#1A73E8', '@color/brand']]), ...lent });
    expect(known.output).toContain('#1a73e8');
  });

  it('stays a VectorDrawable with its tint, references and no fill types when asked for one', () => {
    const xml = vector(
      `<path android:fillColor="@color/brand" android:fillType="evenOdd"
        android:pathData="M2 2h20v20h-20zM8 8h8v8h-8z"/>`,
      'android:tint="?attr/brand"',
    );
    const { output = '', fidelity } = convert(xml, lent);
    expect(fidelity).toBe('exact');
    expect(output).toContain('android:fillColor="@color/brand"');
    expect(output).toContain('android:tint="?attr/brand"');
    expect(output).not.toContain('fillType');
  });
});

const CASES = new URL('../../../shared/cases/vector-xml/', import.meta.url);

/**
 * Share of the pixels whose like is nowhere in the reference within one pixel: the tool that drew the references moves
 * strokes by a fraction of one, so edges are grayer here and there.
 */
function elsewhere(reference: string, svg: string, width: number, height: number): number {
  const [wanted, drawn] = [reference, svg].map(
    (text) => new Resvg(text, { fitTo: { mode: 'width', value: width } }).render().pixels,
  );
  const isLike = (at: number, other: number): boolean =>
    [0, 1, 2, 3].every(
      (channel) => Math.abs((drawn?.[at + channel] ?? 0) - (wanted?.[other + channel] ?? 0)) <= 64,
    );
  let count = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const near = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => [x + dx, y + dy] as const));
      const isThere = near.some(
        ([nx, ny]) =>
          nx >= 0 &&
          ny >= 0 &&
          nx < width &&
          ny < height &&
          isLike(4 * (y * width + x), 4 * (ny * width + nx)),
      );
      if (!isThere) count += 1;
    }
  return count / (width * height);
}

describe.skipIf(!existsSync(CASES))('real drawables', () => {
  const names = existsSync(CASES)
    ? readdirSync(CASES)
        .filter((name) => name.endsWith('.xml'))
        .map((name) => name.slice(0, -4))
    : [];
  const textOf = (name: string): string => readFileSync(new URL(`${name}.xml`, CASES), 'utf8');
  // Its path data is in tools:pathData, which the tool that drew the picture reads and Android does not.
  const drawnDifferently = new Set(['test_pathData_in_string_tools_resource']);

  it.each(names.filter((name) => !drawnDifferently.has(name)))(
    '%s is the reference picture as SVG',
    (name) => {
      const png = readFileSync(new URL(`${name}.png`, CASES));
      const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
      const reference = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
      <image width="${width}" height="${height}" href="data:image/png;base64,${png.toString('base64')}"/></svg>`;
      const { output = '', diagnostics } = convert(textOf(name), { to: 'svg', ...lent });
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(elsewhere(reference, output, width, height)).toBeLessThanOrEqual(0.015);
    },
  );

  it.each(names)('%s is fixed in place, and then there is nothing more to fix', (name) => {
    const { output = '', fidelity } = fix(textOf(name), lent);
    expect(fidelity).toBe('exact');
    expect(fix(output, lent).output).toBe(output);
    const [before, after] = [textOf(name), output].map(
      (xml) => convert(xml, { to: 'svg', ...lent }).output ?? '',
    );
    expect(comparePictures(before ?? '', after ?? '').visible).toBe(0);
  });
});

describe('fixing a VectorDrawable', () => {
  it('repairs the fill and leaves comments, unknown attributes and the rest alone', () => {
    const xml = `<?xml version="1.0" encoding="utf-8"?>
<!-- Reviewed in May -->
<vector xmlns:android="http://schemas.android.com/apk/res/android" xmlns:tools="http://schemas.android.com/tools"
    android:width="24dp" android:height="24dp" android:viewportWidth="24" android:viewportHeight="24" tools:ignore="X">
  <path android:fillColor="@color/brand"
        android:fillType="evenOdd"
        android:pathData="M2 2h20v20h-20zM8 8h8v8h-8z"/>
</vector>
`;
    const { output = '', fidelity, repairs, diagnostics, kind } = fix(xml, lent);
    expect([kind, fidelity]).toEqual(['vector-drawable', 'exact']);
    expect(diagnostics).toMatchObject([{ code: 'fill-type', severity: 'info' }]);
    expect(diagnostics[0]?.message).toContain('It is mended.');
    expect(repairs).toMatchObject([{ method: 'reversed', subpaths: 2, reversed: 1 }]);
    const lines = output.split('\n');
    expect(lines.slice(0, 5)).toEqual(xml.split('\n').slice(0, 5));
    expect(output).not.toContain('fillType');
    expect(lines.slice(-2)).toEqual(['</vector>', '']);
  });

  const dots = (count: number): string =>
    Array.from({ length: count }, (_, index) => {
      const [x, y] = [(index % 60) * 0.4, Math.floor(index / 60) * 0.4];
      return `M${x.toFixed(3)} ${y.toFixed(3)}l0.301 0.002l-0.104 0.203z`;
    }).join('');

  it('takes a path apart that no resource can hold, and its picture stays', () => {
    const xml = vector(`\n  <path android:fillColor="#f00" android:pathData="${dots(1200)}"/>\n`);
    const { output = '', diagnostics, fidelity } = fix(xml, lent);
    expect([fidelity, diagnostics]).toEqual(['exact', []]);
    const lengths = [...output.matchAll(/pathData="([^"]*)"/g)].map(([, data = '']) => data.length);
    expect(lengths.length).toBeGreaterThan(1);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(32_767);
    expect(output.match(/\n {2}<path/g)).toHaveLength(lengths.length);
  });

  it.each([
    [
      'a clip whose rule Android ignores',
      '<clip-path android:fillType="evenOdd" android:pathData="M2 2H22V22H2zM8 8H16V16H8z"/><path android:fillColor="#000" android:pathData="M0 0H24V24H0z"/>',
      'clip-fill-type',
      'M2 2H22V22H2zM8 16H16V8H8z',
    ],
    [
      'path data that Android throws on',
      '<path android:fillColor="#000" android:pathData="M2 12a5 5 0 0110 0z"/>',
      'path-data-crash',
      'M2 12a5 5 0 0 1 10 0z',
    ],
  ])('mends %s, though that changes what Android draws', (_name, content, code, data) => {
    const { output = '', diagnostics, fidelity } = fix(vector(content), lent);
    expect([fidelity, diagnostics.map((each) => each.code)]).toEqual(['exact', [code]]);
    expect(output).toContain(`android:pathData="${data}"`);
    expect(fix(output, lent)).toMatchObject({ output, diagnostics: [] });
  });

  it('leaves one whole that an animation knows by its name, and says so', () => {
    const xml = vector(
      `<path android:name="dots" android:fillColor="#f00" android:pathData="${dots(1200)}"/>`,
    );
    const { output, diagnostics } = fix(xml, lent);
    expect(codesOf({ diagnostics })).toEqual(['string-too-long']);
    expect(output).toBe(xml);
  });
});
