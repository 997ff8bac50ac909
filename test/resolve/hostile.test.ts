import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseSvg } from '../../src/parse/svg.ts';
import { resolveIcon } from '../../src/resolve/icon.ts';
import { brokenPromises } from './promises.ts';

const svg = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${body}</svg>`;

function codes(text: string): string[] {
  const { document, diagnostics } = parseSvg(text);
  const resolved = document === undefined ? [] : resolveIcon(document).diagnostics;
  return [...diagnostics, ...resolved].map(({ code }) => code);
}

describe('hostile documents end in a diagnostic', () => {
  const levels = 'abcdefgh'.split('');
  const uses = (id: string, count: number): string => `<use href="#${id}"/>`.repeat(count);

  it('use of groups of use', () => {
    const groups = levels
      .slice(1)
      .map((id, index) => `<g id="${id}">${uses(levels[index] as string, 20)}</g>`);
    expect(codes(svg(`<path id="a" d="M0 0h1v1z"/>${groups.join('')}`))).toContain('too-complex');
  });

  it('patterns of patterns', () => {
    const patterns = levels
      .slice(1)
      .map(
        (id, index) =>
          `<pattern id="${id}" width="1" height="1">${`<path d="M0 0h9v9z" fill="url(#${levels[index] as string})"/>`.repeat(20)}</pattern>`,
      );
    const text = svg(`<pattern id="a"/>${patterns.join('')}<path d="M0 0h9v9z" fill="url(#h)"/>`);
    expect(codes(text)).toContain('too-complex');
  });

  it('clips and masks on clips and masks', () => {
    const many = (tag: string, property: string): string =>
      levels
        .slice(1)
        .map(
          (id, index) =>
            `<${tag} id="${id}">${`<path d="M0 0h9v9z" ${property}="url(#${levels[index] as string})"/>`.repeat(20)}</${tag}>`,
        )
        .join('');
    for (const [tag, property] of [
      ['clipPath', 'clip-path'],
      ['mask', 'mask'],
    ] as const) {
      const start = `<${tag} id="a"><path d="M0 0h9v9z"/></${tag}>`;
      const text = svg(`${start}${many(tag, property)}<path d="M0 0h9v9z" ${property}="url(#h)"/>`);
      expect(codes(text)).toContain('too-complex');
    }
  });

  it('markers on markers', () => {
    const marker = (id: string, of: string): string =>
      `<marker id="${id}" markerWidth="9" markerHeight="9"><path d="M0 0${'h1v1'.repeat(10)}" marker-mid="url(#${of})"/></marker>`;
    const markers = levels.slice(1).map((id, index) => marker(id, levels[index] as string));
    const first = '<marker id="a"><path d="M0 0h1v1z"/></marker>';
    expect(codes(svg(`${first}${markers.join('')}<path d="M0 0h1v1h1" marker-mid="url(#h)"/>`))).toContain(
      'too-complex',
    );
  });

  it('custom properties that double', () => {
    const doubled = levels.slice(1).map((id, index) => {
      const before = `var(--${levels[index] as string})`;
      return `--${id}: ${`${before} `.repeat(20)};`;
    });
    const style = `<style>svg { --a: x; ${doubled.join('')} } path { fill: var(--h, red) }</style>`;
    expect(codes(svg(`${style}<path d="M0 0h9v9z"/>`))).toEqual([]);
    expect(codes(svg('<path style="--a: var(--b); --b: var(--a); fill: var(--a)" d="M0 0h9v9z"/>'))).toEqual(
      [],
    );
  });

  it('custom properties of many that are empty', () => {
    const doubled = levels.slice(1).map((id, index) => {
      const before = `var(--${levels[index] as string})`;
      return `--${id}: ${before.repeat(50)};`;
    });
    const style = `<style>svg { --a: ; ${doubled.join('')} } path { fill: var(--h, red) }</style>`;
    expect(codes(svg(`${style}<path d="M0 0h9v9z"/>`))).toEqual([]);
  });

  it('a fallback behind a fallback, which is none', () => {
    const fill = 'url(#a) '.repeat(100_000);
    expect(codes(svg(`<style>path { fill: ${fill} }</style><path d="M0 0h9v9z"/>`))).toEqual([
      'invalid-value',
    ]);
  });

  describe('style sheets', () => {
    const nested = `${'<g>'.repeat(200)}<path d="M0 0h9v9z"/>${'</g>'.repeat(200)}`;
    const styled = (css: string, content = nested): string =>
      svg(`<style><![CDATA[${css}]]></style>${content}`);
    const HOSTILE: readonly (readonly [what: string, css: string])[] = [
      ['combinators that may be tried in many ways', `.a ${'g '.repeat(14)}path { fill: red }`],
      ['what is asked of all inside all', ':has(:has(:has(:has(.a)))) { fill: red }'],
      ['blocks in blocks', `${'g{'.repeat(20_000)}fill:red${'}'.repeat(20_000)}`],
      ['conditions in conditions', `${'@media screen{'.repeat(20_000)}${'}'.repeat(20_000)}`],
      ['nested selectors that double', `${'& & {'.repeat(40)}fill:red${'}'.repeat(40)}`],
      ['nested lists', `${'a,b,c{'.repeat(20)}fill:red${'}'.repeat(20)}`],
    ];
    it.each(HOSTILE)('%s', (_, css) => {
      const { document } = parseSvg(styled(css));
      const { icon, diagnostics } = document === undefined ? { diagnostics: [] } : resolveIcon(document);
      expect(diagnostics.map(({ code }) => code)).toEqual(['css-too-complex']);
      expect(icon).toBeUndefined();
    });

    it('brackets in strings and comments, and deep ones that a designer writes', () => {
      const css = `/* ${'{'.repeat(99)} */ [id="${'('.repeat(99)}"] { fill: red } ${':not('.repeat(20)}g${')'.repeat(20)} { fill: red }`;
      expect(codes(styled(css))).toEqual([]);
    });

    it('thousands of rules and of layers', () => {
      const rules = Array.from(
        { length: 10_000 },
        (_, index) => `@layer l${index} { .c${index} { fill: red } }`,
      );
      const shapes = Array.from({ length: 3000 }, (_, index) => `<path class="c${index} d" d="M0 0h9v9z"/>`);
      expect(codes(styled(rules.join(''), shapes.join('')))).not.toContain('css-too-complex');
    });
  });

  it('a paint that hundreds of uses pass on', () => {
    const use = (index: number): string => `<use id="u${index}" fill="context-fill" href="#u${index + 1}"/>`;
    const chain = Array.from({ length: 500 }, (_, index) => use(index)).join('');
    const text = svg(
      `<linearGradient id="g"><stop/><stop offset="1" stop-color="red"/></linearGradient><defs>${chain}<path id="u500" fill="context-fill" d="M0 0h9v9z"/></defs><use fill="url(#g)" href="#u0"/>`,
    );
    expect(codes(text)).toContain('too-deep');
  });

  it('boxes of groups in groups', () => {
    const laidOut = '<clipPath id="c" clipPathUnits="objectBoundingBox"><path d="M0 0h1v1z"/></clipPath>';
    const nested = (depth: number): string =>
      svg(
        `${laidOut}${'<g clip-path="url(#c)">'.repeat(depth)}${'<path d="M0 0h9v9z"/>'.repeat(9000)}${'</g>'.repeat(depth)}`,
      );
    expect(codes(nested(20))).toEqual([]);
    expect(codes(nested(200))).toContain('too-deep');
  });

  it('a gradient that a use passes on to hundreds of shapes', () => {
    const stops = '<stop/><stop offset="1" stop-color="red"/>';
    const shapes = '<path fill="context-fill" d="M0 0h9v9z"/>'.repeat(300);
    const text = `<linearGradient id="g">${stops}</linearGradient><symbol id="s">${shapes}</symbol><use href="#s" fill="url(#g)"/>`;
    expect(codes(svg(text))).toEqual([]);
  });

  it('thousands of shapes in one gradient of thousands of stops', () => {
    const stops = Array.from({ length: 3000 }, (_, index) => `<stop offset="${index / 3000}"/>`).join('');
    const shapes = '<path fill="url(#g)" d="M0 0h9v9z"/>'.repeat(3000);
    expect(codes(svg(`<linearGradient id="g">${stops}</linearGradient>${shapes}`))).toEqual([]);
  });

  it('long chains of references', () => {
    const chain = Array.from(
      { length: 3000 },
      (_, index) => `<g id="g${index + 1}"><use href="#g${index}"/></g>`,
    );
    expect(() => codes(svg(`<path id="g0" d="M0 0h9v9z"/>${chain.join('')}`))).not.toThrow();
    const gradients = Array.from(
      { length: 3000 },
      (_, index) => `<linearGradient id="l${index}" href="#l${index + 1}"/>`,
    );
    expect(() => codes(svg(`${gradients.join('')}<path d="M0 0h9v9z" fill="url(#l0)"/>`))).not.toThrow();
  });

  it('chains that each kind of reference makes', () => {
    const link = (tag: string, index: number): string =>
      tag === 'use'
        ? `<use id="${tag}${index}" href="#${tag}${index + 1}"/>`
        : `<${tag} id="${tag}${index}" width="9" height="9" ${refer(tag, index + 1)}><path d="M0 0h9v9z" ${refer(tag, index + 1)}/></${tag}>`;
    const refer = (tag: string, index: number): string =>
      `${PROPERTIES[tag] as string}="url(#${tag}${index})"`;
    const PROPERTIES: Readonly<Record<string, string>> = {
      clipPath: 'clip-path',
      mask: 'mask',
      pattern: 'fill',
      marker: 'marker-start',
    };
    for (const tag of [...Object.keys(PROPERTIES), 'use']) {
      const chain = (length: number): string => {
        const links = Array.from({ length }, (_, index) => link(tag, index)).join('');
        const start = tag === 'use' ? '<use href="#use0"/>' : `<path d="M0 0h9v9z" ${refer(tag, 0)}/>`;
        return svg(
          `<defs>${links}<path id="use${length}" d="M0 0h9v9z"/><${tag} id="${tag}${length}"/></defs>${start}`,
        );
      };
      expect(codes(chain(7)), tag).not.toContain('too-deep');
      expect(codes(chain(600)), tag).toContain('too-deep');
    }
  });

  it('numbers beyond all bounds leave only finite ones', () => {
    const text = svg(
      '<g transform="scale(1e300)"><g transform="scale(1e300)"><path d="M0 0h1e308v1z"/></g></g><rect width="1e308" height="1e308" x="1e308" stroke="red"/>',
    );
    const { document } = parseSvg(text);
    const icon = document && resolveIcon(document).icon;
    expect(icon && brokenPromises(icon)).toEqual([]);
  });
});

describe('any document', () => {
  const length = fc.constantFrom('0', '1', '-3', '50%', '1em', '2mm', 'auto', 'x', '1e9', '');
  const reference = fc.constantFrom('url(#a)', 'url(#b)', 'url(#c) red', 'none', 'url(x)');
  const attributes: readonly (readonly [string, fc.Arbitrary<string>])[] = [
    ['x', length],
    ['width', length],
    ['height', length],
    ['r', length],
    ['rx', length],
    ['id', fc.constantFrom('a', 'b', 'c')],
    ['href', fc.constantFrom('#a', '#b', '#c', 'x.svg#a')],
    ['fill', fc.oneof(reference, fc.constantFrom('red', 'context-fill', 'rgb(1 2 3 / 40%)', 'inherit'))],
    ['stroke', fc.oneof(reference, fc.constantFrom('#123', 'currentColor'))],
    ['stroke-width', length],
    ['stroke-dasharray', fc.constantFrom('1', '1 2 3', '0', '10%', 'none')],
    ['clip-path', reference],
    ['mask', reference],
    ['marker-mid', reference],
    ['opacity', fc.constantFrom('0', '.5', '200%')],
    [
      'transform',
      fc.constantFrom('scale(0)', 'rotate(45)', 'matrix(1 2 2 4 0 0)', 'skewX(30) translate(1,2)', 'x'),
    ],
    ['transform-box', fc.constantFrom('fill-box', 'view-box')],
    ['d', fc.constantFrom('M0 0h9v9z', 'M0 0L', 'M1 1Q2 2 3 3T5 5A1 2 3 0 1 9 9Z', 'M5 5')],
    ['viewBox', fc.constantFrom('0 0 9 9', '0 0 0 1', '1,2,3,4')],
    ['gradientUnits', fc.constantFrom('userSpaceOnUse', 'objectBoundingBox')],
    ['clipPathUnits', fc.constantFrom('userSpaceOnUse', 'objectBoundingBox')],
    ['offset', fc.constantFrom('0', '1', '50%', '-1')],
    ['style', fc.constantFrom('fill: var(--x, blue)', 'display: none', 'paint-order: stroke', 'x')],
  ];
  const attribute = fc
    .constantFrom(...attributes)
    .chain(([name, value]) => value.map((text) => [name, text] as const));
  const tag = fc.constantFrom(
    ...'g use svg symbol path rect circle line polygon clipPath mask marker pattern linearGradient radialGradient stop switch text'.split(
      ' ',
    ),
  );
  const element = (children: fc.Arbitrary<string[]>): fc.Arbitrary<string> =>
    fc.tuple(tag, fc.array(attribute, { maxLength: 6 }), children).map(([name, list, inside]) => {
      const text = [...new Map(list)].map(([key, value]) => ` ${key}="${value}"`).join('');
      return `<${name}${text}>${inside.join('')}</${name}>`;
    });
  const leaf = element(fc.constant([]));
  const branch = element(fc.array(leaf, { maxLength: 3 }));
  const tree = element(fc.array(fc.oneof(leaf, branch), { maxLength: 3 }));

  it('resolves to an icon that keeps every promise of docs/ir.md', () => {
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 5 }), (elements) => {
        const text = svg(elements.join(''));
        const { document } = parseSvg(text);
        if (document === undefined) throw new Error('what we write is well-formed');
        const { icon, diagnostics } = resolveIcon(document);
        for (const { span } of diagnostics) expect(span.end).toBeLessThanOrEqual(text.length);
        if (icon !== undefined) expect(brokenPromises(icon)).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });
});
