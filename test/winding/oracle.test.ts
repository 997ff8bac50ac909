import { describe, expect, it } from 'vitest';
import { randomPath, seeded } from '../../bench/random-paths.ts';
import { repairFillRule } from '../../src/repair/path-data.ts';
import { importsIn } from '../architecture/imports.ts';
import { ROOT } from '../support/cli.ts';
import { disagreement } from './disagreement.ts';
import { distanceTo, linesOf, turnsAbout } from './oracle.ts';

/** What judges the engine has to be right itself, and must not be the engine. */

it('the oracle imports nothing from src, nor does what it is used through', () => {
  const edges = importsIn(ROOT, ['test/winding', 'bench']);
  const reached = new Set([
    'test/winding/disagreement.ts',
    'test/winding/pixels.ts',
    'bench/random-paths.ts',
  ]);
  for (const path of reached) for (const { from, to } of edges) if (from === path) reached.add(to);
  expect(reached).toContain('test/winding/oracle.ts');
  expect([...reached].filter((path) => path.startsWith('src/'))).toEqual([]);
});

describe('turnsAbout', () => {
  it.each([
    ['a square, clockwise on screen', 'M0 0H9V9H0Z', 1],
    ['a square the other way round', 'M0 0V9H9V0Z', -1],
    ['relative lines', 'm0 0h9v9h-9z', 1],
    ['an open square', 'M0 0L9 0 9 9 0 9', 1],
    ['a square beside it', 'M10 0H19V9H10Z', 0],
    ['two squares', 'M0 0H9V9H0ZM1 1H8V8H1Z', 2],
    ['a hole that runs the other way', 'M0 0H9V9H0ZM1 1V8H8V1Z', 0],
    ['a subpath behind a close, without a moveto', 'M0 0H9V9H0ZL0 9L9 9L9 0Z', 0],
    ['a circle of two arcs', 'M0 4A4 4 0 0 1 8 4A4 4 0 0 1 0 4Z', 1],
    ['a circle of two arcs with packed flags', 'M0 4a4 4 0 008 0a4 4 0 00-8 0z', -1],
    ['a turned ellipse, of which this end is long', 'M-2 -2A9 2 45 0 1 10 10A9 2 45 0 1 -2 -2Z', 1],
    ['cubics, one of them smooth', 'M0 4C0 -2 8 -2 8 4S0 10 0 4Z', 1],
    ['quadratics, one of them smooth', 'M0 4Q4 -4 8 4T0 4Z', 1],
  ])('%s', (_, path, turns) => {
    expect(turnsAbout(linesOf(path), 4.1, 3.9) + 0).toBe(turns);
  });
});

it('distanceTo measures to the nearest line, or its end', () => {
  const lines = linesOf('M0 0H9V9H0Z');
  expect(distanceTo(lines, 4, 3)).toBe(3);
  expect(distanceTo(lines, 12, 13)).toBe(5);
});

describe('disagreement', () => {
  const RING = 'M0 0H9V9H0ZM2 2H7V7H2Z';

  it('finds what is wrong, and where', () => {
    const lostHole = disagreement(RING, RING, 24, seeded(1));
    expect(lostHole).toBeDefined();
    for (const side of [lostHole!.x, lostHole!.y]) expect(Math.abs(side - 4.5)).toBeLessThan(2.5);
    expect(disagreement(RING, 'M0 0H9V9H0Z', 24, seeded(1))).toBeDefined();
    expect(disagreement(RING, '', 24, seeded(1))).toBeDefined();
  });

  it('finds nothing where nothing is wrong', () => {
    for (const right of ['M0 0H9V9H0ZM2 7H7V2H2Z', 'M0 9H9V0H0ZM2 2H7V7H2Z'])
      expect(disagreement(RING, right, 500, seeded(1))).toBeUndefined();
  });

  it.each(['float', 'grid'] as const)(
    'sees at 20 points, as the fuzz, most %s paths that are left as they were',
    (family) => {
      const random = seeded(5);
      const needy = Array.from({ length: 30 }, () => randomPath(family, random)).filter(
        (path) => repairFillRule(path).method !== 'unchanged',
      );
      const seen = needy.filter((path) => disagreement(path, path, 20, random) !== undefined);
      expect(needy.length).toBeGreaterThan(15);
      expect(seen.length / needy.length).toBeGreaterThan(0.6);
    },
  );
});
