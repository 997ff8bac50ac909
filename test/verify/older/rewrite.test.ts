import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodePng, difference, drawAtWidth } from '../../../scripts/conformance/picture.ts';
import { inOlderForm, OLDER_FORMS } from '../../../src/verify/older/rewrite.ts';

const SUITE = new URL('../../../../shared/cases/resvg/tests/', import.meta.url);
const OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">';
const svg = (content: string, open = OPEN): string => `${open}${content}</svg>`;
/** Where a line of 1.2 times half a width of 4 from a corner at 4, square to the diagonal, meets the outer edge at 6. */
const CUT = 2 * 4 + 2.4 * Math.SQRT2 - 6;
/** Of a line 3 to the right and 4 up. */
const DOWN = -Math.atan2(4, 3) * (180 / Math.PI);
const ARROW =
  '<marker id="m" viewBox="0 -1 3 2" markerWidth="3" markerHeight="2" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 -1L3 0L0 1z"/></marker>';
const RECT = '<rect x="4" y="6" width="8" height="5" fill="#06c"';

/** In new terms, and what a person who knows only the old ones would write. */
const PAIRS: Readonly<Record<string, readonly [newer: string, older: string]>> = {
  'a missing namespace': [svg(`${RECT}/>`, '<svg viewBox="0 0 20 20">'), svg(`${RECT}/>`)],
  'an undeclared prefix': [
    svg('<path id="a" d="M2 2h9v5H2z"/><use xlink:href="#a" y="9"/>'),
    svg('<path d="M2 2h9v5H2zM2 11h9v5H2z"/>'),
  ],
  'a reference in capitals': [
    svg(
      '<linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient><path d="M2 2h12v16H2z" style="fill:URL(\'#g\')"/><path d="M15 2h4v16h-4z" fill="Url( #g )"/>',
    ),
    svg(
      '<linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient><path d="M2 2h12v16H2z" fill="url(#g)"/><path d="M15 2h4v16h-4z" fill="url(#g)"/>',
    ),
  ],
  'an origin in words': [
    svg(`${RECT} transform="rotate(30)" transform-origin="bottom right"/>`),
    svg(`${RECT} transform="rotate(30 20 20)"/>`),
  ],
  'an origin in style': [
    svg(`${RECT} transform="rotate(30)" style="transform-origin: 25% 8px"/>`),
    svg(`${RECT} transform="rotate(30 5 8)"/>`),
  ],
  'a start circle': [
    svg(
      '<radialGradient id="g" fr=".25"><stop offset="0" stop-color="red"/><stop offset="1" stop-color="blue"/></radialGradient><path d="M0 0h20v20H0z" fill="url(#g)"/>',
    ),
    svg(
      '<radialGradient id="g"><stop offset=".5" stop-color="red"/><stop offset="1" stop-color="blue"/></radialGradient><path d="M0 0h20v20H0z" fill="url(#g)"/>',
    ),
  ],
  'a circle of hardly any radius': [
    svg(
      '<radialGradient id="g" gradientUnits="userSpaceOnUse" cx="9" cy="9" r=".0001"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></radialGradient><path d="M2 2h12v16H2z" fill="url(#g)"/>',
    ),
    svg('<path d="M2 2h12v16H2z" fill="blue"/>'),
  ],
  'a turned start': [
    svg(
      '<marker id="m" viewBox="0 0 8 4" refX="2" refY="2" markerWidth="6" markerHeight="3" orient="auto-start-reverse"><path d="M0 0l8 2-8 2z"/></marker><path d="M8 10h6" stroke="red" marker-start="url(#m)"/>',
    ),
    svg('<path d="M8 10h6" stroke="red"/><path d="M9.5 8.5l-6 1.5 6 1.5z"/>'),
  ],
  'markers of an unpainted line': [
    svg(
      '<marker id="m" markerWidth="4" markerHeight="4"><path d="M0 0h4v4z"/></marker><g fill="none"><path marker-mid="url(#m)" d="M2 2l6 4 6 1"/></g>',
    ),
    svg('<path d="M8 6h4v4z"/>'),
  ],
  'markers where a subpath closes': [
    svg(
      `${ARROW}<g transform="translate(1)"><path style="marker-end:url(#m)" marker-start="url(#m)" marker-mid="url(#m)" fill="#ccc" d="M3 5H12V14H3zM15 3v4l3-4zv14"/></g>`,
    ),
    svg(
      `<path fill="#ccc" d="M4 5h9v9H4zM16 3v4l3-4z"/>${[
        [4, 5, -45],
        [13, 5, 45],
        [13, 14, 135],
        [4, 14, 225],
        [4, 5, -45],
        [16, 3, 135],
        [16, 7, (90 + DOWN) / 2],
        [19, 3, (DOWN - 180) / 2],
        [16, 3, 135],
        [16, 17, 90],
      ]
        .map(
          ([x, y, angle]) => `<path transform="translate(${x} ${y}) rotate(${angle})" d="M0 -1L3 0L0 1z"/>`,
        )
        .join('')}`,
    ),
  ],
  'markers of a line that turns back where it closes': [
    svg(`${ARROW}<path marker-start="url(#m)" marker-end="url(#m)" d="M6 10h8V10H6z" stroke="red"/>`),
    svg('<path d="M6 10h8" stroke="red"/><path d="M6 9l3 1-3 1zM6 9l-3 1 3 1z"/>'),
  ],
  'markers of a circle': [
    svg(
      `${ARROW}<g marker-mid="url(#m)"><circle cx="10" cy="10" r="6" fill="#ccc" marker-end="url(#m)"/></g>`,
    ),
    svg(
      '<circle cx="10" cy="10" r="6" fill="#ccc"/><path d="M10 15l-3 1 3 1zM3 10l1-3 1 3zM10 3l3 1-3 1zM15 10l1 3 1-3z"/><path d="M15 10l1 3 1-3z"/>',
    ),
  ],
  'markers at the ends of an arc, and between two': [
    svg(
      `${ARROW}<path marker-start="url(#m)" marker-mid="url(#m)" marker-end="url(#m)" fill="none" stroke="red" d="M3 10A4 7 0 0 1 7 3A4 7 0 0 1 11 10"/>`,
    ),
    svg(
      '<path fill="none" stroke="red" d="M3 10A4 7 0 0 1 7 3A4 7 0 0 1 11 10"/><path d="M2 10l1-3 1 3zM7 2l3 1-3 1zM12 10l-1 3-1-3z"/>',
    ),
  ],
  'a marker whose shapes end at its edge': [
    svg(
      '<marker id="m" markerWidth="4" markerHeight="2" refY="1" orient="30"><path d="M0 0h4v2H0z"/></marker><path marker-end="url(#m)" d="M2 2l8 8" stroke="red"/>',
    ),
    svg('<path d="M2 2l8 8" stroke="red"/><path transform="translate(10 10) rotate(30)" d="M0 -1h4v2H0z"/>'),
  ],
  'a corner cut by the miter limit': [
    svg(
      '<g stroke-linejoin="miter-clip" stroke-miterlimit="2" stroke-width="2"><path d="M3 8L12 4L3 0" transform="translate(0 2)" fill="#fc0" stroke="red" stroke-opacity=".5"/><path d="M3 14h4v4" fill="none" stroke="blue"/></g>',
    ),
    svg(
      `<path d="M3 10L12 6L3 2" fill="#fc0"/><clipPath id="c"><path d="M0 0H14V12H0z"/></clipPath><path clip-path="url(#c)" d="M3 10L12 6L3 2" fill="none" stroke="red" stroke-opacity=".5" stroke-width="2" stroke-miterlimit="9"/><path d="M3 14h4v4" fill="none" stroke="blue" stroke-width="2"/>`,
    ),
  ],
  'the same of all corners of a closed square, as arcs': [
    svg(
      '<path d="M6 6H14V14H6z" fill="none" stroke="red" stroke-width="4" stroke-linejoin="arcs" stroke-miterlimit="1.2"/>',
    ),
    svg(
      `<path fill-rule="evenodd" fill="red" transform="translate(10 10)" d="M-6 ${-CUT}L${-CUT} -6H${CUT}L6 ${-CUT}V${CUT}L${CUT} 6H${-CUT}L-6 ${CUT}zM-2 -2H2V2H-2z"/>`,
    ),
  ],
  'a line that turns back, cut by the miter limit': [
    svg(
      '<path d="M3 10H12H6" fill="none" stroke="red" stroke-width="2" stroke-linejoin="miter-clip" stroke-miterlimit="3"/>',
    ),
    svg('<path d="M3 9H15v2H3z" fill="red"/>'),
  ],
  'square dots along a line': [
    svg(
      '<path d="M4 16L16 4" fill="none" stroke="red" stroke-width="2" stroke-linecap="square" stroke-dasharray="0 5"/>',
    ),
    svg(
      `<g transform="translate(4 16) rotate(-45)" fill="red">${[0, 5, 10, 15].map((x) => `<path d="M${x - 1} -1h2v2h-2z"/>`).join('')}</g>`,
    ),
  ],
  'square dots and dashes around a circle, the dots on its axes': [
    svg(
      '<circle cx="10" cy="10" r="8" fill="#fc0" stroke="red" stroke-width="2" stroke-linecap="square" stroke-dasharray="0 4.18879 4.18879 4.18879"/>',
    ),
    svg(
      `<circle cx="10" cy="10" r="8" fill="#fc0"/>${[0, 1, 2, 3]
        .map(
          (quarter) =>
            `<g transform="rotate(${quarter * 90} 10 10)" stroke="red" stroke-width="2" stroke-linecap="square" fill="none"><path d="M17 9h2v2h-2z" fill="red" stroke="none"/><path d="M${10 + 8 * Math.cos(Math.PI / 6)} 14A8 8 0 0 1 14 ${10 + 8 * Math.cos(Math.PI / 6)}"/></g>`,
        )
        .join('')}`,
    ),
  ],
  'very small scales': [
    svg(
      '<path transform="matrix(1e-4 0 0 2e-4 2 3)" d="M0 0h80000v50000z"/><g id="a" transform="scale(.000001)"><path d="M0 1e7h9e6v9e6z"/></g><use href="#a" x="9"/>',
    ),
    svg('<path d="M2 3h8v10z"/><path d="M0 10h9v9z"/><path d="M9 10h9v9z"/>'),
  ],
  'a circle of references': [
    svg(`<g id="a">${RECT}/><use href="#b"/></g><g id="b"><use href="#a"/></g><use href="#c" y="1"/>`),
    svg(`${RECT}/>`),
  ],
  'context paint through <use>': [
    svg(
      '<defs><g id="a"><path fill="context-stroke" d="M2 2h5v5z"/><use href="#b" fill="context-fill" x="1"/></g><path id="b" fill="context-fill" stroke="context-stroke" d="M9 9h5v5z"/></defs><g stroke="red"><use href="#a" fill="currentColor" color="blue" y="2" opacity=".5"/></g>',
    ),
    svg(
      '<g opacity=".5" transform="translate(0 2)"><path fill="red" stroke="red" d="M2 2h5v5z"/><path fill="blue" stroke="red" d="M10 9h5v5z"/></g>',
    ),
  ],
  'context paint in markers': [
    svg(
      '<marker id="m" markerWidth="4" markerHeight="4"><path fill="context-stroke" style="stroke: context-fill" d="M0 0h4v4z"/></marker><g marker-end="url(#m)" stroke="red"><path fill="none" d="M2 2l6 4"/><path fill="none" stroke="blue" style="opacity:1" d="M2 9l6 4"/></g>',
    ),
    svg(
      '<path stroke="red" d="M2 2l6 4"/><path fill="red" d="M8 6h4v4z"/><path stroke="blue" d="M2 9l6 4"/><path fill="blue" d="M8 13h4v4z"/>',
    ),
  ],
  'an origin in the box of a shape': [
    svg(`${RECT} style="transform: rotate(30deg); transform-box: fill-box; transform-origin: center"/>`),
    svg(`${RECT} transform="rotate(30 8 8.5)"/>`),
  ],
  'an origin in the box of a curve, and at its corner': [
    svg(
      '<path d="M4 10Q8 2 12 10z" transform="rotate(40)" transform-box="fill-box" transform-origin="right 50%"/><g transform="scale(.5)" style="transform-box:fill-box"><circle cx="14" cy="14" r="4"/><path d="M8 14h2v2z"/></g>',
    ),
    svg(
      '<path d="M4 10Q8 2 12 10z" transform="rotate(40 12 8)"/><g transform="translate(8 10) scale(.5) translate(-8 -10)"><circle cx="14" cy="14" r="4"/><path d="M8 14h2v2z"/></g>',
    ),
  ],
  'a stroke that does not scale, in a uniform scale': [
    svg(
      '<linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient><g transform="rotate(20) scale(4)" stroke-width="2" stroke-dasharray="3,1"><path d="M1 1h2v2z" fill="#fc0" stroke="url(#g)" style="vector-effect:non-scaling-stroke"/></g>',
    ),
    svg(
      '<linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient><g transform="rotate(20) scale(4)"><path d="M1 1h2v2z" fill="#fc0" stroke="url(#g)" stroke-width=".5" stroke-dasharray=".75 .25"/></g>',
    ),
  ],
  'a stroke that does not scale, in another': [
    svg(
      '<g transform="translate(1 2)"><g transform="scale(4 1)" vector-effect="non-scaling-stroke"><path d="M1 1h2v9q-1 3-2 1z" fill="#fc0" stroke="red" stroke-linejoin="round" vector-effect="non-scaling-stroke" stroke-width="2px"/><circle cx="3" cy="12" r="1" stroke="blue"/></g></g>',
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" viewBox="0 0 20 20">',
    ),
    svg(
      '<path d="M5 3h8v9q-4 3-8 1z" fill="#fc0" stroke="red" stroke-linejoin="round"/><g transform="translate(1 2) scale(4 1)"><circle cx="3" cy="12" r="1" stroke="blue"/></g>',
    ),
  ],
  'a stroke that does not scale, drawn by references': [
    svg(
      `<defs><path id="p" d="M1 1h2v2z" vector-effect="non-scaling-stroke" stroke-width="2"/><g id="g" transform="scale(2)"><use href="#p" x="1"/></g></defs><use href="#g" stroke="red"/><use href="#p" transform="translate(9 9) scale(3 1)" y="1" fill="#fc0" stroke="blue"/>`,
    ),
    svg(
      '<path d="M4 2h4v4z" stroke="red" stroke-width="2"/><path d="M12 11h6v2z" fill="#fc0" stroke="blue" stroke-width="2"/>',
    ),
  ],
  'dashes along a circle that starts within one': [
    svg(
      '<circle cx="10" cy="10" r="8" fill="#fc0" stroke="red" stroke-width="2" stroke-dasharray="25.1327412" stroke-dashoffset="12.5663706"/>',
    ),
    svg(
      '<circle cx="10" cy="10" r="8" fill="#fc0"/><path fill="none" stroke="red" stroke-width="2" d="M10 2A8 8 0 0 1 18 10A8 8 0 0 1 10 18"/>',
    ),
  ],
  'a clip and a mask in the box of turned shapes': [
    svg(
      '<clipPath id="c" clipPathUnits="objectBoundingBox"><path d="M0 0h1v.5H0z"/></clipPath><mask id="m" width=".7"><path d="M0 0h20v20H0z" fill="#fff"/></mask><g clip-path="url(#c)" mask="url(#m)"><g><circle cx="10" cy="10" r="8" transform="rotate(45 10 10)"/></g></g>',
    ),
    svg(
      '<clipPath id="c"><path d="M0 0h11.6v10H0z"/></clipPath><g clip-path="url(#c)"><circle cx="10" cy="10" r="8" transform="rotate(45 10 10)"/></g>',
    ),
  ],
  'an origin in the box of a stroke': [
    svg(
      `${RECT} stroke="red" stroke-width="4" transform="rotate(90)" transform-box="stroke-box" transform-origin="0 0"/>`,
    ),
    svg(`${RECT} stroke="red" stroke-width="4" transform="rotate(90 2 4)"/>`),
  ],
  'both references': [
    svg(
      '<defs><path id="a" d="M2 2h9v5H2z"/><path id="b" d="M9 9h9v5H9z"/></defs><use xlink:href="#a" href="#b"/>',
    ),
    svg('<path d="M9 9h9v5H9z"/>'),
  ],
};

