import { describe, expect, it } from 'vitest';
import { resolveConfig } from '../../src/lint/config.ts';
import { applyEdits } from '../../src/parse/edit.ts';
import { lint } from '../../src/pipeline/lint.ts';

const config = resolveConfig({}, 'the test').forFile(undefined);

const withComment = (comment: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">
  <!--${comment}-->
  <path fill-rule="evenodd" d="M2 2h20v20H2zM6 6h12v12H6z"/>
</svg>`;

const found = (comment: string) => lint(withComment(comment), { config }).diagnostics;

/** Of the findings: the rule, the message, the help. */
const said = (comment: string): string[] =>
  found(comment).map(({ code, message, help }) => `${code}: ${message} ${help}`);

describe('a comment that silences a rule', () => {
  it.each([
    ' windproof-disable-next-line no-evenodd-fill ',
    ' windproof-disable no-evenodd-fill: drawn for API 26 ',
    'windproof-disable-next-line — the app needs API 26',
    ' windproof-disable\n  no-evenodd-fill,\n  no-same-icon ',
  ])('is no finding: %j', (comment) => {
    expect(said(comment)).toEqual([]);
  });

  it('names each rule of several that it silences nothing of, and loses it', () => {
    const comment = ' windproof-disable no-text, no-evenodd-fill,no-raster: why not ';
    expect(said(comment)).toEqual([
      'needless-suppression: This comment silences nothing of no-text, no-raster. Take the comment out, or correct the rule name in it.',
    ]);
    expect(applyEdits(withComment(comment), found(comment)[0]?.fix?.edits ?? [])).toBe(
      withComment(' windproof-disable no-evenodd-fill: why not '),
    );
  });

  it('stays where another rule may be meant, or one that is off', () => {
    const [misspelt] = found(' windproof-disable no-evenodd-fill, no-txt: why not ');
    expect(misspelt).toMatchObject({
      message: 'This comment silences nothing of no-txt.',
      help: "There is no rule 'no-txt'; did you mean 'no-text'?",
    });
    const [off] = found(' windproof-disable no-evenodd-fill, no-default-id ');
    expect(off?.message).toBe('This comment silences nothing of no-default-id.');
    expect([misspelt?.fix, off?.fix]).toEqual([undefined, undefined]);
  });

  it.each([
    ' windproof-disable-nextline no-evenodd-fill ',
    ' windproof-disable no-evenodd-fill (API 26) ',
    ' windproof-enable ',
  ])('is told where it cannot be read: %j', (comment) => {
    expect(found(comment).map(({ code, fix }) => [code, fix === undefined])).toEqual([
      ['needless-suppression', true],
      ['no-evenodd-fill', false],
    ]);
    expect(said(comment)[0]).toContain('cannot be read, so it silences nothing');
  });

  it('says where the reason stands when two hyphens make it no XML', () => {
    expect(said(' windproof-disable-next-line no-evenodd-fill -- the app needs API 26 ')).toEqual([
      "xml-syntax: This is not well-formed XML: '--' may not stand in a comment. Write the reason behind a colon: <!-- windproof-disable-next-line rule: reason -->.",
    ]);
    expect(said(' what -- ever ')[0]).not.toContain('colon');
  });
});
