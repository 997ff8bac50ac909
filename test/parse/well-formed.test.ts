import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseXml } from '../../src/parse/svg.ts';
import { isBeyondDoubt, secondOpinion } from '../../src/parse/well-formed.ts';

const ICON = `<?xml version="1.0" encoding="UTF-8"?>
<!-- drawn - by hand -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="24" viewBox='0 0 24 24'>
  <title>A &amp; B &lt; &#169;</title>
  <g id="a.b-c" fill = "none"
     data-x="2 > 1" xml:space="preserve"><path d="M0 0h4v4z"/><use xlink:href="#p" /></g >
</svg>
`;

const judge = (text: string): { isPlain: boolean; isFaulty: boolean } | undefined => {
  const { document } = parseXml(text);
  if (document === undefined) return undefined;
  return { isPlain: isBeyondDoubt(document), isFaulty: secondOpinion(document) !== undefined };
};

describe('isBeyondDoubt', () => {
  it('holds for an icon as tools write it', () => {
    expect(judge(ICON)).toEqual({ isPlain: true, isFaulty: false });
  });

  it.each([
    ['a document type', `<!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg"/>`],
    ['an instruction inside', `<svg xmlns="http://www.w3.org/2000/svg"><?xml x?></svg>`],
    ['a section', `<svg xmlns="http://www.w3.org/2000/svg"><style><![CDATA[a{}]]></style></svg>`],
    ['names beyond ASCII', `<svg xmlns="http://www.w3.org/2000/svg" größe="1"/>`],
    ['a name of two colons', `<svg xmlns="http://www.w3.org/2000/svg" a:b:c="1"/>`],
    ['a namespace of its own', `<svg xmlns="urn:x"/>`],
    ['a prefix that is kept for XML', `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xmlfoo="urn:x"/>`],
    ['a control character', `<svg xmlns="http://www.w3.org/2000/svg"><title>\u0001</title></svg>`],
    ['three dashes at the end of a comment', `<svg xmlns="http://www.w3.org/2000/svg"><!-- a ---></svg>`],
  ])('leaves %s to the second reader', (_, text) => {
    // What our reader refuses by itself, such as the control character, never gets there.
    expect(judge(text)?.isPlain ?? false).toBe(false);
  });

  it('never holds for what the second reader finds fault with', () => {
    const snippets = ['<', '>', '/', '"', "'", '=', '&', ';', ' ', '-', '--', '<!--', '-->', '<?x?>', ']]>'];
    const more = [
      'xmlns',
      'xml:',
      ':',
      '<a>',
      '</g>',
      '<![CDATA[',
      '\u0001',
      '\u00b7',
      '\ud800',
      '0',
      'x',
      '\n',
    ];
    const edit = fc.record({
      at: fc.nat(ICON.length),
      drop: fc.nat(3),
      text: fc.constantFrom(...snippets, ...more, ''),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        let text = ICON;
        for (const { at, drop, text: put } of edits) text = text.slice(0, at) + put + text.slice(at + drop);
        const verdict = judge(text);
        expect(verdict?.isPlain === true && verdict.isFaulty).toBe(false);
      }),
      { numRuns: 4000 },
    );
  });
});
