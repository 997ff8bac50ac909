import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { emitVectorDrawable } from '../../src/emit/vector-drawable.ts';
import { convertSvg, iconOf, svg24 } from './convert.ts';

const SQUARE = '<path fill="#1a73e8" d="M4 4H20V20H4z"/>';
const RING = '<path fill-rule="evenodd" d="M2 2H22V22H2zM8 8H16V16H8z"/>';
const GRADIENT = `<linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient>
  <path fill="url(#g)" d="M4 4H20V20H4z"/>`;
const codes = ({ diagnostics }: { diagnostics: readonly { code: string }[] }): string[] =>
  diagnostics.map(({ code }) => code);

describe('emitVectorDrawable', () => {
  it('refuses an even-odd fill below API 24, and says so when it keeps one', () => {
    expect(convertSvg(svg24(RING))).toMatchObject({ xml: undefined });
    const kept = convertSvg(svg24(RING), { minSdk: 24 });
    expect(codes(kept)).toEqual(['evenodd-kept']);
    expect(kept.xml).toContain('android:fillType="evenOdd"');
    const lossy = convertSvg(svg24(RING), { allowLossy: true });
    expect([lossy.minSdk, codes(lossy)]).toEqual([24, ['evenodd-kept']]);
  });

  it('never writes an even-odd clip, whatever is allowed', () => {
    const clipped = `<clipPath id="c"><path clip-rule="evenodd" d="M2 2H22V22H2zM8 8H16V16H8z"/></clipPath>
      <path clip-path="url(#c)" d="M0 0H24V24H0z"/>`;
    const found = convertSvg(svg24(clipped), { minSdk: 30 });
    expect(found.xml).toBeUndefined();
    expect(codes(found)).toContain('evenodd-clip');
  });

  it.each([
    ['a dashed stroke', '<path stroke="red" stroke-dasharray="2" d="M2 2h9"/>'],
    ["the line join 'miter-clip'", '<path stroke="red" stroke-linejoin="miter-clip" d="M2 2h9v9"/>'],
    ['a mask', '<mask id="m"><path fill="#fff" d="M0 0h9v9z"/></mask><path mask="url(#m)" d="M2 2h9v9z"/>'],
    ['the opacity of a group', '<g opacity=".5"><path d="M0 0h9v9z"/><path d="M2 2h9v9z"/></g>'],
    [
      'a pattern',
      '<pattern id="p" width="1" height="1"><path d="M0 0h1v1z"/></pattern><path fill="url(#p)" d="M2 2h9v9z"/>',
    ],
  ])('refuses %s that nothing turned into shapes before', (what, content) => {
    const found = emitVectorDrawable(iconOf(svg24(content)), { minSdk: 24 });
    expect(found.xml).toBeUndefined();
    expect(codes(found)).toEqual(['no-android-form']);
    expect(found.diagnostics[0]?.message).toContain(what);
  });

  it('refuses an uneven stroke that nothing outlined before, below API 24', () => {
    const icon = iconOf(svg24('<path fill="none" stroke="red" transform="scale(3 1)" d="M2 2h4v9"/>'));
    const found = emitVectorDrawable(icon, { minSdk: 21 });
    expect([found.xml, codes(found)]).toEqual([undefined, ['uneven-stroke']]);
    expect(codes(emitVectorDrawable(icon, { minSdk: 24 }))).toEqual([]);
  });

  it('maps colors, reports the others once, and foresees the build failure', () => {
    const colors = new Map([['#1a73e8', '@color/brand']]);
    const two = convertSvg(svg24(`${SQUARE}<path d="M0 0h2v2H0z"/><path d="M1 1h2v2H1z"/>`), { colors });
    expect(two.xml).toContain('android:fillColor="@color/brand"');
    expect(codes(two)).toEqual(['unmapped-color']);
    const mixed = svg24(GRADIENT + SQUARE);
    expect(codes(convertSvg(mixed, { colors }))).toContain('reference-in-png');
    expect(convertSvg(mixed, { colors }).xml).toBeUndefined();
    expect(convertSvg(mixed, { colors, appcompat: true }).xml).toContain('@color/brand');
    expect(convertSvg(mixed, { colors, minSdk: 24 }).xml).toContain('@color/brand');
  });

  it('takes a string over 32,767 bytes apart where nothing shows, else refuses it', () => {
    const squares = Array.from({ length: 4000 }, (_, index) => {
      const [x, y] = [(index % 80) * 0.3, Math.floor(index / 80) * 0.4];
      return `M${x} ${y}h.123v.217h-.123z`;
    }).join('');
    const apart = convertSvg(svg24(`<path d="${squares}"/>`));
    const strings = [...(apart.xml ?? '').matchAll(/pathData="([^"]*)"/g)].map(([, data]) => data as string);
    expect(strings.length).toBeGreaterThan(1);
    for (const data of strings) expect(data.length).toBeLessThanOrEqual(32_767);
    expect(strings.join('').match(/h/g)).toHaveLength(4000);
    const overlapping = convertSvg(svg24(`<path fill-opacity=".5" d="M0 0h24v24H0z${squares}"/>`));
    expect(codes(overlapping)).toEqual(['string-too-long']);
    expect(overlapping.xml).toBeUndefined();
  });

  it('warns of more than 200 dp, and takes the size asked for', () => {
    const large = SQUARE.replace(/.*/, (path) =>
      svg24(path).replace('width="24" height="24"', 'width="480" height="240"'),
    );
    expect(codes(convertSvg(large))).toEqual(['large-vector']);
    const sized = convertSvg(large, { size: 24 });
    expect(sized.xml).toContain('android:width="24dp" android:height="12dp"');
    expect(codes(sized)).toEqual([]);
  });

  it('drops zeros only from API 23 on', () => {
    const halves = svg24('<path d="M.5.5h.25v.25z"/>');
    expect(convertSvg(halves).xml).toContain('M0.5 0.5h0.25v0.25');
    expect(convertSvg(halves, { minSdk: 23 }).xml).toContain('M.5.5h.25v.25');
  });

  it('prints without line breaks when asked, hardly shorter', () => {
    const icon = svg24(`${SQUARE}<path d="M2 2h2v2H2z"/>`);
    const minified = convertSvg(icon, { indent: false }).xml ?? '';
    expect(minified).not.toContain('\n');
    expect((convertSvg(icon).xml ?? '').replace(/\n */g, '')).toBe(minified);
  });

  it('finds wrong calls wrong', () => {
    expect(() => convertSvg(svg24(SQUARE), { minSdk: 19 })).toThrow(UsageError);
    expect(() => convertSvg(svg24(SQUARE), { size: 0 })).toThrow(UsageError);
    expect(() => convertSvg(svg24(SQUARE), { decimals: 1.5 })).toThrow(UsageError);
  });
});
