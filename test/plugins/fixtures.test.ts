import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { optimize } from 'svgo';
import { describe, expect, it } from 'vitest';
import { nonzeroFill } from '../../plugins/index.ts';

const ROOT = new URL('../../fixtures/plugins/', import.meta.url);

/** As svgo's own plugin fixtures: input, expected output and parameters, apart by a line of @@@. */
describe.each(readdirSync(ROOT))('fixtures/plugins/%s', (name) => {
  const file = new URL(name, ROOT);
  const [input = '', expected = '', params = '{}'] = readFileSync(file, 'utf8')
    .split(/^@@@$/m)
    .map((part) => part.trim());
  const run = (svg: string): string =>
    optimize(svg, {
      plugins: [{ ...nonzeroFill, params: JSON.parse(params) as object }],
      js2svg: { pretty: true },
    }).data.trim();

  it('gives the reviewed text, and the same when run again', () => {
    const output = run(input);
    if (process.env['UPDATE'] === '1') {
      const parts = params === '{}' ? [input, output] : [input, output, params];
      writeFileSync(file, `${parts.join('\n\n@@@\n\n')}\n`);
    } else expect(output).toBe(expected);
    expect(run(output)).toBe(output);
  });
});
