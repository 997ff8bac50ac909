import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  applyEdits,
  insertAttribute,
  removeAttribute,
  removeElement,
  replaceValue,
  setAttribute,
} from '../../src/parse/edit.ts';
import { LIMITS } from '../../src/parse/limits.ts';
import { parseSvg } from '../../src/parse/svg.ts';
import {
  attributeOf,
  childElements,
  elementsOf,
  hrefOf,
  spanWithin,
  textOf,
  type SvgDocument,
  type XmlElement,
} from '../../src/parse/tree.ts';

const NS = 'xmlns="http://www.w3.org/2000/svg"';

function parsed(text: string): SvgDocument {
  const { document, diagnostics } = parseSvg(text);
  if (document === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return document;
}

const firstChild = (document: SvgDocument): XmlElement => childElements(document.root)[0] as XmlElement;

/** The only diagnostic of a text that is refused, with the text it points to. */
function refusal(text: string): { code: string; message: string; at: string; start: number } {
  const { document, diagnostics } = parseSvg(text);
  expect(document).toBeUndefined();
  expect(diagnostics).toHaveLength(1);
  const [{ code, message, span }] = diagnostics as [(typeof diagnostics)[number]];
  return { code, message, at: text.slice(span.start, span.end), start: span.start };
}

describe('spans', () => {
  const text = `<?xml version="1.0"?>\n<!-- a -->\n<svg ${NS}>\n  <g id='x' fill = "red"\n>t<path d="M0&#32;0"/><![CDATA[<]]></g >\n</svg>\n`;

  it('of elements, tags, attributes and values cut out what they name', () => {
    const document = parsed(text);
    const group = firstChild(document);
    const cut = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
    expect(cut(group.open)).toBe(`<g id='x' fill = "red"\n>`);
    expect(cut(group.close ?? group.open)).toBe('</g >');
    expect(cut(group.span)).toBe(text.slice(text.indexOf('<g'), text.indexOf('</g >') + 5));
    const fill = attributeOf(group, 'fill');
    expect(fill && cut(fill.span)).toBe('fill = "red"');
    expect(fill && cut(fill.valueSpan)).toBe('red');
    expect(attributeOf(group, 'id')?.quote).toBe("'");
  });

  it('cover the document without gaps', () => {
    const document = parsed(text);
    let at = 0;
    for (const { span } of document.nodes) {
      expect(span.start).toBe(at);
      at = span.end;
    }
    expect(at).toBe(text.length);
    for (const element of elementsOf(document.root)) {
      let inside = element.open.end;
      for (const { span } of element.children) {
        expect(span.start).toBe(inside);
        inside = span.end;
      }
      expect(element.close === undefined ? element.span.end : element.close.start).toBe(inside);
    }
  });

  it('of parts of a value lead through character references', () => {
    const document = parsed(text);
    const path = childElements(firstChild(document))[0] as XmlElement;
    const data = attributeOf(path, 'd');
    expect(data?.value).toBe('M0 0');
    const span = data && spanWithin(data, 3, 4);
    expect(span && text.slice(span.start, span.end)).toBe('0');
    const space = data && spanWithin(data, 2, 3);
    expect(space && text.slice(space.start, space.end)).toBe('&#32;');
  });

  it('count line ends as written and values as XML has them', () => {
    const crlf = `<svg ${NS} class="a\r\nb">\r\n<title>x\r\ny</title></svg>`;
    const { root } = parsed(crlf);
    const value = attributeOf(root, 'class');
    expect(value?.value).toBe('a b');
    expect(value && spanWithin(value, 2, 3)).toEqual({
      start: crlf.indexOf('b"'),
      end: crlf.indexOf('b"') + 1,
    });
    expect(textOf(root)).toBe('\nx\ny');
  });
});

describe('lenience', () => {
  it('takes a byte-order mark', () => {
    const { document, diagnostics } = parseSvg(`\ufeff<?xml version="1.0"?><svg ${NS}/>`);
    expect(document?.root.open.start).toBe(22);
    expect(diagnostics).toEqual([]);
  });

  it('takes a missing namespace, and says so', () => {
    const { document, diagnostics } = parseSvg('<svg><path/></svg>');
    expect(document && firstChild(document).namespace).toBe('http://www.w3.org/2000/svg');
    expect(diagnostics.map(({ code }) => code)).toEqual(['missing-xmlns']);
  });

  it('takes undeclared prefixes, each said once at its first use', () => {
    const text = `<svg ${NS}><use xlink:href="#a" sketch:type="x"/><use xlink:href="#b"/></svg>`;
    const { document, diagnostics } = parseSvg(text);
    expect(document && hrefOf(firstChild(document))?.value).toBe('#a');
    expect(diagnostics.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'xlink:href="#a"',
      'sketch:type="x"',
    ]);
  });

  it('knows the SVG namespace under another prefix', () => {
    const { root } = parsed('<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:path/></s:svg>');
    expect(childElements(root)[0]?.local).toBe('path');
  });

  it('expands entities of the document type in values and content', () => {
    const text = `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd" [\n<!ENTITY red "#f00">\n<!ENTITY shape "<path fill='&red;'/>">\n]>\n<svg ${NS} fill="&red;">&shape;</svg>`;
    const { root } = parsed(text);
    expect(attributeOf(root, 'fill')?.value).toBe('#f00');
    const path = childElements(root)[0] as XmlElement;
    expect(attributeOf(path, 'fill')?.value).toBe('#f00');
    expect(path.fromEntity).toBe(true);
    expect(text.slice(path.span.start, path.span.end)).toBe('&shape;');
  });

  it('takes the namespaces that Illustrator writes as entities', () => {
    const text = `<!DOCTYPE svg [ <!ENTITY ns_svg "http://www.w3.org/2000/svg"> ]><svg xmlns="&ns_svg;"/>`;
    expect(parseSvg(text).diagnostics).toEqual([]);
  });
});

