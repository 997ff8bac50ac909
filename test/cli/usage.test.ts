import { describe, expect, it } from 'vitest';
import { Sandbox, SQUARE } from '../support/cli.ts';

describe('a wrong call exits 2 with one line and no stack', () => {
  const icons = { 'icons/a.svg': SQUARE };
  const calls: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no command', [], /Name a command/],
    ['an unknown command', ['convrt', 'icons'], /convert/],
    ['no paths', ['convert', '-o', 'out'], /Name the icons/],
    ['a missing file', ['convert', 'icons/b.svg', '-o', 'out'], /Nothing found at "icons\/b\.svg"/],
    ['a missing file among good ones', ['convert', 'icons/a.svg', 'b.svg', '-o', 'out'], /"b\.svg"/],
    ['a glob without a match', ['convert', 'icons/*.png', '-o', 'out'], /Nothing found at "icons\/\*\.png"/],
    ['a folder without icons', ['convert', 'empty', '-o', 'out'], /Nothing found at "empty"/],
    ['an unknown option', ['convert', 'icons', '-o', 'out', '--flatt'], /flatt/],
    ['an unknown option before a path', ['convert', '--fast', 'icons', '-o', 'out'], /fast/],
    ['an option that is nearly one', ['lint', 'icons', '--fix-dryrun'], /did you mean --fix-dry-run\?/],
    ['a list without a value', ['lint', 'icons', '--format', '--quiet'], /--format needs a value/],
    ['a value for a switch', ['lint', 'icons', '--fix=maybe'], /--fix takes no value/],
    ['an option that is the beginning of one', ['lint', 'icons', '--supp'], /did you mean --suppress-all\?/],
    ['a name for no standard input', ['lint', 'icons', '--stdin-filename', 'a.svg'], /goes with -/],
    ['nothing to explain', ['explain'], /An argument is missing/],
    ['a preset that is none', ['rules', '--preset', 'x'], /--preset takes one of "recommended",.* not "x"/],
    ['a format that is none', ['convert', 'icons', '-o', 'out', '--format', 'yaml'], /yaml/],
    ['an option without its value', ['convert', 'icons', '-o'], /-o needs a value/],
    ['an API level that is no number', ['convert', 'icons', '-o', 'out', '--min-sdk', 'M'], /--min-sdk/],
    [
      'an API level before VectorDrawable',
      ['convert', 'icons', '-o', 'out', '--min-sdk', '19'],
      /at least 21/,
    ],
    ['two output folders', ['convert', 'icons', '-o', 'out', '-o', 'b'], /--out was given more than once/],
    ['no output folder', ['convert', 'icons'], /-o <folder>/],
    ['json and an icon both on standard output', ['convert', '-', '--format', 'json'], /-o <folder>/],
    ['a configuration that is missing', ['convert', 'icons', '-o', 'out', '--svgo-config', 'x.js'], /x\.js/],
    ['a configuration that throws', ['convert', 'icons', '-o', 'out', '--svgo-config', 'bad.mjs'], /oh no/],
  ];
  it.each(calls)('%s', async (_name, args, message) => {
    const sandbox = new Sandbox({
      ...icons,
      'empty/readme.txt': 'none',
      'bad.mjs': "throw new Error('oh no')",
    });
    const { code, stdout, stderr } = await sandbox.run(...args);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
    expect(stdout).toBe('');
    expect(code).toBe(2);
    expect(sandbox.has('out')).toBe(false);
  });
});

describe('what asks for words gets them and exits 0', () => {
  it('--version', async () => {
    const { code, stdout } = await new Sandbox().run('--version');
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(code).toBe(0);
  });

  it('--help lists the commands', async () => {
    const { code, stdout } = await new Sandbox().run('--help');
    expect(stdout).toMatch(/windproof convert \[paths\.\.\]/);
    expect(stdout).toMatch(/windproof fix \[paths\.\.\]/);
    expect(code).toBe(0);
  });

  it('convert --help tells its options', async () => {
    const { code, stdout } = await new Sandbox().run('convert', '--help');
    for (const option of ['--out', '--flat', '--min-sdk', '--dry-run', '--format'])
      expect(stdout).toContain(option);
    expect(code).toBe(0);
  });
});
