import { describe, expect, it } from 'vitest';
import { referencesOf } from '../../src/lint/rules/references.ts';
import { parseSvg } from '../../src/parse/svg.ts';

function targetsIn(attributes: string): string[] {
  const { document } = parseSvg(`<svg xmlns="http://www.w3.org/2000/svg"><path ${attributes}/></svg>`);
  return document === undefined ? ['not an icon'] : [...referencesOf(document)].map(({ target }) => target);
}

describe('referencesOf', () => {
  it('finds each url() of each attribute, whatever its quotes', () => {
    expect(targetsIn(`fill="url( #a )" style="mask:url('#b');filter:url(&quot;#c d&quot; )"`)).toEqual([
      '#a',
      '#b',
      '#c d',
    ]);
  });

  it('finds them in capitals: names of functions have no case', () => {
    expect(targetsIn(`fill="URL(#a)" style="mask:Url('https://example.com/b.svg#b')"`)).toEqual([
      '#a',
      'https://example.com/b.svg#b',
    ]);
  });

  it('finds none where nothing closes it, however long the white space', () => {
    expect(targetsIn(`fill="url(${' '.repeat(16_000)}" stroke="url(#a"`)).toEqual([]);
  });

  it('reads on behind one that is not closed', () => {
    expect(targetsIn(`style="${'url('.repeat(4_000)}#a)"`)).toEqual(['#a']);
  });
});
