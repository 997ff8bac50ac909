import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { printSvg } from '../../src/emit/svg.ts';
import { isIdentity } from '../../src/geometry/matrix.ts';
import type { Node } from '../../src/ir.ts';
import { cutFills } from '../../src/lower/cut-fills.ts';
import { lowerIcon } from '../../src/lower/icon.ts';
import { parseSvg } from '../../src/parse/svg.ts';
import { resolveIcon } from '../../src/resolve/icon.ts';

const FIXTURES = new URL('../../fixtures/lower/', import.meta.url);
const features = readdirSync(FIXTURES);

/**
 * Fixtures that the renderer cannot judge alone. `instead` is the same picture in words it knows, written by hand, and is
 * drawn in place of the source; `share` holds the pixels that differ where they are.
 */
const KNOWN: Readonly<Record<string, { why: string; instead?: string; share?: number }>> = {
  'dashes/dots-round': {
    why: 'the renderer measures curves by chords, so dots shift a little',
    share: 0.002,
  },
  'dashes/odd-count-and-percentage': {
    why: 'the renderer measures the circle by chords, so dashes shift the more the farther they are along it',
    share: 0.01,
  },
  'dashes/dots-square': {
    why: 'the renderer draws caps of dots upright, the specification along the line',
    instead: `<g transform="translate(4 28) rotate(-45)">${[-2, 6, 14, 22, 30]
      .map((x) => `<rect x="${x}" y="-2" width="4" height="4"/>`)
      .join('')}</g>`,
  },
  'dashes/dots-square-around': {
    why: 'the renderer draws caps of dots upright, the specification along the circle',
    instead: `<g transform="translate(16 16)"><circle r="11" fill="#fc0"/>${Array.from({ length: 10 }, (_, index) => `<rect x="9.5" y="-1.5" width="3" height="3" fill="#06c" transform="rotate(${((4 + 7 * index) / 11) * (180 / Math.PI)})"/>`).join('')}</g>`,
  },
  'group-opacity/seam': { why: 'the ground shows through the cut, as its diagnostic says', share: 0.002 },
  'focal/inner-radius': {
    why: 'the renderer does not know fr',
    instead: `<defs><radialGradient id="g" gradientUnits="userSpaceOnUse" cx="16" cy="16" r="14"><stop offset="${6 / 14}" stop-color="#fff"/><stop offset="1" stop-color="#06c"/></radialGradient></defs><circle cx="16" cy="16" r="14" fill="url(#g)"/>`,
  },
  'focal/off-center-highlight': { why: 'rings of even color stand for the gradient', share: 0.003 },
  'strokes/miter-clip': {
    why: 'the renderer does not know miter-clip; the same corner, cut by a clip',
    instead:
      '<clipPath id="c"><path d="M0 0H26V32H0z"/></clipPath><path d="M4 10L22 16L4 22" fill="none" stroke="#000" stroke-width="4" stroke-miterlimit="20" clip-path="url(#c)"/>',
  },
  'strokes/miter-clip-closed': {
    why: 'the renderer does not know miter-clip; the same triangle, its one long point cut by a clip',
    instead:
      '<clipPath id="c"><path d="M-9 2H41V41H-9z"/></clipPath><path d="M16 6L26 26H6z" fill="#fc0" stroke="#06c" stroke-width="4" stroke-miterlimit="20" transform="rotate(20 16 16)" clip-path="url(#c)"/>',
  },
  'strokes/arcs-as-miter-clip': {
    why: 'the renderer does not know arcs, which of straight lines are miter-clip; the same corner, cut by a clip',
    instead:
      '<clipPath id="c"><path d="M0 4H32V32H0z"/></clipPath><path d="M8 26L16 8L24 26" fill="none" stroke="#06c" stroke-width="4" stroke-miterlimit="20" clip-path="url(#c)"/>',
  },
  'strokes/non-scaling': {
    why: 'the renderer does not know vector-effect; the same line, scaled by hand',
    instead: '<path d="M6 6L16 24L26 6" fill="none" stroke="#000" stroke-width="2"/>',
  },
};