describe('strictness', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['a tag that is not closed', `<svg ${NS}><g></svg>`, '</svg>'],
    ['a document that ends early', `<svg ${NS}><g>`, '<g>'],
    ['a value without quotes', `<svg ${NS} width=24/>`, '2'],
    ['an attribute twice', `<svg ${NS} id="a" id="b"/>`, 'id'],
    ['attributes that touch', `<svg ${NS} id="a"class="b"/>`, 'c'],
    ['an unknown entity', `<svg ${NS}>&nbsp;</svg>`, '&nbsp;'],
    ['a bare ampersand', `<svg ${NS} id="a & b"/>`, '&'],
    ['a bracket in a value', `<svg ${NS} id="a<b"/>`, '<'],
    ['text behind the root', `<svg ${NS}/>x`, 'x'],
    ['a second root', `<svg ${NS}/><svg/>`, '<svg/>'],
    ['a control character', `<svg ${NS}>\u0001</svg>`, '\u0001'],
    ['two dashes in a comment', `<svg ${NS}><!-- a -- b --></svg>`, '--'],
  ];
  for (const [name, text, at] of cases)
    it(`refuses ${name}, at the place`, () => {
      const found = refusal(text);
      expect(found.code).toBe('xml-syntax');
      expect(found.at.startsWith(at)).toBe(true);
    });

  it('names what is no SVG', () => {
    expect(refusal('').code).toBe('empty-file');
    expect(refusal(' \n').code).toBe('empty-file');
    expect(refusal('<!DOCTYPE html><html></html>').message).toContain('HTML');
    expect(refusal('\ufffdPNG\r\n\u001a').message).toContain('PNG');
    expect(refusal('\u001f\ufffd\b').message).toContain('compressed');
    expect(refusal('<\u0000s\u0000v\u0000g\u0000').message).toContain('UTF-16');
    expect(refusal('<vector xmlns:android="http://schemas.android.com/apk/res/android"/>').message).toContain(
      'VectorDrawable',
    );
    expect(refusal('<svg xmlns="http://www.w3.org/1999/xhtml"/>').code).toBe('not-svg');
  });
});

