import { describe, expect, it } from 'vitest';

import { difference, drawAtWidth } from '../../../scripts/conformance/picture.ts';
import { pixelsOf } from '../../../src/verify/older/calculation.ts';
import { inOlderForm } from '../../../src/verify/older/rewrite.ts';

const svg = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">${content}</svg>`;
const LINE = 'd="M2 4h10" stroke="red" stroke-width="2"';

/** In new terms, and what a person who knows only the old ones would write. */
const PAIRS: Readonly<Record<string, readonly [newer: string, older: string]>> = {
  'a variable from above, one with a fallback, and one in a variable': [
    '<g style="--C:red;--c:lime;--w:var(--C)"><path style="fill:var(--w);--z:1" d="M2 2h4v4z"/><path fill="var(--none, var(--c))" d="M9 2h4v4z"/></g>',
    '<path fill="red" d="M2 2h4v4z"/><path fill="lime" d="M9 2h4v4z"/>',
  ],
  'a variable without a value': [
    '<g fill="red" opacity=".5"><path style="fill:var(--a);opacity:var(--b)" d="M2 2h4v4z"/></g>',
    '<g fill="red" opacity=".5"><path d="M2 2h4v4z"/></g>',
  ],
  'a variable that leads back to itself': [
    '<path style="--a:var(--b);--b:var(--a);fill:var(--a,red)" d="M2 2h4v4z"/>',
    '<path fill="red" d="M2 2h4v4z"/>',
  ],
  'unset and initial': [
    '<g fill="red"><path style="fill:unset" d="M2 2h4v4z"/><path fill="initial" d="M9 2h4v4z"/><path opacity=".1" style="opacity:revert" d="M14 2h4v4z"/></g>',
    '<path fill="red" d="M2 2h4v4zM14 2h4v4z"/><path d="M9 2h4v4z"/>',
  ],
  'geometry in a style': [
    '<rect width="1" style="x:2px;y:1px;width:6px;height:5px;rx:2px;fill:red"/><circle r="9" style="r:2px;cx:14px;cy:5px"/><rect width="3" height="2" rx="1" style="rx:auto"/>',
    '<rect x="2" y="1" width="6" height="5" rx="2" fill="red"/><circle r="2" cx="14" cy="5"/><rect width="3" height="2"/>',
  ],
  'geometry in a sheet': [
    '<style>rect{x:2px;width:6px}</style><rect width="1" height="5"/>',
    '<rect x="2" width="6" height="5"/>',
  ],
  'path data in a style': [
    '<path d="M0 0h1v1z" style="d:path(&quot;M2 2h9v5z&quot;)"/><path d="M0 0h9v9z" style="d:none"/>',
    '<path d="M2 2h9v5z"/>',
  ],
  'units of fonts': [
    '<rect x="2em" width="3q" height="9" font-size="5"/>',
    '<rect x="10" width="2.834646" height="9"/>',
  ],
  sums: [
    '<rect x="calc(1px + 5%)" y="min(1px, 2px)" width="calc((2 + 1) * 2px)" height="clamp(1px, 50%, 4px)"/>',
    '<rect x="2" y="1" width="6" height="4"/>',
  ],
  'sums that are no lengths': [
    `<path ${LINE} stroke-opacity="calc(1 / 2)" style="stroke-width:calc(1px - 5px)"/><path ${LINE} opacity="calc(25% + .25)"/>`,
    `<path ${LINE} opacity=".5"/>`,
  ],
  'a transform of CSS': [
    '<path style="transform:translate(3px, 10%) rotate(.25turn) scaleX(50%) skew(10deg)" d="M2 -2h4v-4z"/>',
    '<path transform="translate(3 1) rotate(90) scale(.5 1) skewX(10)" d="M2 -2h4v-4z"/>',
  ],
  'a transform of CSS about an origin': [
    '<rect width="4" height="4" style="transform:rotate(-50grad);transform-origin:8px 4px"/>',
    '<rect width="4" height="4" transform="rotate(-45 8 4)"/>',
  ],
  'transforms as properties': [
    '<rect width="4" height="4" transform="skewX(9)" style="translate:3px 1px;rotate:30deg;scale:1.5 80%"/>',
    '<rect width="4" height="4" transform="translate(3 1) rotate(30) scale(1.5 .8) skewX(9)"/>',
  ],
  'one marker for all places': [
    `<marker id="m" orient="auto"><path d="M0 0h3v3z"/></marker><path ${LINE} style="marker:url(#m)"/>`,
    `<marker id="m" orient="auto"><path d="M0 0h3v3z"/></marker><path ${LINE} marker-start="url(#m)" marker-end="url(#m)"/>`,
  ],
  'a mask with its mode': [
    `<mask id="m" maskUnits="userSpaceOnUse" x="0" y="0" width="20" height="10"><path d="M3 0h4v9h-4z"/></mask><path ${LINE} style="mask:url(#m) alpha"/>`,
    '<path d="M3 3h4v2h-4z" fill="red"/>',
  ],
  'a symbol with a place and a size': [
    '<symbol id="s" x="2" y="1" width="8" height="6" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></symbol><use href="#s" x="3"/>',
    '<path d="M6 1h6v6z"/>',
  ],
  'a stated length': [
    `<path ${LINE} stroke-dasharray="10 5" pathLength="100"/><g stroke-dasharray="1"><circle cx="15" cy="5" r="3" fill="none" stroke="red" style="stroke-dashoffset:1" pathLength="4"/></g>`,
    `<path ${LINE} stroke-dasharray="1 .5"/><path fill="none" stroke="red" d="M15 8A3 3 0 0 1 12 5M15 2A3 3 0 0 1 18 5"/>`,
  ],
  'clips that are shapes': [
    `<rect width="9" height="6" style="clip-path:circle(2px at 3px 50%)"/><path d="M10 1h4v4h-4z" clip-path="polygon(0 0, 100% 0, 50% 100%)"/><rect x="15" width="5" height="5" clip-path="inset(1px 2px)"/>`,
    '<circle cx="3" cy="3" r="2"/><path d="M10 1h4l-2 4z"/><path d="M17 1h1v3h-1z"/>',
  ],
  'clips that are paths and ovals': [
    `<g transform="translate(1 1)"><rect x="1" width="6" height="6" clip-path="path(evenodd, 'M0 0h5v5h-5zM1 1h3v3h-3z')"/></g><rect x="10" width="6" height="6" clip-path="ellipse(closest-side 2px at left bottom)"/><rect x="10" width="6" height="6" fill="red" clip-path="xywh(1px 0 50% 10%) fill-box"/>`,
    '<path fill-rule="evenodd" d="M2 1h5v5h-5zM3 2h3v3h-3z"/><path fill="red" d="M11 0h3v.6h-3z"/>',
  ],
};

