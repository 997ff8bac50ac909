import { describe, expect, it } from 'vitest';
import { Sandbox } from '../support/cli.ts';

const evenOdd = (pathData: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill-rule="evenodd" d="${pathData}"/></svg>`;

/** Fifty thousand lines all across the icon, the same in each run. */
const tangle = (): string => {
  const place = (seed: number): string => (((seed * 7919) % 24_000) / 1000).toFixed(3);
  const lines = Array.from(
    { length: 50_000 },
    (_, index) => `L${place(index * index + 3)} ${place(index * 31 + 5)}`,
  );
  return `M0 0${lines.join('')}Z`;
};

const RING = evenOdd('M2 2H22V22H2zM8 8H16V16H8z');

interface Report {
  readonly files: readonly {
    readonly source: string;
    readonly status: string;
    readonly repairs: readonly { readonly method: string; readonly reason?: string }[];
    readonly diagnostics: readonly {
      readonly code: string;
      readonly message: string;
      readonly help: string;
    }[];
  }[];
}

/** Work is counted and not timed, so the clock is kept out of it. */
const UNTIMED = ['--time-limit', '100000', '--format', 'json'] as const;

describe('a path too complex to repair, among good icons', () => {
  const files = {
    'icons/aaa.svg': RING,
    'icons/coincident.svg': evenOdd('M5 5h10v10h-10z'.repeat(5000)),
    'icons/tangle.svg': evenOdd(tangle()),
    'icons/zzz.svg': RING,
  };

  it.each([
    ['convert', 'evenodd-fill', ['written', 'failed', 'failed', 'written']],
    // What is kept is copied as it is, with its error.
    ['fix', 'even-odd-kept', ['written', 'written', 'written', 'written']],
  ])(
    '%s says that it is too complex, and writes the others',
    async (command, code, statuses) => {
      const sandbox = new Sandbox(files);
      const { code: exit, stdout, stderr } = await sandbox.run(command, 'icons', '-o', 'out', ...UNTIMED);
      expect(stderr).toBe('');
      expect(exit).toBe(1);
      const report = JSON.parse(stdout) as Report;
      expect(report.files.map(({ status }) => status)).toEqual(statuses);
      const [aaa, coincident, tangled, zzz] = report.files;
      expect([...(aaa?.diagnostics ?? []), ...(zzz?.diagnostics ?? [])]).toEqual([]);
      expect(sandbox.list('out').filter((name) => /aaa|zzz/.test(name))).toHaveLength(2);
      expect(tangled?.repairs).toMatchObject([{ method: 'kept', reason: 'complexity' }]);
      const fault = tangled?.diagnostics.find((entry) => entry.code === code);
      expect(fault?.message).toMatch(/too complex/);
      expect(fault?.help).toMatch(/^Simplify/);
      // Thousands of outlines on one another are no trouble to repair, only long, and too many for svgo.
      expect(coincident?.repairs).toMatchObject([{ method: 'reversed' }]);
      expect(coincident?.diagnostics.map((entry) => entry.code)).toEqual([
        command === 'fix' ? 'optimizer-failed' : 'string-too-long',
      ]);
    },
    300_000,
  );
});

describe('an icon that takes longer than it may, among few', () => {
  const path = `<path d="${tangle()}"/>`;
  const files = {
    'ring.svg': RING,
    'endless.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${path.repeat(12)}</svg>`,
  };

  it('is ended and said, and the others are linted', async () => {
    const args = ['--time-limit', '5', '--format', 'json'];
    const { code, stdout } = await new Sandbox(files).run('lint', 'ring.svg', 'endless.svg', ...args);
    expect(code).toBe(1);
    const found = (JSON.parse(stdout) as Report).files.map(({ source, diagnostics }) => [
      source,
      diagnostics.map((one) => one.code),
    ]);
    expect(found).toEqual([
      ['ring.svg', ['no-evenodd-fill']],
      ['endless.svg', ['time-limit']],
    ]);
  }, 120_000);

  it('is ended where its text is as short as any, too', async () => {
    const small = { 'a.svg': clipsInClips(), 'b.svg': clipsInClips() };
    expect(small['a.svg'].length).toBeLessThan(2 ** 16);
    const args = ['--time-limit', '1', '--format', 'json'];
    const { code, stdout } = await new Sandbox(small).run('lint', 'a.svg', 'b.svg', ...args);
    expect(code).toBe(1);
    const found = (JSON.parse(stdout) as Report).files.map(({ diagnostics }) => diagnostics);
    expect(found).toMatchObject([[{ code: 'time-limit' }], [{ code: 'time-limit' }]]);
  }, 120_000);
});

/** Forty wound shapes, each cut by twenty clips that are wound as well: half a minute's work in 60 kB. */
function clipsInClips(): string {
  let seed = 0;
  const place = (): string => String((((seed += 1) * seed * 7919) % 24_000) / 1000);
  const wound = (curves: number): string =>
    `M0 0${Array.from({ length: curves }, () => `C${Array.from({ length: 6 }, place).join(' ')}`).join('')}Z`;
  const clips = Array.from({ length: 20 }, (_, index) => {
    const outer = index === 0 ? '' : ` clip-path="url(#c${index - 1})"`;
    return `<clipPath id="c${index}"${outer}><path clip-rule="evenodd" d="${wound(30)}"/></clipPath>`;
  });
  const shapes = Array.from({ length: 40 }, () => `<path clip-path="url(#c19)" d="${wound(20)}"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${clips.join('')}${shapes.join('')}</svg>`;
}