const shareBetween = (one: string, other: string): number =>
  difference(drawAtWidth(one, 200), drawAtWidth(other, 200));

describe('inOlderForm', () => {
  for (const [name, [newer, older]] of Object.entries(PAIRS)) {
    it(`writes ${name}`, () => {
      const { text, unknown } = inOlderForm(newer);
      expect(unknown).toEqual([]);
      expect(shareBetween(text, older)).toBe(0);
      expect(drawAtWidth(text, 200).data.some((channel) => channel > 0)).toBe(true);
    });
  }

  it('leaves alone what the renderer knows', () => {
    for (const content of [
      `${RECT} transform="rotate(30)"/>`,
      '<text>arcs and transform-origin, context-fill, url("#a")</text>',
      `${RECT} id="context-fill" class="miter-clip arcs"/>`,
      '<style>.d{fill:red}.b:hover{stroke-dasharray:2}</style><clipPath id="p"><rect width="4" height="4"/></clipPath><path clip-path="url(#p)" d="M0 0h9v9z"/>',
    ]) {
      const text = svg(content);
      expect(inOlderForm(text)).toEqual({ text, unknown: [] });
    }
  });

  it('names what it cannot write', () => {
    const inner = `<svg width="9">${RECT} transform="rotate(9)" transform-origin="center"/></svg>`;
    expect(inOlderForm(svg(inner)).unknown).toEqual(['transform-origin']);
    const marker = '<marker id="m"><path d="M0 0h3v3z"/></marker><style>path{stroke:none}</style>';
    expect(
      inOlderForm(svg(`${marker}<path fill="none" marker-mid="url(#m)" d="M2 2l6 4 6 1"/>`)).unknown,
    ).toEqual(['markers of an unpainted line']);
    const dashed = `${RECT} stroke="red" stroke-dasharray="3" stroke-linejoin="arcs"/>`;
    expect(inOlderForm(svg(dashed)).unknown).toEqual(['the line joins miter-clip and arcs']);
    const strokeBox = `${RECT} transform="rotate(9)" stroke="red" style="transform-box:stroke-box"/>`;
    expect(
      inOlderForm(svg(`<g stroke-linejoin="bevel">${strokeBox}</g>`.replace('<rect', '<path d="M2 2h3l4 9"')))
        .unknown,
    ).toContain('transform-box');
    for (const content of [
      '<path fill="context-stroke" d="M0 0h9v9z"/>',
      '<style>.a{fill:context-fill}</style><path id="p" fill="context-fill" d="M0 0h9v9z"/><use href="#p" fill="red"/>',
      '<linearGradient id="g"/><defs><path id="p" fill="context-fill" d="M0 0h9v9z"/></defs><use href="#p" fill="url(#g)"/>',
      '<use href="#p"/><g style="--c:red"><path id="p" fill="var(--c)" d="M0 0h9v9z"/></g>',
      '<path style="clip-path:circle(4px)" stroke="red" d="M0 0h9v9z"/>',
      '<g style="clip-path:circle(4px)"><path d="M0 0h9v9z"/></g>',
      '<path transform="scale(1)" style="transform:rotate3d(1,1,1,45deg)" d="M0 0h9v9z"/>',
      '<svg width="9"><rect width="calc(10% + 1px)" height="9"/></svg>',
      `<g id="a">${RECT} stroke="red" vector-effect="non-scaling-stroke"/></g><mask id="m"><use href="#a"/></mask><path mask="url(#m)" d="M0 0h9v9z"/>`,
    ])
      expect(inOlderForm(svg(content)).unknown, content).toHaveLength(1);
  });

  it('leaves a sheet that has too many rules for so many elements', () => {
    const rules = (count: number): string =>
      Array.from({ length: count }, (_, index) => `path:not(.c${index}){fill:red}`).join('');
    const unknown = (count: number): readonly string[] =>
      inOlderForm(svg(`<style>${rules(count)}</style>${'<path/>'.repeat(998)}`)).unknown;
    expect(unknown(500)).toEqual([]);
    expect(unknown(501)).toEqual(['a style sheet of CSS 3 and later']);
  });

  it('reads references of thousands of elements, each its own', () => {
    const numbers = Array.from({ length: 6000 }, (_, index) => index);
    const markers = numbers.map(
      (index) => `<marker id="m${index}" orient="auto"><path d="M0 0h1v1z"/></marker>`,
    );
    const marked = numbers.map((index) => `<path marker-mid="url(#m${index})" d="M0 0h9v9z"/>`);
    expect(inOlderForm(svg([...markers, ...marked].join(''))).unknown).toEqual([]);
  });

  it('gives up on copies of copies, and on groups of groups', () => {
    const doubled = Array.from(
      { length: 40 },
      (_, index) => `<g id="g${index + 1}">${`<use href="#g${index}"/>`.repeat(2)}</g>`,
    );
    const leaf = '<path id="g0" fill="context-fill" d="M0 0h9v9z"/>';
    expect(inOlderForm(svg(`<g display="none">${leaf}${doubled.join('')}</g>`)).unknown).toEqual([
      'context-fill and context-stroke',
    ]);
    const clip = '<clipPath id="c" clipPathUnits="objectBoundingBox"><path d="M0 0h1v1z"/></clipPath>';
    const turned = '<path transform="rotate(4)" d="M0 0h9v9z"/>'.repeat(600);
    const groups = `${'<g clip-path="url(#c)">'.repeat(100)}${turned}${'</g>'.repeat(100)}`;
    expect(inOlderForm(svg(clip + groups)).unknown).toEqual([
      'the bounding box of a group with turned shapes',
    ]);
  });

  it('takes any text', () => {
    expect(inOlderForm('<svg')).toEqual({ text: '<svg', unknown: [] });
  });
});

describe.skipIf(!existsSync(SUITE))('the reference fixtures (../shared/cases)', () => {
  const listed = OLDER_FORMS.flatMap(({ feature, fixtures }) =>
    fixtures.map((fixture) => ({ feature, fixture })),
  );
  it.each(listed)('$feature: $fixture', ({ feature, fixture }) => {
    const source = readFileSync(new URL(`${fixture}.svg`, SUITE), 'utf8');
    const wanted = decodePng(readFileSync(new URL(`${fixture}.png`, SUITE)));
    // The renderer needs the help, else the form has no place here.
    expect(difference(drawAtWidth(source, wanted.width), wanted)).toBeGreaterThan(0.001);
    const { text, unknown } = inOlderForm(source);
    if (unknown.includes(feature)) return;
    expect(difference(drawAtWidth(text, wanted.width), wanted)).toBeLessThanOrEqual(0.0001);
  });
});
