import { describe, expect, it } from 'vitest';
import { parseUrl } from '../../src/resolve/values/paint.ts';

describe('parseUrl', () => {
  it.each([
    ['url(#a)', '#a', 7],
    ['url( #a ) red', '#a', 9],
    [`url('#a b')`, '#a b', 11],
    ['  URL( "#(a)"\n) x', '#(a)', 15],
    ['url()', '', 5],
  ])('reads %j', (text, url, end) => {
    expect(parseUrl(text)).toEqual({ url, end });
  });

  it.each(['url(#a', 'url("#a)', `url(#a'b)`, 'rgb(1 2 3)', 'none'])('finds none in %j', (text) => {
    expect(parseUrl(text)).toBe(undefined);
  });

  it('reads past white space that nothing ends, however much', () => {
    expect(parseUrl(`url(${' '.repeat(1_000_000)}`)).toBe(undefined);
  });
});
