import { describe, expect, it } from 'vitest';
import { Sandbox, SQUARE } from '../support/cli.ts';

const deep = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${'<g>'.repeat(50_000)}${'</g>'.repeat(50_000)}</svg>`;
const noise = Array.from({ length: 60_000 }, (_, i) => `L${(i * 7919) % 1000} ${(i * 104_729) % 997}`).join(
  '',
);
const tangled = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000"><path fill-rule="evenodd" d="M0 0${noise}z"/></svg>`;

/** What each must come to: a code, or several of which one must be there. */
const FILES: Readonly<Record<string, { content: string | { copy: string }; codes: readonly string[] }>> = {
  'empty.svg': { content: { copy: 'hostile/empty.svg' }, codes: ['empty-file'] },
  'only-a-mark.svg': { content: { copy: 'hostile/only-a-mark.svg' }, codes: ['empty-file'] },
  'unclosed.svg': { content: { copy: 'hostile/unclosed.svg' }, codes: ['xml-syntax'] },
  'web-page.svg': { content: { copy: 'hostile/web-page.svg' }, codes: ['not-svg', 'xml-syntax'] },
  'picture.svg': { content: { copy: 'hostile/picture.svg' }, codes: ['not-text'] },
  'huge.svg': { content: ' '.repeat(17 * 2 ** 20), codes: ['file-too-large'] },
  'entity-bomb.svg': { content: { copy: 'hostile/entity-bomb.svg' }, codes: [] },
  'use-bomb.svg': { content: { copy: 'hostile/use-bomb.svg' }, codes: [] },
  'deep.svg': { content: deep, codes: [] },
  'huge-filter-region.svg': { content: { copy: 'hostile/huge-filter-region.svg' }, codes: [] },
  'tangled.svg': { content: tangled, codes: [] },
};

describe('hostile files among good ones', () => {
  it('cost only themselves: each has a clear diagnostic, the good ones are written, and the exit code is 1', async () => {
    const sandbox = new Sandbox({ 'icons/aaa.svg': SQUARE, 'icons/zzz.svg': SQUARE });
    // What refers to itself is drawn by nobody: the rest is the icon, and it is said.
    sandbox.write('icons/use-cycle.svg', { copy: 'hostile/use-cycle.svg' });
    for (const [name, { content }] of Object.entries(FILES)) sandbox.write(`icons/${name}`, content);

    const result = await sandbox.run(
      'convert',
      'icons',
      '-o',
      'out',
      '--format',
      'json',
      '--time-limit',
      '20',
    );
    expect(result.stderr).toBe('');
    const { files } = JSON.parse(result.stdout) as {
      files: { source: string; status: string; diagnostics: { code: string; severity: string }[] }[];
    };
    const cycle = files.find(({ source }) => source === 'icons/use-cycle.svg');
    expect(cycle?.status).toBe('written');
    expect(cycle?.diagnostics.map(({ code }) => code)).toContain('reference-cycle');
    const good = files.filter(({ source }) => /aaa|zzz/.test(source));
    expect(good.map(({ status }) => status)).toEqual(['written', 'written']);
    expect(sandbox.list('out').filter((name) => /aaa|zzz/.test(name))).toEqual(['aaa.xml', 'zzz.xml']);

    for (const [name, { codes }] of Object.entries(FILES)) {
      const file = files.find(({ source }) => source === `icons/${name}`);
      const errors = file?.diagnostics.filter(({ severity }) => severity === 'error') ?? [];
      expect(file?.status, name).toBe('failed');
      expect(errors.length, name).toBeGreaterThan(0);
      expect(
        errors.map(({ code }) => code),
        name,
      ).not.toContain('internal-error');
      if (codes.length > 0) {
        expect(
          errors.some(({ code }) => codes.includes(code)),
          `${name}: ${JSON.stringify(errors)}`,
        ).toBe(true);
      }
    }
    expect(result.code).toBe(1);
  });
});
