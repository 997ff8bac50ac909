import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { printSvg } from '../../src/emit/svg.ts';
import type { Icon } from '../../src/ir.ts';
import { parseSvg } from '../../src/parse/svg.ts';
import { evenOddSpans } from '../../src/repair/even-odd-spans.ts';
import { repairIcon } from '../../src/repair/icon.ts';
import { repairSource } from '../../src/repair/source.ts';
import { resolveIcon } from '../../src/resolve/icon.ts';
import { comparePictures } from '../support/pictures.ts';

const ROOT = new URL('../../fixtures/repair/', import.meta.url);

function read(text: string): Icon {
  const { document } = parseSvg(text);
  const icon = document && resolveIcon(document).icon;
  if (icon === undefined) throw new Error('the test icon does not resolve');
  return icon;
}

const icon = (body: string): Icon =>
  read(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${body}</svg>`);

describe('repairIcon', () => {
  it.each(readdirSync(ROOT))('leaves no even-odd and the same picture: %s', (name) => {
    const before = read(readFileSync(new URL(`${name}/input.svg`, ROOT), 'utf8'));
    const { icon: after, diagnostics } = repairIcon(before);
    expect(diagnostics).toEqual([]);
    expect(evenOddSpans(after)).toEqual([]);
    expect(comparePictures(printSvg(before), printSvg(after)).visible).toBe(0);
  });

  it('keeps a clip whose shapes are too complex to be joined, and says so', () => {
    const place = (seed: number): string => (((seed * 7919) % 24_000) / 1000).toFixed(3);
    const lines = Array.from({ length: 50_000 }, (_, n) => `L${place(n * n + 3)} ${place(n * 31 + 5)}`);
    const shapes = `<path d="M0 0${lines.join('')}Z"/><circle r="9"/>`;
    const { diagnostics } = repairIcon(
      icon(`<clipPath id="c">${shapes}</clipPath><rect width="24" height="24" clip-path="url(#c)"/>`),
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['clip-union-kept']);
    expect(diagnostics[0]?.message).toContain('too complex');
  }, 120_000);

  it('joins clip shapes that would cancel where they overlap', () => {
    const before = icon(
      '<clipPath id="c"><path d="M2 2H14V14H2z"/><path d="M8 8V22H22V8z"/></clipPath><rect width="24" height="24" clip-path="url(#c)"/>',
    );
    const { icon: after, repairs } = repairIcon(before);
    const clip = after.children[0]?.kind === 'group' ? after.children[0].clips[0] : undefined;
    expect(clip?.shapes).toHaveLength(1);
    expect(repairs).toMatchObject([{ rule: 'clip-rule', method: 'reversed', subpaths: 2, reversed: 1 }]);
    expect(comparePictures(printSvg(before), printSvg(after)).visible).toBe(0);
  });

  it('keeps arcs, and the stroke in one shape, where a solid stroke is reversed', () => {
    const ring = 'M12 2a10 10 0 0 1 0 20a10 10 0 0 1 0-20zM12 7a5 5 0 0 1 0 10a5 5 0 0 1 0-10z';
    const { icon: after } = repairIcon(icon(`<path fill-rule="evenodd" stroke="red" d="${ring}"/>`));
    const [shape] = after.children;
    expect(after.children).toHaveLength(1);
    expect(shape?.kind === 'shape' && shape.path.commands.filter(({ kind }) => kind === 'arc')).toHaveLength(
      4,
    );
  });

  it('gives a dashed stroke a shape of its own on the path as drawn', () => {
    const before = icon(
      '<path id="a" fill-rule="evenodd" stroke="red" stroke-dasharray="3 1" d="M2 2H22V22H2zM8 8H16V16H8z"/>',
    );
    const { children } = repairIcon(before).icon;
    expect(children).toMatchObject([{ fill: { rule: 'nonzero' } }, { stroke: { dashes: [3, 1] } }]);
    const [old] = before.children;
    expect(children[1]?.kind === 'shape' && children[1].path).toBe(old?.kind === 'shape' && old.path);
  });

  it('counts what it did', () => {
    const { repairs } = repairIcon(icon('<path fill-rule="evenodd" d="M2 2H22V22H2zM8 8H16V16H8z"/>'));
    expect(repairs).toMatchObject([
      { rule: 'fill-rule', method: 'reversed', subpaths: 2, reversed: 1, breaks: 0 },
    ]);
  });
});

describe('repairSource on hostile input', () => {
  const repair = (text: string): string => {
    const { document } = parseSvg(text);
    if (document === undefined) throw new Error('the test icon does not parse');
    return repairSource(document).text;
  };

  it('ends where uses multiply, and leaves the text alone', () => {
    const levels = Array.from({ length: 20 }, (_, level) => {
      const inner = `<use href="#l${level + 1}"/>`;
      return `<g id="l${level}">${inner}${inner}${inner}</g>`;
    }).join('');
    const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs>${levels}<path id="l20" d="M0 0H9V9H0z"/></defs><use href="#l0" fill-rule="evenodd"/></svg>`;
    expect(repair(text)).toBe(text);
  });

  it('ends where uses go round in a circle', () => {
    const text =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g id="a" fill-rule="evenodd"><use href="#a"/><path d="M0 0H9V9H0zM2 2H7V7H2z"/></g></svg>';
    expect(repair(text)).toContain('M0 0H9V9H0zM2 7H7V2H2z');
  });

  it('takes path data with a fault up to the fault', () => {
    const text =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill-rule="evenodd" d="M0 0H9V9H0zM2 2H7V7H2z oops"/></svg>';
    expect(comparePictures(text, repair(text)).visible).toBe(0);
  });
});
