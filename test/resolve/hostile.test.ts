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