const iconOf = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${content}</svg>`;

const cases = features.flatMap((feature) =>
  readdirSync(new URL(`${feature}/`, FIXTURES))
    .filter((file) => file.endsWith('.svg') && !file.endsWith('.lowered.svg'))
    .map((file) => ({ feature, name: file.slice(0, -'.svg'.length) })),
);

function lower(feature: string, source: string) {
  const { document } = parseSvg(source);
  if (document === undefined) throw new Error('the fixture does not parse');
  const resolved = resolveIcon(document);
  if (resolved.icon === undefined) throw new Error('the fixture does not resolve');
  const lowered = lowerIcon(resolved.icon, { minSdk: 24, appcompat: false, allowLossy: false });
  // Cutting fills is the one feature that stands behind the others.
  return feature === 'cut-fills' ? { ...lowered, icon: cutFills(lowered.icon) } : lowered;
}

const draw = (svg: string) => new Resvg(svg, { fitTo: { mode: 'width', value: 256 } }).render().pixels;

/** The share of pixels in which a channel differs by more than 32, and whether a 3 x 3 block differs entirely. */
function compare(one: Uint8Array, other: Uint8Array): { share: number; hasBlock: boolean } {
  const differs = (x: number, y: number): boolean =>
    [0, 1, 2, 3].some((channel) => {
      const index = (y * 256 + x) * 4 + channel;
      return Math.abs((one[index] as number) - (other[index] as number)) > 32;
    });
  let count = 0;
  let hasBlock = false;
  for (let y = 0; y < 256; y += 1) {
    for (let x = 0; x < 256; x += 1) {
      if (!differs(x, y)) continue;
      count += 1;
      const around = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => differs(x + dx, y + dy)));
      if (x > 0 && y > 0 && x < 255 && y < 255 && around.every(Boolean)) hasBlock = true;
    }
  }
  return { share: count / 65_536, hasBlock };
}

function expectLowered(nodes: readonly Node[]): void {
  for (const node of nodes) {
    if (node.kind === 'group') {
      expect(node.opacity).toBe(1);
      expect(node.mask).toBeUndefined();
      for (const clip of node.clips) {
        expect(clip.shapes.map(({ clips, transform }) => [clips, isIdentity(transform)])).toEqual([
          [[], true],
        ]);
      }
      expectLowered(node.children);
      continue;
    }
    if (!isIdentity(node.transform)) {
      expect(node.fill?.paint.kind).toBe('radial');
      expect(node.stroke).toBeUndefined();
    }
    for (const paint of [node.fill?.paint, node.stroke?.paint]) {
      if (paint === undefined || paint.kind === 'solid') continue;
      if (paint.kind === 'pattern') throw new Error('a pattern is left');
      expect(isIdentity(paint.transform)).toBe(true);
      if (paint.kind === 'radial') expect([paint.fx, paint.fy, paint.fr]).toEqual([paint.cx, paint.cy, 0]);
    }
    if (node.stroke === undefined) continue;
    expect(node.stroke).toMatchObject({ dashes: [], nonScaling: false });
    expect(['miter', 'round', 'bevel']).toContain(node.stroke.join);
  }
}

function expectGolden(url: URL, content: string | undefined): void {
  if (process.env['UPDATE'] !== '1') {
    expect(existsSync(url) ? readFileSync(url, 'utf8') : undefined).toBe(content);
  } else if (content === undefined) rmSync(url, { force: true });
  else writeFileSync(url, content);
}

/** What features share, and the flow through them. */
const SHARED = ['apart', 'colors', 'context', 'icon', 'layers', 'nodes', 'options', 'pieces'];

it('has a folder for each feature, which is a file of the same name', () => {
  const files = readdirSync(new URL('../../src/lower/', import.meta.url)).map((file) =>
    file.replace(/\.ts$/, ''),
  );
  expect(features.toSorted()).toEqual(files.filter((file) => !SHARED.includes(file)).toSorted());
});

for (const feature of features) {
  describe(feature, () => {
    for (const { name } of cases.filter((entry) => entry.feature === feature)) {
      it(name, () => {
        const source = readFileSync(new URL(`${feature}/${name}.svg`, FIXTURES), 'utf8');
        const { icon, diagnostics } = lower(feature, source);
        const said = diagnostics.map(({ code, span }) => ({ code, at: source.slice(span.start, span.end) }));
        expectLowered(icon.children);
        const printed = printSvg(icon);
        expectGolden(new URL(`${feature}/${name}.lowered.svg`, FIXTURES), printed);
        expectGolden(
          new URL(`${feature}/${name}.diagnostics.json`, FIXTURES),
          said.length === 0 ? undefined : `${JSON.stringify(said, undefined, 2)}\n`,
        );
        if (diagnostics.some(({ effect }) => effect === 'refused')) return;
        const known = KNOWN[`${feature}/${name}`];
        const expected = known?.instead === undefined ? source : iconOf(known.instead);
        const { share, hasBlock } = compare(draw(expected), draw(printed));
        expect(share).toBeLessThanOrEqual(known?.share ?? 0.001);
        if (known?.share === undefined) expect(hasBlock).toBe(false);
      });
    }
  });
}