describe('properties of later years, in older terms', () => {
  it.each(Object.entries(PAIRS))('%s', (_, [newer, older]) => {
    const { text, unknown } = inOlderForm(svg(newer));
    expect(unknown).toEqual([]);
    expect(difference(drawAtWidth(text, 200), drawAtWidth(svg(older), 200))).toBeLessThan(0.0005);
    expect(difference(drawAtWidth(svg(''), 200), drawAtWidth(svg(older), 200))).toBeGreaterThan(0.001);
  });
});

describe('pixelsOf', () => {
  const size = (unit: string): number | undefined => ({ px: 1, '%': 0.2 })[unit];
  it.each([
    ['5', 5],
    ['-.5e1px', -5],
    ['50%', 10],
    ['calc(1px + 2px*3 - 50%/5)', 5],
    ['calc(-1 * (2px - 5px))', 3],
    ['max(1px, calc(2px * 2), min(9px, 8px))', 8],
    ['clamp(2px, 1px, 9px)', 2],
  ])('%s', (text, wanted) => expect(pixelsOf(text, size)).toBeCloseTo(wanted, 9));

  it.each(['', 'auto', '5em', 'calc(1px', 'calc(1px + )', 'calc(1px) 2', 'sin(1)', '1 2', 'calc(1/0)'])(
    'does not read %j',
    (text) => expect(pixelsOf(text, size)).toBeUndefined(),
  );
});
