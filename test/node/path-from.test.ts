import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isBelow, pathFrom } from '../../src/node/files/path-from.ts';

describe('pathFrom', () => {
  it.each([
    ['/a', '/a/b.svg', 'b.svg'],
    ['/a', '/a/b/c.svg', 'b/c.svg'],
    ['/', '/a/b.svg', 'a/b.svg'],
    ['/a', '/ab/c.svg', '../ab/c.svg'],
    ['/a/b', '/a/c.svg', '../c.svg'],
  ])('from %j, %j is %j', (folder, path, expected) => {
    expect(pathFrom(folder, path)).toBe(expected);
    expect(pathFrom(folder, path)).toBe(relative(folder, path));
    expect(isBelow(path, folder)).toBe(!expected.startsWith('..'));
  });
});
