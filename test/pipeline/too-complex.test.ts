import { describe, expect, it } from 'vitest';
import { convert } from '../../src/pipeline/convert.ts';
import { fix } from '../../src/pipeline/fix.ts';
import { loadDraw } from '../../src/node/draw.ts';
import { MOST_COMMANDS, tooManyCommands } from '../../src/pipeline/too-complex.ts';
import { iconOf, svg24 } from '../emit/convert.ts';

/** A VectorDrawable holds no string as long. */
const TO_SVG = { to: 'svg', allowUnverified: true } as const;

/** A fence of `count` commands, the closing one included, that crosses nothing. */
function fence(count: number): string {
  const posts = Array.from(
    { length: count - 3 },
    (_, index) => `L${(index * 20) / count} ${4 + (index % 2)}`,
  );
  return `M0 20${posts.join('')}L20 20Z`;
}

const HALF = MOST_COMMANDS / 2;
const path = (count: number, more = ''): string => `<path d="${fence(count)}"${more}/>`;
const half = path(HALF);

describe('tooManyCommands', () => {
  it.each([
    ['one path', (count: number) => path(HALF + count)],
    ['several paths and groups', (count: number) => `<g opacity=".5">${half}</g>${path(count)}`],
    [
      'a clip',
      (count: number) => `<clipPath id="c">${path(count)}</clipPath>${path(HALF, ' clip-path="url(#c)"')}`,
    ],
    [
      'a clip of a clip',
      (count: number) =>
        `<clipPath id="a">${path(count - 3)}</clipPath>` +
        `<clipPath id="c"><path d="M0 0H9V9" clip-path="url(#a)"/></clipPath>${path(HALF, ' clip-path="url(#c)"')}`,
    ],
    ['a mask', (count: number) => `<mask id="m">${path(count)}</mask>${path(HALF, ' mask="url(#m)"')}`],
    [
      'a mask of a mask',
      (count: number) =>
        `<mask id="a">${path(count)}</mask>` +
        `<mask id="m" mask="url(#a)">${path(HALF - 5)}</mask><rect width="9" height="9" mask="url(#m)"/>`,
    ],
    [
      'a clip of a mask',
      (count: number) =>
        `<clipPath id="c">${path(count)}</clipPath>` +
        `<mask id="m"><g clip-path="url(#c)">${path(HALF - 5)}</g></mask><rect width="9" height="9" mask="url(#m)"/>`,
    ],
    [
      "a mask's region",
      (count: number) =>
        `<mask id="m" width="1" height="1" maskUnits="userSpaceOnUse">${path(count - 5)}</mask>` +
        path(HALF, ' mask="url(#m)"'),
    ],
    [
      'a pattern',
      (count: number) =>
        `<pattern id="p" width="1" height="1">${path(count)}</pattern>${path(HALF, ' fill="url(#p)"')}`,
    ],
    [
      "a stroke's pattern",
      (count: number) =>
        `<pattern id="p" width="1" height="1">${path(count)}</pattern>${path(HALF, ' fill="none" stroke="url(#p)"')}`,
    ],
  ])('counts the commands of %s', (_, body) => {
    expect(tooManyCommands(iconOf(svg24(body(HALF))))).toBeUndefined();
    expect(tooManyCommands(iconOf(svg24(body(HALF + 1))))).toBe(
      `the icon has ${MOST_COMMANDS + 1} path commands`,
    );
  });

  it('counts a clip once for each use', () => {
    const uses = `<rect width="9" height="9" clip-path="url(#c)"/>`.repeat(3);
    expect(tooManyCommands(iconOf(svg24(`<clipPath id="c">${half}</clipPath>${uses}`)))).toBeDefined();
  });
});

