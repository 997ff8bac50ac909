import { describe, expect, it } from 'vitest';
import { Budget } from '../../src/geometry/budget.ts';
import { parseSvg } from '../../src/parse/svg.ts';
import { resolveIcon } from '../../src/resolve/icon.ts';
import { verifyRegions } from '../../src/verify/regions.ts';

const SQUARE = '<path d="M4 4h8v8H4z"/>';
const LEFT = '<clipPath id="left"><path d="M0 0h8v24H0z"/></clipPath>';
const DISC = '<clipPath id="disc"><circle cx="8" cy="8" r="6"/></clipPath>';
const HUGE = '<clipPath id="huge"><path d="M0 0h900000v24H0z"/></clipPath>';

function iconOf(content: string) {
  const { document } = parseSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${content}</svg>`,
  );
  const icon = document === undefined ? undefined : resolveIcon(document).icon;
  if (icon === undefined) throw new Error('the icon does not resolve');
  return icon;
}

const verdict = (before: string, after: string): string =>
  verifyRegions(iconOf(before), iconOf(after)).verdict;

describe('verifyRegions', () => {
  it.each([
    [
      'a clip that cuts nothing',
      SQUARE,
      `<clipPath id="all"><path d="M0 0h24v24H0z"/></clipPath><g clip-path="url(#all)">${SQUARE}</g>`,
    ],
    [
      'a clip, and the same cut by hand',
      `${LEFT}<g clip-path="url(#left)">${SQUARE}</g>`,
      '<path d="M4 4h4v8H4z"/>',
    ],
    [
      'clips inside each other, in any order',
      `${LEFT}${DISC}<g clip-path="url(#left)"><g clip-path="url(#disc)">${SQUARE}</g></g>`,
      `${LEFT}${DISC}<g clip-path="url(#disc)"><g clip-path="url(#left)">${SQUARE}</g></g>`,
    ],
    ['what lies outside the viewport', `${SQUARE}<path d="M30 4h9v9z"/>`, SQUARE],
    [
      'a clip of several shapes, each with clips of its own',
      `${LEFT}<clipPath id="two"><path d="M4 4h8v8H4z" clip-path="url(#left)"/><path d="M14 4h8v8h-8z"/></clipPath><path clip-path="url(#two)" d="M0 0h24v24H0z"/>`,
      '<path d="M4 4h4v8H4zM14 4h8v8h-8z"/>',
    ],
    [
      'the rule of a clip',
      '<clipPath id="ring"><path clip-rule="evenodd" d="M2 2h20v20H2zM7 7h10v10H7z"/></clipPath><path clip-path="url(#ring)" d="M0 0h24v24H0z"/>',
      '<path d="M2 2h20v20H2zM7 7v10h10V7z"/>',
    ],
    ['paint that cannot be seen', `${SQUARE}<path d="M14 4h9v9z" fill="#f00" fill-opacity="0"/>`, SQUARE],
  ])('sees past %s', (_name, before, after) => {
    expect(verdict(before, after)).toBe('same');
    expect(verdict(after, before)).toBe('same');
  });

  it.each([
    ['a clip', `${LEFT}<g clip-path="url(#left)">${SQUARE}</g>`, SQUARE],
    [
      'another clip',
      `${LEFT}<g clip-path="url(#left)">${SQUARE}</g>`,
      `${DISC}<g clip-path="url(#disc)">${SQUARE}</g>`,
    ],
    [
      'a clip on one of two',
      `${LEFT}${SQUARE}<path d="M14 14h8v8z" clip-path="url(#left)"/>`,
      `${SQUARE}<path d="M14 14h8v8z"/>`,
    ],
    [
      'what is small beside a clip far larger than the picture',
      `${HUGE}<g clip-path="url(#huge)">${SQUARE}</g>`,
      '<path d="M5 4h7v8H5z"/>',
    ],
  ])('notices %s', (_name, before, after) => {
    expect(verdict(before, after)).toBe('different');
    const { diagnostics } = verifyRegions(iconOf(before), iconOf(after));
    expect(diagnostics.map(({ code }) => code)).toEqual(['region-differs']);
  });

  it('proves nothing where that is more work than allowed', () => {
    const [before, after] = [iconOf(SQUARE), iconOf(SQUARE.replace('/>', ' transform="translate(9)"/>'))];
    expect(verifyRegions(before, after).verdict).toBe('different');
    expect(verifyRegions(before, after, 'strict', new Budget(10)).verdict).toBe('unproven');
  });

  it('has no work with what is where it was, however strokes are put into paths', () => {
    const pen = 'fill="none" stroke="#000" stroke-width="2"';
    const apart = `<path ${pen} d="M4 4h8"/><path ${pen} d="M6 2v8"/>`;
    const merged = `<path ${pen} d="M6 2v8M4 4h8"/>`;
    expect(verifyRegions(iconOf(apart), iconOf(merged), 'strict', new Budget(0)).verdict).toBe('same');
    for (const other of [
      merged.replace('width="2"', 'width="3"'),
      merged.replace('/>', ' stroke-linecap="round"/>'),
      merged.replace('h8', 'h9'),
      `${LEFT}<g clip-path="url(#left)">${merged}</g>`,
    ])
      expect(verdict(apart, other)).toBe('different');
    // What is not where it was may lie below what is.
    expect(verdict(`${apart}<path ${pen} d="M5 4h6"/>`, merged)).toBe('same');
  });

  it('leaves another paint to a picture', () => {
    expect(verdict(SQUARE, SQUARE.replace('/>', ' fill="#f00"/>'))).toBe('unproven');
  });
});
