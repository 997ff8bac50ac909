import { describe, expect, it } from 'vitest';
import { isNestedDeep, withoutComments } from '../../src/parse/css-text.ts';

describe('isNestedDeep', () => {
  it.each([
    ['{', 64, false],
    ['{', 65, true],
    ['([{', 22, true],
    ['{}', 100, false],
    ['}{', 100, false],
    ['"{"', 100, false],
    ["'\\'{'", 100, false],
    ['/*{*/', 100, false],
    ['/* "{" */{', 65, true],
  ])('%j, %i times: %s', (part, times, expected) => {
    expect(isNestedDeep(part.repeat(times))).toBe(expected);
  });

  // Looked for from each of them up to the end, the close of the first would take minutes.
  it.each(['/* ', '"\\"', "'\\'", '"a\n'])('looks once for what closes %j', (open) => {
    expect(isNestedDeep(open.repeat(1_000_000))).toBe(false);
  });
});

it('withoutComments leaves a space for each comment, once for all that is left open', () => {
  expect(withoutComments('red/* a */blue/**/x')).toBe('red blue x');
  expect(withoutComments(`red${'/* '.repeat(1_000_000)}`)).toBe('red ');
});
