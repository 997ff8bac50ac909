import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, Sandbox } from '../support/cli.ts';

const page = readFileSync(join(ROOT, 'docs/cli.md'), 'utf8');

/** The part of docs/cli.md below the command's heading. */
function sectionOf(command: string): string {
  const [, text = ''] = page.split(`## \`windproof ${command}\``);
  return text.split(/^## /m)[0] ?? '';
}

describe('docs/cli.md and --help agree', () => {
  it.each(['convert', 'fix'])('%s', async (command) => {
    const { stdout } = await new Sandbox().run(command, '--help');
    const [, options = ''] = stdout.split(/^Options:$/m);
    const known = [...options.matchAll(/^ +(?:-\w, )?--([a-z-]+)/gm)]
      .map(([, name]) => name as string)
      .filter((name) => name !== 'help' && name !== 'version');
    expect(known.length).toBeGreaterThan(5);
    const section = sectionOf(command);
    // What is on unless it is said otherwise is told by its opposite.
    const named = (name: string): boolean => new RegExp(`--(no-)?${name}\\b(?!-)`).test(section);
    expect(known.filter((name) => !named(name))).toEqual([]);

    const told = [...section.matchAll(/--([a-z]+(?:-[a-z]+)*)/g)].map(([, name = '']) =>
      name.replace(/^no-/, ''),
    );
    expect([...new Set(told)].filter((name) => !known.includes(name))).toEqual([]);
  });
});