describe('an icon of too many commands', () => {
  const ring = '<path fill-rule="evenodd" d="M2 2H22V22H2zM8 8H16V16H8z"/>';
  const icon = svg24(ring + path(MOST_COMMANDS));

  it.each([
    ['fix', () => fix(icon), () => fix(icon, { optimize: false })],
    ['convert', () => convert(icon, TO_SVG), () => convert(icon, { ...TO_SVG, optimize: false })],
  ])('is repaired by %s, and not optimized', (_, run, plain) => {
    const { output, repairs, diagnostics } = run();
    expect(repairs).toMatchObject([{ method: 'reversed' }]);
    expect(output).toBeDefined();
    expect(output).toBe(plain().output);
    const said = diagnostics.filter(({ code }) => code === 'optimizer-failed');
    expect(said.map(({ message }) => message)).toEqual([
      expect.stringContaining(`${MOST_COMMANDS + 10} path commands`),
    ]);
  });
});

describe('what the proof of a repair does not see', () => {
  // Dashes need the path as it was: it becomes a group of two, and what stands behind stands behind a path no more.
  const dashed =
    '<path fill="#ccc" stroke="#000" stroke-dasharray="3 2" fill-rule="evenodd" d="M2 2H22V22H2zM8 8H16V16H8z"/>';
  const image =
    '<image width="9" height="9" href="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg=="/>';
  const icon = (commands: number): string =>
    svg24(`<style>path+image{opacity:.1}</style>${dashed}${image}${path(commands)}`);

  it.each([10, MOST_COMMANDS])('is drawn, also beside %i commands', async (commands) => {
    const { output, diagnostics } = fix(icon(commands), { draw: await loadDraw(), optimize: false });
    expect(output?.length).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toContain('picture-differs');
  });

  it('is not there where all was read', () => {
    const draw = (): never => {
      throw new Error('there is nothing to draw for');
    };
    const { output, repairs } = fix(svg24(dashed + path(MOST_COMMANDS)), { draw });
    expect(output).toBeDefined();
    expect(repairs).toMatchObject([{ method: 'reversed' }]);
  });
});

describe('an icon of so many commands that its fine numbers are too long for a string', () => {
  /** A disk of radius 9 that is ragged by a tenth of a pixel at 256: its data takes some ten characters a corner. */
  const corners = Array.from({ length: MOST_COMMANDS }, (_, index) => {
    const turn = (index / MOST_COMMANDS) * 2 * Math.PI;
    const radius = 9 + ((index * 7919) % 1000) / 100_000;
    return `${(12 + radius * Math.cos(turn)).toFixed(4)} ${(12 + radius * Math.sin(turn)).toFixed(4)}`;
  });
  const ragged = `M${corners.join('L')}Z`;
  const dataOf = (output: string | undefined): string[] =>
    [...(output ?? '').matchAll(/pathData="([^"]*)"/g)].map(([, data]) => data as string);
  const longest = (output: string | undefined): number =>
    Math.max(...dataOf(output).map(({ length }) => length));

  it.each([
    ['a path beside others', `<path d="${ragged}M0 0H2V2H0zM22 22h1.234v1.234h-1.234z"/>`],
    ['a stroke', `<path d="${ragged}" fill="none" stroke="#000"/>`],
    [
      'a clip',
      `<clipPath id="c"><path d="${ragged}"/></clipPath><path fill="red" d="M0 12L12 0 24 12 12 24z" clip-path="url(#c)"/>`,
    ],
  ])('has them as fine as fit: %s', async (_, body) => {
    const { output, fidelity, diagnostics } = convert(svg24(body), { draw: await loadDraw() });
    expect(diagnostics.map(({ code }) => code)).toEqual(['optimizer-failed']);
    expect(fidelity).toBe('exact');
    expect(longest(output)).toBeLessThanOrEqual(32_767);
    // Most of what fits is used.
    expect(longest(output)).toBeGreaterThan(16_000);
  });

  it('is refused for a clip that nothing makes shorter', () => {
    const clip = `<clipPath id="c"><path d="${fence(4982)}"/></clipPath>`;
    const { output, diagnostics } = convert(
      svg24(`${clip}<g clip-path="url(#c)"><path d="M0 0h3v3h-3z"/><path fill="red" d="M1 1h3v3h-3z"/></g>`),
    );
    expect(output).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toContain('string-too-long');
  });

  it('is refused for decimals that were asked for', () => {
    const { output, diagnostics } = convert(svg24(`<path d="${ragged}"/>`), { decimals: 4 });
    expect(output).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toContain('string-too-long');
  });
});
