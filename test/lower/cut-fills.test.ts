import { Resvg } from '@resvg/resvg-js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printSvg } from '../../src/emit/svg.ts';
import type { Icon, Node } from '../../src/ir.ts';
import { cutFills } from '../../src/lower/cut-fills.ts';
import { lowerIcon } from '../../src/lower/icon.ts';
import { parseSvg } from '../../src/parse/svg.ts';
import { resolveIcon } from '../../src/resolve/icon.ts';
import { comparePictures, LONGER_SIDE } from '../../src/verify/compare.ts';
import { verifyRegions } from '../../src/verify/regions.ts';

function lowered(content: string): Icon {
  const { document } = parseSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><clipPath id="disc"><circle cx="16" cy="16" r="12"/></clipPath>${content}</svg>`,
  );
  const icon = document && resolveIcon(document, { keepIds: new Set(['kept']) }).icon;
  if (icon === undefined) throw new Error('the icon does not resolve');
  return lowerIcon(icon, { minSdk: 24, appcompat: false, allowLossy: false }).icon;
}

const countClips = (nodes: readonly Node[]): number =>
  nodes.reduce(
    (sum, node) => sum + (node.kind === 'group' ? node.clips.length + countClips(node.children) : 0),
    0,
  );

const draw = (icon: Icon) => {
  const { width, height, pixels } = new Resvg(printSvg(icon), {
    fitTo: { mode: 'width', value: LONGER_SIDE },
  }).render();
  return { width, height, data: pixels };
};

function expectSame(before: Icon, after: Icon): void {
  expect(verifyRegions(before, after, 'fine').verdict).toBe('same');
  expect(comparePictures(draw(before), draw(after)).same).toBe(true);
}

describe('a fill is cut', () => {
  it.each([
    ['by a disc', '<path d="M2 9h28v14h-28z" clip-path="url(#disc)"/>'],
    ['to the clip where it covers it', '<path d="M0 0h32v32h-32z" clip-path="url(#disc)"/>'],
    ['not at all where the clip holds it', '<path d="M12 12h8v8h-8z" clip-path="url(#disc)"/>'],
    ['away where the clip does not meet it', '<path d="M1 1h2v2h-2z" clip-path="url(#disc)"/>'],
    [
      'beside others',
      '<g clip-path="url(#disc)"><path d="M2 2h9v30h-9z"/><path d="M20 2h9v30h-9z" fill="red"/></g>',
    ],
    [
      'under another inside of which it lies',
      '<g clip-path="url(#disc)"><path d="M0 0h32v32h-32z"/><path d="M12 12h8v8h-8z" fill="red"/></g>',
    ],
    [
      'by clips in clips',
      '<clipPath id="b"><path d="M10 0l22 16-22 16z"/></clipPath><g clip-path="url(#disc)"><path clip-path="url(#b)" d="M0 8h32v16h-32z"/></g>',
    ],
    [
      'when a gradient paints it',
      '<linearGradient id="g" gradientUnits="userSpaceOnUse" x2="32"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient><path d="M2 9h28v14h-28z" fill="url(#g)" clip-path="url(#disc)"/>',
    ],
    [
      'when it and the clip reach out of the picture',
      '<clipPath id="b"><circle cx="30" cy="16" r="12"/></clipPath><path d="M-9 9h60v14h-60z" clip-path="url(#b)"/>',
    ],
    ['when it winds twice', '<path d="M0 0h32v16h-32zM0 0h32v16h-32z" clip-path="url(#disc)"/>'],
  ])('%s', (_, content) => {
    const before = lowered(content);
    const after = cutFills(before);
    expect(countClips(before.children)).toBeGreaterThan(0);
    expect(countClips(after.children)).toBe(0);
    expectSame(before, after);
  });

  it('to the very path that is left', () => {
    const [circle] = cutFills(lowered('<path d="M0 0h32v32h-32z" clip-path="url(#disc)"/>')).children;
    expect(circle?.kind === 'shape' && circle.path.commands.map(({ kind }) => kind)).toEqual([
      'move',
      'arc',
      'arc',
      'close',
    ]);
  });
});

describe('the clip stays', () => {
  it.each([
    ['about a stroke', '<path d="M2 9h28v14h-28z" stroke="red" clip-path="url(#disc)"/>'],
    ['about a shape whose name is kept', '<path id="kept" d="M2 9h28v14h-28z" clip-path="url(#disc)"/>'],
    ['in a group whose name is kept', '<g id="kept" clip-path="url(#disc)"><path d="M2 9h28v14h-28z"/></g>'],
    [
      'where two fills overlap along its edge',
      '<g clip-path="url(#disc)"><path d="M0 0h32v32h-32z"/><path d="M16 0h16v32h-16z" fill="red"/></g>',
    ],
    [
      'where the pieces would take more to write',
      `<clipPath id="b">${Array.from({ length: 12 }, (_, step) => `<path d="M${1 + 2.5 * step} 0h1v32h-1z"/>`).join('')}</clipPath><path d="M0 3l32 1v2l-32 1zm0 6l32 1v2l-32 1zm0 6l32 1v2l-32 1zm0 6l32 1v2l-32 1z" clip-path="url(#b)"/>`,
    ],
  ])('%s', (_, content) => {
    const before = lowered(content);
    expect(countClips(before.children)).toBe(1);
    expect(cutFills(before, ['kept'])).toBe(before);
  });
});

const place = fc.integer({ min: -40, max: 360 }).map((tenths) => tenths / 10);
const polygon = fc
  .array(fc.tuple(place, place), { minLength: 3, maxLength: 7 })
  .map((points) => `M${points.map(([x, y]) => `${x} ${y}`).join('L')}z`);
const blob = fc
  .tuple(
    place,
    place,
    fc.integer({ min: 5, max: 160 }),
    fc.integer({ min: 5, max: 160 }),
    fc.integer({ min: -90, max: 90 }),
  )
  .map(([x, y, rx, ry, turn]) => {
    const [dx, dy] = [rx / 10, ry / 10];
    return `M${x} ${y}c${dx} ${-dy} ${dx + turn / 30} ${dy} 0 ${dy}s${-dx} ${-2 * dy} 0 ${-dy}z`;
  });
const outline = fc.oneof(polygon, blob);

it('whatever is drawn, the same is seen', () => {
  let count = 0;
  fc.assert(
    fc.property(fc.array(outline, { minLength: 1, maxLength: 3 }), outline, (fills, clip) => {
      const colors = ['#e53935', '#43a047', '#1e88e5'];
      const shapes = fills.map((d, index) => `<path d="${d}" fill="${colors[index]}"/>`).join('');
      const before = lowered(
        `<clipPath id="b"><path d="${clip}"/></clipPath><g clip-path="url(#b)">${shapes}</g>`,
      );
      const after = cutFills(before);
      if (after === before) return;
      count += 1;
      expectSame(before, after);
    }),
    { numRuns: 60 },
  );
  expect(count).toBeGreaterThan(10);
});
