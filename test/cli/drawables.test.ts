import { describe, expect, it } from 'vitest';
import { Sandbox } from '../support/cli.ts';

const vector = (attributes: string): string =>
  `<vector xmlns:android="http://schemas.android.com/apk/res/android" android:width="24dp" android:height="24dp"
    android:viewportWidth="24" android:viewportHeight="24">
  <!-- kept -->
  <path android:fillColor="#f00" ${attributes} android:pathData="M2 2h20v20h-20zM8 8h8v8h-8z"/>
</vector>
`;
const EVEN_ODD = vector('android:fillType="evenOdd"');
const SHAPE = '<shape xmlns:android="http://schemas.android.com/apk/res/android"/>';

describe('VectorDrawables on the command line', () => {
  it('are converted to SVG', async () => {
    const sandbox = new Sandbox({ 'res/drawable/ring.xml': EVEN_ODD, 'res/drawable/line.xml': SHAPE });
    const { code, stdout } = await sandbox.run('convert', 'res/drawable', '-o', 'out', '--to', 'svg');
    expect(sandbox.list('out')).toEqual(['ring.svg']);
    expect(sandbox.read('out/ring.svg')).not.toMatch(/evenodd/);
    expect(stdout).toContain('1 icon converted');
    expect(code).toBe(0);
  });

  it('are fixed in place, and other XML of the app is let alone', async () => {
    const sandbox = new Sandbox({
      'res/drawable/ring.xml': EVEN_ODD,
      'res/drawable-night/line.xml': SHAPE,
      'res/values/strings.xml': '<resources/>',
    });
    const { code, stdout } = await sandbox.run('fix', 'res', '--format', 'json');
    const { files } = JSON.parse(stdout) as { files: object[] };
    expect(files).toMatchObject([
      {
        source: 'res/drawable/ring.xml',
        status: 'written',
        outputs: [{ kind: 'vector-drawable' }],
        fidelity: 'exact',
        repairs: [{ method: 'reversed' }],
        diagnostics: [{ code: 'fill-type', severity: 'info' }],
      },
    ]);
    expect(sandbox.read('res/drawable/ring.xml')).toContain('<!-- kept -->');
    expect(sandbox.read('res/drawable/ring.xml')).not.toContain('fillType');
    expect(sandbox.read('res/drawable-night/line.xml')).toBe(SHAPE);
    expect(code).toBe(0);
    const again = await sandbox.run('fix', 'res');
    expect(again.stdout).toMatch(/0 written, 1 unchanged/);
  });

  it('are linted where they lie', async () => {
    const sandbox = new Sandbox({ 'res/drawable/ring.xml': EVEN_ODD, 'res/drawable/line.xml': SHAPE });
    const { code, stdout } = await sandbox.run('lint', 'res');
    expect(stdout).toMatch(/no-evenodd-fill/);
    expect(stdout).not.toMatch(/line\.xml/);
    expect(code).toBe(1);
  });
});
