import { describe, expect, it } from 'vitest';
import { Sandbox, SQUARE, type CliResult } from '../support/cli.ts';

interface JsonReport {
  readonly schemaVersion: number;
  readonly command: string;
  readonly files: readonly {
    readonly source: string;
    readonly status: string;
    readonly outputs: readonly { kind: string; path: string; bytes: number }[];
    readonly fidelity: string;
    readonly difference: number | null;
    readonly minSdk: number | null;
    readonly repairs: readonly {
      rule: string;
      method: string;
      subpaths: number;
      reversed: number;
      breaks: number;
    }[];
    readonly diagnostics: readonly {
      code: string;
      severity: string;
      line: number;
      column: number;
      url: string;
    }[];
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

const reportOf = ({ stdout }: CliResult): JsonReport => JSON.parse(stdout) as JsonReport;

describe('windproof convert', () => {
  it('writes a folder of icons, keeping its tree, and says what it did', async () => {
    const sandbox = new Sandbox({ icons: { copy: 'icons' } });
    const { code, stdout, stderr } = await sandbox.run('convert', 'icons', '-o', 'out');
    expect(stderr).toBe('');
    expect(sandbox.list('out')).toEqual([
      'car.xml',
      'figma/lock.xml',
      'heart.xml',
      'illustrator/camera.xml',
      'inkscape/mug.xml',
      'pool_ladder.xml',
      'ring.xml',
      'sketch/badge.xml',
      'sketch/calendar.xml',
      'star.xml',
    ]);
    expect(stdout).toMatch(/10 icons converted: 10 written, 0 unchanged/);
    expect(stdout).toMatch(/by reversing subpaths/);
    expect(code).toBe(0);
    for (const file of sandbox.list('out')) {
      expect(sandbox.read(`out/${file}`), file).not.toMatch(/fillType|currentColor|evenOdd/);
    }
  });

  it('reports as docs/json.md says, and nothing else is on standard output', async () => {
    const sandbox = new Sandbox({ 'icons/Pool Ladder.svg': { copy: 'icons/Pool Ladder.svg' } });
    const result = await sandbox.run('convert', 'icons', '-o', 'out', '--format', 'json');
    const bytes = Buffer.byteLength(sandbox.read('out/pool_ladder.xml'));
    expect(reportOf(result)).toEqual({
      schemaVersion: 1,
      command: 'convert',
      files: [
        {
          source: 'icons/Pool Ladder.svg',
          status: 'written',
          outputs: [{ kind: 'vector-drawable', path: 'out/pool_ladder.xml', bytes }],
          minSdk: 21,
          fidelity: 'exact',
          difference: expect.any(Number),
          repairs: [{ rule: 'fill-rule', method: 'reversed', subpaths: 4, reversed: 1, breaks: 0 }],
          diagnostics: [],
        },
      ],
      summary: { files: 1, written: 1, unchanged: 0, failed: 0, errors: 0, warnings: 0 },
    });
  });

  it('leaves what is already there alone', async () => {
    const sandbox = new Sandbox({ 'icons/ring.svg': { copy: 'icons/ring.svg' } });
    await sandbox.run('convert', 'icons', '-o', 'out');
    const again = reportOf(await sandbox.run('convert', 'icons', '-o', 'out', '--format', 'json'));
    expect(again.files[0]?.status).toBe('unchanged');
  });

  it('takes several paths', async () => {
    const sandbox = new Sandbox({ 'one.svg': SQUARE, 'two.svg': SQUARE, 'more/three.svg': SQUARE });
    await sandbox.run('convert', 'one.svg', 'two.svg', 'more', '-o', 'out');
    expect(sandbox.list('out')).toEqual(['one.xml', 'three.xml', 'two.xml']);
  });

  it('--flat drops the tree', async () => {
    const sandbox = new Sandbox({ 'icons/a/one.svg': SQUARE, 'icons/b/two.svg': SQUARE });
    await sandbox.run('convert', 'icons', '-o', 'out', '--flat');
    expect(sandbox.list('out')).toEqual(['one.xml', 'two.xml']);
  });

  it('--dry-run writes nothing and tells what it would', async () => {
    const sandbox = new Sandbox({ 'icons/one.svg': SQUARE });
    const { code, stdout } = await sandbox.run('convert', 'icons', '-o', 'out', '--dry-run');
    expect(stdout).toMatch(/1 to be written/);
    expect(sandbox.has('out')).toBe(false);
    expect(code).toBe(0);
  });

  it('refuses names that collide, and still writes the others', async () => {
    const sandbox = new Sandbox({
      'icons/Pool Ladder.svg': SQUARE,
      'icons/pool-ladder.svg': SQUARE,
      'icons/ring.svg': SQUARE,
    });
    const result = await sandbox.run('convert', 'icons', '-o', 'out', '--format', 'json');
    expect(sandbox.list('out')).toEqual(['ring.xml']);
    const failed = reportOf(result).files.filter(({ status }) => status === 'failed');
    expect(failed.map(({ source, diagnostics }) => [source, diagnostics[0]?.code])).toEqual([
      ['icons/Pool Ladder.svg', 'name-collision'],
      ['icons/pool-ladder.svg', 'name-collision'],
    ]);
    expect(result.code).toBe(1);
  });

  it('never overwrites a source', async () => {
    const sandbox = new Sandbox({ 'icons/one.svg': SQUARE });
    const { code, stdout } = await sandbox.run('convert', 'icons/one.svg', '--to', 'svg', '-o', 'icons');
    expect(stdout).toMatch(/output-is-source/);
    expect(sandbox.read('icons/one.svg')).toBe(SQUARE);
    expect(code).toBe(1);
  });

  it('passes one icon through a pipe, with its words on standard error', async () => {
    const { code, stdout, stderr } = await new Sandbox().pipe(SQUARE, 'convert', '-');
    expect(stdout).toMatch(/^<vector /);
    expect(stderr).toMatch(/1 icon converted/);
    expect(code).toBe(0);
  });

  it('takes standard input into a folder under the name it is given', async () => {
    const sandbox = new Sandbox();
    await sandbox.pipe(SQUARE, 'convert', '-', '-o', 'out', '--stdin-filename', 'My Square.svg');
    expect(sandbox.list('out')).toEqual(['my_square.xml']);
  });

  it('says when an output cannot be written, and exits 1', async () => {
    const sandbox = new Sandbox({ 'icons/one.svg': SQUARE, out: 'a file, no folder' });
    const { code, stdout } = await sandbox.run('convert', 'icons', '-o', 'out');
    expect(stdout).toMatch(/out\/one\.xml cannot be written.*unwritable-file/);
    expect(code).toBe(1);
  });

  it('--to svg writes canonical SVG under the same name', async () => {
    const sandbox = new Sandbox({ 'icons/My Ring.svg': { copy: 'icons/ring.svg' } });
    await sandbox.run('convert', 'icons', '-o', 'out', '--to', 'svg');
    expect(sandbox.list('out')).toEqual(['My Ring.svg']);
    expect(sandbox.read('out/My Ring.svg')).not.toMatch(/evenodd/);
  });
});

describe("a user's svgo.config", () => {
  it('is found upwards and runs in place of ours', async () => {
    const plugin = `{ name: 'paint-it-red', fn: () => ({ element: { enter: (node) => {
      if (node.name === 'path') node.attributes.fill = '#ff0000';
    } } }) }`;
    const sandbox = new Sandbox({
      'svgo.config.mjs': `export default { plugins: [${plugin}] };`,
      'icons/a.svg': SQUARE,
    });
    const result = reportOf(await sandbox.run('convert', 'icons', '-o', 'out', '--format', 'json'));
    // It ran, its output showed another picture, and the icon was written without it.
    expect(result.files[0]?.diagnostics.map(({ code }) => code)).toContain('optimizer-changed-picture');
    expect(sandbox.read('out/a.xml')).not.toMatch(/#f00/i);
  });

  it('that names an unknown plugin is reported once, and the icons are written without svgo', async () => {
    const sandbox = new Sandbox({
      'svgo.config.mjs': "export default { plugins: ['noSuch'] };",
      'icons/a.svg': SQUARE,
    });
    const { code, stdout } = await sandbox.run('convert', 'icons', '-o', 'out');
    expect(stdout).toMatch(/noSuch.*optimizer-failed/);
    expect(sandbox.list('out')).toEqual(['a.xml']);
    expect(code).toBe(0);
  });
});
