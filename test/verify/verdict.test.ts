import { beforeAll, describe, expect, it } from 'vitest';
import { loadDraw } from '../../src/node/draw.ts';
import { convert } from '../../src/pipeline/convert.ts';
import { fix } from '../../src/pipeline/fix.ts';
import type { Draw } from '../../src/ports.ts';
import { LONGER_SIDE } from '../../src/verify/compare.ts';

const svg = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24">${content}</svg>`;
const PLAIN = svg('<path d="M2 2h9v9H2z"/>');

/** The renderer, but of all that is not `source` every 16th column is black at the size that decides. */
function streaky(draw: Draw, source: string): Draw {
  return (text, side) => {
    const picture = draw(text, side);
    if (text === source || side !== LONGER_SIDE) return picture;
    const data = new Uint8Array(picture.data);
    for (let at = 0; at < data.length; at += 64) data[at + 3] = 255 - (data[at + 3] as number);
    return { ...picture, data };
  };
}

describe('a conversion', () => {
  let draw: Draw;
  beforeAll(async () => {
    draw = await loadDraw();
  }, 60_000);

  it('is exact where the pictures are the same', () => {
    expect(convert(PLAIN, { draw })).toMatchObject({ fidelity: 'exact', difference: 0, diagnostics: [] });
  });

  it('is approximate, with the measure, where only a finer look finds them the same', () => {
    const { fidelity, output, difference, diagnostics } = convert(PLAIN, { draw: streaky(draw, PLAIN) });
    expect(fidelity).toBe('approximate');
    expect(output).toContain('<vector');
    expect(difference).toBe(1 / 16);
    expect(diagnostics).toMatchObject([
      { code: 'picture-close', severity: 'warning', effect: 'approximate' },
    ]);
    expect(diagnostics[0]?.message).toContain('6.25 %');
  });

  it('is unverified, and not given, where only a picture could tell and none is drawn', () => {
    const gradient = '<linearGradient id="g"><stop/><stop offset="1" stop-color="red"/></linearGradient>';
    const source = svg(`${gradient}<path fill="url(#g)" d="M2 2h9v9H2z"/>`);
    const { fidelity, output, diagnostics } = convert(source, { minSdk: 24 });
    expect([fidelity, output, diagnostics.map(({ code }) => code)]).toEqual([
      'unverified',
      undefined,
      ['not-drawn'],
    ]);
  });

  it('is approximate where edges were to be drawn ragged, which Android does not', () => {
    const path = '<path shape-rendering="crispEdges" d="M2 2l19 7-8 11z"/>';
    const { fidelity, difference, diagnostics } = convert(svg(path), { draw });
    expect(fidelity).toBe('approximate');
    expect(difference).toBeGreaterThan(0.001);
    expect(diagnostics.map(({ code }) => code)).toEqual(['no-antialiasing', 'picture-close']);
  });

  const unscaled =
    '<path id="tile" fill="#fc0" stroke="red" vector-effect="non-scaling-stroke" d="M1 1h4v4z"/>';

  it('is approximate where a stroke does not scale with a symbol, which the renderer does not know', () => {
    const symbol = `<symbol id="s" viewBox="0 0 24 24">${unscaled}</symbol>`;
    const { fidelity, output, diagnostics } = convert(svg(`${symbol}<use href="#s" transform="scale(4)"/>`), {
      draw,
    });
    expect(fidelity).toBe('approximate');
    expect(output).toContain('android:strokeWidth="1"');
    expect(diagnostics.map(({ code }) => code)).toEqual(['not-independent']);
  });

  it('is exact where a stroke does not scale with a use, which is copied to its place', () => {
    const source = svg(`<defs>${unscaled}</defs><use href="#tile" transform="scale(4)"/>`);
    const { fidelity, output, diagnostics } = convert(source, { draw });
    expect([fidelity, diagnostics]).toEqual(['exact', []]);
    expect(output).toContain('android:strokeWidth="1"');
  });

  it('is exact where a stroke does not scale with a group, which can be said in older terms', () => {
    const { fidelity, output, diagnostics } = convert(svg(`<g transform="scale(4)">${unscaled}</g>`), {
      draw,
    });
    expect(fidelity).toBe('exact');
    expect(output).toContain('android:strokeWidth="1"');
    expect(diagnostics).toEqual([]);
  });

  it('is exact where something parked off the canvas brings the renderer down', async () => {
    const parked = '<g opacity=".5"><path d="M-240 2h9v9z"/></g><path mask="url(#m)" d="M2-240h9v9z"/>';
    const source = svg(
      `<mask id="m"><path fill="#fff" d="M0-250h9v9z"/></mask>${parked}<path d="M2 2h9v9z"/>`,
    );
    // Each failure costs an instance of the renderer.
    const [first, second, third] = await Promise.all([loadDraw(), loadDraw(), loadDraw()]);
    expect(() => first(source, LONGER_SIDE)).toThrow();
    const exact = { fidelity: 'exact', difference: 0, diagnostics: [] };
    expect(convert(source, { draw: second })).toMatchObject(exact);
    expect(fix(source, { draw: third })).toMatchObject(exact);
  });

  it('is refused where the renderer fails at the finer look alone', () => {
    const failing: Draw = (text, side) => {
      if (side !== LONGER_SIDE) throw new Error('unreachable');
      return streaky(draw, PLAIN)(text, side);
    };
    const { fidelity, diagnostics } = convert(PLAIN, { draw: failing });
    expect(fidelity).toBe('refused');
    expect(diagnostics.map(({ code }) => code)).toEqual(['picture-differs']);
  });

  it('is exact where the renderer is too old but older terms say the same', () => {
    const marker = '<marker id="m" overflow="visible"><path fill="context-stroke" d="M0 0h3v3z"/></marker>';
    const arrow = `${marker}<path stroke="red" marker-end="url(#m)" d="M4 4h9"/>`;
    expect(convert(svg(arrow), { draw })).toMatchObject({ fidelity: 'exact', diagnostics: [] });
    const rect = '<rect x="4" y="6" width="8" height="5" transform="rotate(30)" transform-origin="center"/>';
    expect(convert(svg(rect), { draw })).toMatchObject({ fidelity: 'exact', diagnostics: [] });
    expect(convert('<svg width="24" height="24"><path d="M2 2h9v9z"/></svg>', { draw }).fidelity).toBe(
      'exact',
    );
  });
});
