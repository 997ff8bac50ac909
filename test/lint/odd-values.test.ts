import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveConfig } from '../../src/lint/config.ts';
import { RULES } from '../../src/lint/registry.ts';
import { lint } from '../../src/pipeline/lint.ts';

/** Every rule but the one that runs svgo. */
const config = resolveConfig(
  {
    extends: [],
    rules: Object.fromEntries(
      RULES.filter(({ name }) => name !== 'require-optimized').map(({ name }) => [name, 'warning'] as const),
    ),
  },
  'odd values',
).forFile('odd.svg');

/** Elements with the attributes that are usual on them, all in one icon: each has an effect where it stands. */
const ELEMENTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  svg: { viewBox: '0 0 24 24', width: '24', height: '24', preserveAspectRatio: '', class: '', style: '' },
  path: {
    d: 'M2 2h20v20H2zM4 4v9h9V4z',
    fill: 'red',
    'fill-rule': 'evenodd',
    'fill-opacity': '',
    opacity: '',
    stroke: 'red',
    'stroke-width': '1',
    'stroke-dasharray': '1',
    'stroke-dashoffset': '',
    style: '',
    'stroke-miterlimit': '',
    transform: '',
    'transform-origin': '',
    'clip-path': '',
    mask: '',
    id: '',
    filter: '',
    display: '',
    visibility: '',
    'marker-end': '',
    pathLength: '',
    'paint-order': '',
  },
  rect: { x: '1', y: '1', width: '9', height: '9', rx: '1', ry: '', fill: 'url(#a)' },
  circle: { cx: '3', cy: '3', r: '3', fill: 'url(#r)' },
  ellipse: { rx: '3', ry: '2', fill: 'url(#p)' },
  polygon: { points: '1 1 2 2 3 1', 'fill-rule': 'evenodd' },
  line: { x1: '1', x2: '9', stroke: 'red' },
  use: { href: '#p1', x: '', y: '', transform: '' },
  g: { opacity: '.5', transform: '', id: '', style: '', 'clip-path': 'url(#c)', mask: 'url(#m)' },
  text: { x: '1', 'font-size': '', style: '' },
  image: { href: 'a.png', width: '3', height: '3' },
  clipPath: { id: 'c', clipPathUnits: '', transform: '' },
  mask: { id: 'm', x: '', width: '', maskUnits: '', 'mask-type': '' },
  linearGradient: { id: 'a', x1: '', gradientUnits: '', gradientTransform: '', spreadMethod: '', href: '' },
  radialGradient: { id: 'r', r: '', fx: '', fr: '', gradientTransform: '' },
  pattern: { id: 'p', width: '2', height: '2', patternTransform: '', viewBox: '' },
  stop: { offset: '0', 'stop-color': 'red', 'stop-opacity': '' },
};

const CONTENT: Readonly<Record<string, string>> = {
  text: 'x',
  g: '<path d="M5 5h9v9z"/><path d="M6 6h9v9z"/>',
  clipPath: '<path d="M1 1h9v9z"/>',
  mask: '<path fill="#fff" d="M1 1h9v9z"/>',
  linearGradient: '<stop/><stop offset="1" stop-color="red"/>',
  radialGradient: '<stop/><stop offset="1" stop-color="red"/>',
  pattern: '<path d="M0 0h1v1z"/>',
};

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The icon of all elements, `value` in that attribute of that element. */
function icon(element: string, attribute: string, value: string): string {
  const tag = (name: string): string => {
    const usual = Object.entries({
      ...ELEMENTS[name],
      ...(name === element ? { [attribute]: value } : {}),
    }).filter(([own, text]) => text !== '' || (name === element && own === attribute));
    return `<${name} ${usual.map(([own, text]) => `${own}="${escaped(text)}"`).join(' ')}`;
  };
  const parts = Object.keys(ELEMENTS)
    .filter((name) => name !== 'svg')
    .map((name) => `${tag(name)}>${CONTENT[name] ?? ''}</${name}>`);
  return `${tag('svg')} xmlns="http://www.w3.org/2000/svg"><path id="p1" d="M0 0h1v1z"/>${parts.join('\n')}</svg>`;
}

const place = fc.constantFrom(
  ...Object.entries(ELEMENTS).flatMap(([element, attributes]) =>
    Object.keys(attributes).map((attribute) => [element, attribute] as const),
  ),
);

const NUMBERS = [
  '',
  ' ',
  'NaN',
  'Infinity',
  '1e999',
  '-1e308',
  '1e-400',
  '0x10',
  '+',
  '-',
  '.',
  'e5',
  '1e',
  '--1',
];
const LISTS = [
  '1,,2',
  '0 0 0 0',
  '0 0 -1 -1',
  '0 0 1e308 1e308',
  '１２',
  '1%',
  '1em',
  'm1e38 1e38h1e38v1e38z',
];
const WORDS = [
  'none',
  'inherit',
  'evenodd',
  'var(--a)',
  'var(--a,var(--b))',
  'calc(1px + calc(2px * 3))',
  '日本語',
  '😀',
];
const PAINTS = [
  'url(#',
  'url(#a',
  'url(#c)',
  '#12',
  '#gggggg',
  'rgb(',
  'rgb(1e999,NaN,-1)',
  'color-mix(in srgb, red)',
];
const MARKS = ['\u200b', '\u00a0', "'", '"', '&', '<', 'https://example.com/a', 'javascript:alert(1)'];
const odd = fc.constantFrom(...NUMBERS, ...LISTS, ...WORDS, ...PAINTS, ...MARKS);

const CHARACTERS = ['0', '9', ' ', '(', ')', 'a', '-', '.', ';', ':', '\\', '@', 'é', '😀', '\n', 'z'];
const PARTS = [
  '1 ',
  '1,',
  '/*',
  'h1',
  'calc(',
  'var(--a,',
  'url(',
  'url(#a) ',
  'rotate(1) ',
  'rotate(',
  'fill:red;',
];
const OUTLINES = ['M1 1h9v9z', 'a1 1 0 0 1 1 1'];
const repeated = fc
  .tuple(
    fc.constantFrom(...CHARACTERS, ...PARTS, ...OUTLINES),
    fc.constantFrom(2, 60, 3000),
    fc.constantFrom('', 'M0 0', '#', 'fill:', '1'),
  )
  .map(([part, times, before]) => before + part.repeat(times));
/** With these it is no XML, which says nothing of the value. */
// oxlint-disable-next-line no-control-regex -- these are the controls
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

const value = fc.oneof(odd, repeated, fc.string({ unit: 'grapheme', maxLength: 12 }));

describe('attributes with odd values', () => {
  it('are linted, and what is said of them points into the text and stays readable', () => {
    fc.assert(
      fc.property(place, value, ([element, attribute], written) => {
        const text = icon(element, attribute, written.replaceAll(CONTROL, ''));
        const { diagnostics } = lint(text, { path: 'odd.svg', config });
        for (const { span, message, help } of diagnostics) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(message.length).toBeLessThan(400);
          expect(help.length).toBeLessThan(400);
        }
      }),
      { numRuns: 250, examples: [[['use', 'href'], `#${'0'.repeat(3000)}`]] },
    );
  });

  it('are read as an icon all the same', () => {
    const { diagnostics } = lint(icon('path', 'opacity', '0'.repeat(3000)), { path: 'odd.svg', config });
    expect(diagnostics.map(({ code }) => code)).not.toContain('xml-syntax');
  });
});
