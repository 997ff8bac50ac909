import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { placeBadges } from '../../src/inspect/badges.ts';
import { bandsOf, MOST_CROSSINGS } from '../../src/inspect/bands.ts';
import { inspectIcon } from '../../src/inspect/icon.ts';
import { FATE_COLORS } from '../../src/inspect/palette.ts';
import { parseSvg } from '../../src/parse/svg.ts';
import { resolveIcon } from '../../src/resolve/icon.ts';

const square = (x: number, y: number, side: number) => [
  { x, y },
  { x: x + side, y },
  { x: x + side, y: y + side },
  { x, y: y + side },
];

function inspect(markup: string): string {
  const { document } = parseSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${markup}</svg>`,
  );
  const icon = document && resolveIcon(document).icon;
  if (icon === undefined) throw new Error('the test icon does not resolve');
  return inspectIcon(icon);
}

/** Pixels of each color, drawn as it is large. */
function areasOf(data: string, size: number): number {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><path d="${data}"/></svg>`;
  const { pixels } = new Resvg(svg).render();
  let area = 0;
  for (let index = 3; index < pixels.length; index += 4) area += (pixels[index] ?? 0) / 255;
  return area;
}

describe('bandsOf', () => {
  it('cuts the plane by winding number, clockwise on screen positive', () => {
    const bands = bandsOf([square(0, 0, 90), square(30, 30, 30), square(120, 0, 30).reverse()], 1);
    expect(bands.map(({ winding, data }) => [winding, Math.round(areasOf(data, 160))])).toEqual([
      [-1, 900],
      [1, 8100 - 900],
      [2, 900],
    ]);
  });

  it('gives up on what crosses its rows too often to be seen', () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ x: index % 400, y: index % 2 === 0 ? 0 : 100 }));
    expect(bandsOf([lines(MOST_CROSSINGS / 100)], 1)).not.toEqual([]);
    expect(bandsOf([lines(MOST_CROSSINGS / 100 + 2)], 1)).toEqual([]);
  });

  it('leaves holes out, and follows slopes', () => {
    const diamond = [
      { x: 50, y: 0 },
      { x: 100, y: 50 },
      { x: 50, y: 100 },
      { x: 0, y: 50 },
    ];
    const [band] = bandsOf([diamond, square(40, 40, 20).reverse()], 1);
    expect(band?.winding).toBe(1);
    expect(Math.abs(areasOf(band?.data ?? '', 100) - (5000 - 400))).toBeLessThan(20);
  });
});

describe('placeBadges', () => {
  it('keeps badges apart where outlines start at one point', () => {
    const rings = [100, 120, 140, 160, 180].map((side) => ({ ring: square(10, 10, side), label: '1' }));
    const badges = placeBadges(rings);
    for (const [index, one] of badges.entries())
      for (const other of badges.slice(index + 1))
        expect(Math.hypot(one.at.x - other.at.x, one.at.y - other.at.y)).toBeGreaterThan(
          one.radius + other.radius,
        );
  });

  it('gives every outline a badge, one without length too', () => {
    expect(placeBadges([{ ring: [{ x: 1, y: 2 }], label: '1' }])).toHaveLength(1);
  });
});

describe('inspectIcon', () => {
  const RING = 'M2 2H22V22H2zM8 8H16V16H8z';

  it('stands the repaired icon beside the even-odd one and marks what was reversed', () => {
    const svg = inspect(`<path fill-rule="evenodd" d="${RING}"/>`);
    expect(svg.match(/<clipPath /g)).toHaveLength(2);
    const badge = `r="11" fill="${FATE_COLORS.reversed}"`;
    expect(svg.split(badge)).toHaveLength(2);
  });

  it('draws one panel where nothing is even-odd, and marks a subpath that changes nothing', () => {
    const svg = inspect(`<path d="${RING}"/>`);
    expect(svg.match(/<clipPath /g)).toHaveLength(1);
    expect(svg).toContain(`r="11" fill="${FATE_COLORS.idle}"`);
  });

  it('marks where a path that crosses itself is cut', () => {
    const svg = inspect('<polygon fill-rule="evenodd" points="12,2 18.2,20.5 2.5,9.1 21.5,9.1 5.8,20.5"/>');
    expect(svg).toContain(FATE_COLORS.cut);
  });

  it('is a picture by itself: well-formed, without text, fonts or scripts', () => {
    const svg = inspect(`<path fill-rule="evenodd" d="${RING}"/>`);
    expect(parseSvg(svg).diagnostics).toEqual([]);
    expect(svg).not.toMatch(/<(?:text|style|script)\b/);
  });

  it('draws an icon that fills nothing', () => {
    expect(() => new Resvg(inspect('')).render()).not.toThrow();
  });
});
