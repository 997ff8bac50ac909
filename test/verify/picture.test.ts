import { beforeAll, describe, expect, it } from 'vitest';
import { loadDraw } from '../../src/node/draw.ts';
import type { Draw } from '../../src/ports.ts';
import { verifyPicture } from '../../src/verify/picture.ts';

const svg = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24">${content}</svg>`;
const vector = (content: string): string =>
  `<vector xmlns:android="http://schemas.android.com/apk/res/android" android:width="24dp" android:height="24dp"
    android:viewportWidth="24" android:viewportHeight="24">${content}</vector>`;

const RING = 'M2 2H22V22H2zM8 8H16V16H8z';
const REVERSED = 'M2 2H22V22H2zM8 8V16H16V8z';

describe('verifyPicture', () => {
  let draw: Draw;
  beforeAll(async () => {
    draw = await loadDraw();
  }, 60_000);

  it('accepts a ring whose hole is reversed', () => {
    const source = svg(`<path fill-rule="evenodd" d="${RING}"/>`);
    const xml = vector(`<path android:fillColor="#000" android:pathData="${REVERSED}"/>`);
    expect(verifyPicture(source, xml, draw)).toEqual({ verdict: 'same', difference: 0, diagnostics: [] });
  });

  it('rejects a ring that only a fill type keeps open, as old versions fill it', () => {
    const source = svg(`<path fill-rule="evenodd" d="${RING}"/>`);
    const xml = vector(
      `<path android:fillColor="#000" android:fillType="evenOdd" android:pathData="${RING}"/>`,
    );
    expect(verifyPicture(source, xml, draw, { minSdk: 24 }).verdict).toBe('same');
    const { verdict, difference, diagnostics } = verifyPicture(source, xml, draw);
    expect(verdict).toBe('differs');
    expect(difference).toBeCloseTo(64 / 576, 2);
    expect(diagnostics.map(({ code }) => code)).toEqual(['picture-differs']);
    expect(diagnostics[0]?.message).toContain('before Android 7');
    expect(diagnostics[0]?.message).toContain('between (7.97, 7.97) and (16.03, 16.03)');
  });

  it('rejects what a clip that Android 5 never takes back would hide', () => {
    const clipped = '<clip-path android:pathData="M0 0h8v24H0z"/>';
    const left = '<path android:fillColor="#f00" android:pathData="M0 0h24v4H0z"/>';
    const right = '<path android:fillColor="#00f" android:pathData="M12 12h8v8h-8z"/>';
    const source = svg('<path fill="red" d="M0 0h8v4H0z"/><path fill="blue" d="M12 12h8v8h-8z"/>');
    const leaking = vector(`<group>${clipped}${left}</group>${right}`);
    expect(verifyPicture(source, leaking, draw, { minSdk: 24 }).verdict).toBe('same');
    expect(verifyPicture(source, leaking, draw).verdict).toBe('differs');
    const restored = vector(
      `<group>${clipped}${left}</group><clip-path android:pathData="M0 0h24v24H0z"/>${right}`,
    );
    expect(verifyPicture(source, restored, draw).verdict).toBe('same');
  });

  it('lets the first look decide where the renderer fails on larger pictures', () => {
    const source = svg(`<path d="${RING}"/>`);
    const xml = vector(`<path android:fillColor="#000" android:pathData="${REVERSED}"/>`);
    const short: Draw = (text, longerSide) => {
      if (longerSide > 256) throw new Error('unreachable');
      return draw(text, longerSide);
    };
    expect(verifyPicture(source, xml, short).diagnostics.map(({ code }) => code)).toEqual([
      'picture-differs',
    ]);
  });

  it('says when the renderer fails, on either side', () => {
    const xml = vector('<path android:fillColor="#000" android:pathData="M0 0h4v4z"/>');
    const broken: Draw = () => {
      throw new Error('unreachable');
    };
    const verdict = verifyPicture(svg(''), xml, broken);
    expect(verdict.verdict).toBe('differs');
    expect(verdict.diagnostics.map(({ code }) => code)).toEqual(['drawing-failed']);
  });

  it('rejects an output that would not inflate', () => {
    const xml = vector('<path android:fillColor="#000" android:pathData="M0 0l4"/>');
    expect(verifyPicture(svg(''), xml, draw).diagnostics.map(({ code }) => code)).toEqual([
      'output-unreadable',
    ]);
  });
});