describe('limits', () => {
  const nested = (depth: number): string => `<svg ${NS}>${'<g>'.repeat(depth)}${'</g>'.repeat(depth)}</svg>`;

  it('bounds depth', () => {
    expect(parseSvg(nested(200)).document).toBeDefined();
    expect(refusal(nested(100_000)).code).toBe('too-large');
  });

  it('bounds the number of nodes and of characters', () => {
    expect(refusal(`<svg ${NS}>${'<g/>'.repeat(250_000)}</svg>`).code).toBe('too-large');
    expect(refusal(`<svg ${NS}>${' '.repeat(17_000_000)}</svg>`).code).toBe('too-large');
  });

  it('bounds the attributes of an element', () => {
    const attributes = (count: number): string =>
      Array.from({ length: count }, (_, index) => ` a${index}=""`).join('');
    expect(parseSvg(`<svg ${NS}><g${attributes(LIMITS.attributes)}/></svg>`).document).toBeDefined();
    expect(refusal(`<svg ${NS}><g${attributes(LIMITS.attributes + 1)}/></svg>`).code).toBe('too-large');
  });

  it('bounds the values of attributes, save those of outlines, pictures and data', () => {
    const valued = (name: string, length: number): string =>
      `<svg ${NS}><path ${name}="${' '.repeat(length)}"/></svg>`;
    expect(parseSvg(valued('style', LIMITS.value)).document).toBeDefined();
    expect(refusal(valued('style', LIMITS.value + 1)).code).toBe('too-large');
    for (const name of ['d', 'points', 'href', 'values', 'content', 'data-name', 'xml:base'])
      expect(parseSvg(valued(name, LIMITS.value + 1)).document, name).toBeDefined();
  });

  it('bounds entities that hold entities', () => {
    const declare = (name: string, inner: string): string => `<!ENTITY ${name} "${`&${inner};`.repeat(10)}">`;
    const names = 'abcdefghij'.split('');
    const bomb = names.slice(1).map((name, index) => declare(name, names[index] as string));
    const doctype = `<!DOCTYPE svg [<!ENTITY a "lol">${bomb.join('')}]>`;
    expect(refusal(`${doctype}<svg ${NS}>&j;</svg>`).code).toBe('entity-expansion');
    expect(refusal(`${doctype}<svg ${NS} id="&j;"/>`).code).toBe('entity-expansion');
    expect(refusal(`<!DOCTYPE svg [<!ENTITY a "&a;">]><svg ${NS}>&a;</svg>`).code).toBe('entity-expansion');
  });
});

describe('edits', () => {
  const text = `<svg ${NS}>\n  <path id="a"\n    d='M0 0' fill="red"/>\n  <g/>\n</svg>`;
  const document = parsed(text);
  const path = firstChild(document);
  const id = attributeOf(path, 'id');
  const data = attributeOf(path, 'd');
  if (id === undefined || data === undefined) throw new Error('the fixture has both attributes');

  it('remove an attribute with the space before it', () => {
    expect(applyEdits(text, [removeAttribute(document, data)])).toBe(text.replace("\n    d='M0 0'", ''));
  });

  it('replace a value, escaped for the quotes it has', () => {
    expect(applyEdits(text, [replaceValue(data, `"it's" <&>`)])).toBe(
      text.replace('M0 0', '"it&apos;s" &lt;&amp;>'),
    );
  });

  it('insert an attribute into a tag with and without others', () => {
    expect(applyEdits(text, [insertAttribute(path, 'stroke', 'none')])).toContain(
      'fill="red" stroke="none"/>',
    );
    const group = childElements(document.root)[1] as XmlElement;
    expect(applyEdits(text, [setAttribute(group, 'id', 'b')])).toContain('<g id="b"/>');
  });

  it('remove an element with its line', () => {
    expect(applyEdits(text, [removeElement(document, path)])).toBe(`<svg ${NS}>\n  <g/>\n</svg>`);
  });

  it('give back the value that was put in, whatever it is', () => {
    const value = fc.string({ unit: 'binary' }).filter((it) => ![...it].some((unit) => isNoCharacter(unit)));
    fc.assert(
      fc.property(value, (written) => {
        const edited = parsed(
          applyEdits(text, [replaceValue(data, written), insertAttribute(path, 'class', written)]),
        );
        expect(attributeOf(firstChild(edited), 'd')?.value).toBe(written);
        expect(attributeOf(firstChild(edited), 'class')?.value).toBe(written);
      }),
    );
  });
});

function isNoCharacter(unit: string): boolean {
  const point = unit.codePointAt(0) as number;
  if (point < 0x20) return point !== 0x9 && point !== 0xa && point !== 0xd;
  return (point >= 0xd800 && point <= 0xdfff) || point === 0xfffe || point === 0xffff;
}

describe('any text', () => {
  const seed = `<!DOCTYPE svg [<!ENTITY e "<g/>">]><svg ${NS}><!-- c --><style>a{}</style><g a="&e2;&#65;">&e;<![CDATA[x]]></g></svg>`;
  const pieces = fc.constantFrom(
    '<',
    '>',
    '&',
    ';',
    '"',
    "'",
    '/',
    '!',
    '[',
    ']',
    '-',
    '=',
    ' ',
    '&e;',
    '<g',
    '</g>',
    ':',
    '\ufeff',
    '\r',
  );

  it('is read or refused, never thrown at', () => {
    const mutation = fc.tuple(fc.nat(seed.length), fc.nat(8), pieces);
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        let text = seed;
        for (const [at, count, piece] of mutations) text = text.slice(0, at) + piece + text.slice(at + count);
        const { document, diagnostics } = parseSvg(text);
        expect(document !== undefined || diagnostics.length > 0).toBe(true);
        for (const { span } of diagnostics) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
