import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fix } from '../../src/pipeline/fix.ts';
import { bundleForTests, JSC, runInTurn, runPlugin, svgExport, type PluginRun } from './jsc.ts';

if (JSC === undefined) console.warn('jsc is absent: the plugin is not run');

const bundle = bundleForTests();

const RING =
  '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><g fill-rule="evenodd">' +
  '<path fill="#123456" d="M2 2h20v20H2zM8 8h8v8H8z"/></g></svg>';
const PHOTO = RING.replace('<g ', '<image width="4" height="4" href="data:image/png;base64,AA"/><g ');

const onExport = (run: Omit<PluginRun, 'call'>) => runPlugin(bundle, { ...run, call: 'onExport' });

describe.skipIf(JSC === undefined)('on export', () => {
  it('repairs the SVG, writes the Android file beside it and says so', () => {
    const run = onExport({
      files: { '/x/My Ring.svg': RING },
      exports: [svgExport('/x/My Ring.svg')],
    });
    expect(run.files['/x/My Ring.svg']).toBe(fix(RING, { allowUnverified: true }).output);
    expect(run.files['/x/My Ring.svg']).not.toContain('evenodd');
    expect(run.files['/x/my_ring.xml']).toContain('<vector');
    expect(run.said).toEqual(['windproof: 1 icon checked, 1 repaired, 1 path reversed, 1 Android file.']);
    expect(run.alerts).toEqual([]);
    // Every run here is without the globals that Sketch does not have: a use of one would have thrown.
    expect(run.present).toEqual([]);
  });

  it('leaves a drawing that Sketch would wait long for as it is, and does the others', () => {
    const lines = Array.from({ length: 4000 }, (_, at) => `M${at % 24} ${(at * 7) % 24}l3 4-5 2z`).join('');
    const large = RING.replace('M2 2', `${lines}M2 2`);
    const picture = RING.replace('<g ', `<image href="data:image/png;base64,${'A'.repeat(60_000)}"/><g `);
    const run = onExport({
      files: { '/x/map.svg': large, '/x/ring.svg': RING, '/x/photo.svg': picture },
      exports: [svgExport('/x/map.svg'), svgExport('/x/ring.svg'), svgExport('/x/photo.svg')],
    });
    expect(run.files['/x/map.svg']).toBe(large);
    expect(run.files).not.toHaveProperty(['/x/map.xml']);
    expect(run.files['/x/ring.svg']).not.toContain('evenodd');
    expect(run.files['/x/photo.svg']).not.toContain('evenodd');
    expect(run.alerts[0]?.text).toMatch(
      /map.*: left as Sketch wrote it. Its drawing is \d+ kB, more than Sketch should wait for/,
    );
  });

  /** A thousand copies of a square: each is work that looks at the clock. */
  const COPIES = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path id="a" d="M0 0h9v9z"/>${[
    'b',
    'c',
    'd',
  ]
    .map((id, at) => `<g id="${id}">${`<use href="#${'abc'[at]}"/>`.repeat(10)}</g>`)
    .join('')}</svg>`;

  it('gives up what takes too long, once for an export, and does the others', () => {
    const files = { '/x/a.svg': COPIES, '/x/ring.svg': RING };
    const exports = [svgExport('/x/a.svg', 'svg', 'Copies'), svgExport('/x/ring.svg', 'svg', 'Ring')];
    const [first, second] = runInTurn(bundle, { files, exports, tick: 50 }, ['onExport', 'onExport']);
    expect(first?.files['/x/a.svg']).toBe(COPIES);
    expect(first?.files).not.toHaveProperty(['/x/a.xml']);
    expect(first?.files['/x/ring.svg']).not.toContain('evenodd');
    expect(first?.alerts.map(({ text }) => text)).toEqual([
      'Copies: left as Sketch wrote it. Its outlines take more than 10 seconds to work out. Simplify it, run ' +
        'windproof on the exported file, or raise maxSeconds in the settings.',
    ]);
    expect(first?.said[0]).toContain('1 not right');
    // Two hundred looks are ten seconds: more than those were not spent on it again.
    expect(first?.looks).toBeGreaterThan(200);
    expect(second?.looks).toBeLessThan(200);
    expect([...(second?.said ?? []), ...(second?.alerts ?? []), ...(second?.writes ?? [])]).toEqual([]);
    // Another text is another drawing.
    const again = onExport({ files: { ...files, '/x/a.svg': RING }, exports, memory: first?.memory ?? {} });
    expect(again.alerts).toEqual([]);
  });

  it('writes the repaired SVG where only the time for the Android file is up', () => {
    const run = onExport({ files: { '/x/ring.svg': RING }, exports: [svgExport('/x/ring.svg')], tick: 550 });
    expect(run.files['/x/ring.svg']).not.toContain('evenodd');
    expect(run.files).not.toHaveProperty(['/x/ring.xml']);
    expect(run.alerts[0]?.text).toMatch(/^ring.svg: no Android file. Its outlines take more than 10 seconds/);
  });

  it('speaks and writes once where both actions fire, as they begin and as they end', () => {
    const files = { '/x/a.svg': RING, '/x/photo.svg': PHOTO };
    const runs = runInTurn(bundle, { files, exports: [svgExport('/x/a.svg'), svgExport('/x/photo.svg')] }, [
      'onExport',
      'onExport',
      'onExport',
      'onExport',
    ]);
    expect(runs.map(({ writes }) => writes)).toEqual(
      [['/x/a.svg', '/x/photo.svg', '/x/a.xml'].sort(), [], [], []].map((list) =>
        expect.arrayContaining(list),
      ),
    );
    expect(runs.flatMap(({ said }) => said)).toHaveLength(1);
    expect(runs.flatMap(({ alerts }) => alerts)).toHaveLength(1);
  });

  it('says it again at the next export', () => {
    const run = { files: { '/x/photo.svg': PHOTO }, exports: [svgExport('/x/photo.svg')] };
    const { memory } = onExport(run);
    const [[key, last] = ['', '']] = Object.entries(memory);
    const aMinuteAgo = last.replace(/(?<="time":)\d+/, (time) => String(Number(time) - 60_000));
    expect(onExport({ ...run, memory: { [key]: aMinuteAgo } }).alerts).toHaveLength(1);
  });

  it('writes nothing after a restart where Sketch writes what it wrote before, and what it remembers cannot stop it', () => {
    const exports = [svgExport('/x/a.svg')];
    const first = onExport({ files: { '/x/a.svg': RING }, exports });
    const [[key, last] = ['', '']] = Object.entries(first.memory);
    const lastWeek = last.replace(/(?<="time":)\d+/, (time) => String(Number(time) - 604_800_000));
    // As the action begins, the files of the last export lie there.
    const begun = onExport({ files: first.files, exports, memory: { [key]: lastWeek } });
    expect(begun.writes).toEqual([]);
    const ended = onExport({
      files: { ...begun.files, '/x/a.svg': RING },
      exports,
      memory: begun.memory,
    });
    expect([ended.writes, ended.files]).toEqual([['/x/a.svg'], first.files]);
    for (const broken of ['{', 'null', '[]', '{"done":null}', '{"time":"x","done":{}}']) {
      const run = onExport({ files: { '/x/a.svg': RING }, exports, memory: { [key]: broken } });
      expect([broken, run.files]).toEqual([broken, first.files]);
    }
  });

  it('makes the Android file from what Sketch wrote, and again where it or the settings are others', () => {
    const exports = [svgExport('/x/a.svg')];
    const first = onExport({ files: { '/x/a.svg': RING }, exports });
    const { memory } = first;
    const later = (change: Record<string, string>, more: { settings?: string } = {}) =>
      onExport({ files: { ...first.files, ...change }, exports, memory, ...more }).writes;
    expect(later({ '/x/a.xml': 'by hand' })).toEqual([]);
    expect(later({ '/x/a.svg': RING })).toEqual(['/x/a.svg']);
    expect(later({ '/x/a.svg': RING.replace('#123456', 'red') })).toEqual(['/x/a.svg', '/x/a.xml']);
    expect(later({ '/x/a.xml': 'by hand' }, { settings: '{"minSdk":24}' })).toEqual(['/x/a.xml']);
  });

  it('passes over what is not there yet as an action begins', () => {
    const run = onExport({ exports: [svgExport('/x/later.svg')] });
    expect([...run.said, ...run.alerts, ...run.writes]).toEqual([]);
  });

  it('leaves other formats and opted-out files alone', () => {
    const files = {
      '/x/a.png': 'png',
      '/x/b.raw.svg': RING,
      '/x/c.pdf': 'pdf',
      '/x/logo@2x.svg': RING,
      '/x/flags/de.svg': RING,
    };
    const exports = [
      svgExport('/x/a.png', 'png'),
      svgExport('/x/b.raw.svg'),
      svgExport('/x/c.pdf', 'pdf'),
      svgExport('/x/logo@2x.svg', 'svg', 'logo'),
      svgExport('/x/flags/de.svg', 'svg', 'flags/de'),
    ];
    const run = onExport({ files, exports, settings: '{"skipLayers":"logo, flags/*"}' });
    expect(run.files).toEqual(files);
    expect([...run.said, ...run.alerts]).toEqual([]);
    // A rule is a form and no part: `logo` is not `logos`.
    const logos = onExport({
      files: { '/x/logos.svg': RING },
      exports: [svgExport('/x/logos.svg', 'svg', 'logos')],
      settings: '{"skipLayers":"logo, .*s"}',
    });
    expect(logos.said).toHaveLength(1);
  });

  it('does the other files where one is broken, read-only or refused, and names its layer', () => {
    const paths = ['/x/broken.svg', '/locked/a.svg', '/x/photo.svg', '/x/good.svg'];
    const run = onExport({
      files: { '/x/broken.svg': '<svg', '/locked/a.svg': RING, '/x/photo.svg': PHOTO, '/x/good.svg': RING },
      readOnly: ['/locked'],
      exports: paths.map((each) => svgExport(each)),
    });
    expect(run.files['/x/broken.svg']).toBe('<svg');
    expect(run.files['/locked/a.svg']).toBe(RING);
    expect(run.files['/x/photo.xml']).toBeUndefined();
    expect(run.files['/x/good.xml'] ?? '').toContain('<vector');
    expect(run.said[0]).toContain('3 not right');
    const list = (run.alerts[0]?.text ?? '').split('\n\n');
    expect(list).toHaveLength(3);
    for (const each of paths.slice(0, 3)) expect(list.join('\n')).toContain(`${basename(each)}: `);
    expect(list.find((line) => line.startsWith('a.svg'))).toMatch(
      /cannot be written; is the folder read-only\?/,
    );
  });

  it('takes a file that is no text for broken', () => {
    const run = onExport({ files: { '/x/a.svg': null }, exports: [svgExport('/x/a.svg')] });
    expect(run.alerts[0]?.text).toBe('a.svg: left as Sketch wrote it. /x/a.svg cannot be read as text.');
  });

  it('does not overwrite one Android file with another', () => {
    const run = onExport({
      files: { '/x/My Ring.svg': RING, '/x/my-ring.svg': RING },
      exports: [svgExport('/x/My Ring.svg'), svgExport('/x/my-ring.svg')],
    });
    expect(run.writes.filter((each) => each === '/x/my_ring.xml')).toHaveLength(1);
    expect(run.alerts[0]?.text ?? '').toContain('my-ring.svg: /x/my_ring.xml is already');
  });

  it('speaks in a dialog where no document is open', () => {
    const run = onExport({
      files: { '/x/a.svg': RING },
      exports: [svgExport('/x/a.svg')],
      hasDocument: false,
    });
    expect(run.alerts[0]?.text ?? '').toContain('1 icon checked');
  });

  it('takes settings as data, and the defaults for what it does not understand', () => {
    const withSettings = (settings: string) =>
      onExport({ files: { '/x/a.svg': RING }, exports: [svgExport('/x/a.svg')], settings });
    expect(withSettings('{"android":false}').files['/x/a.xml']).toBeUndefined();
    expect(withSettings('{"folder":"/app/res/drawable"}').files['/app/res/drawable/a.xml']).toContain(
      '<vector',
    );
    for (const [folder, target] of [
      ['/app/', '/app/a.xml'],
      ['res/drawable', '/x/res/drawable/a.xml'],
      ['../res', '/x/../res/a.xml'],
      ['~/app', '/Users/her/app/a.xml'],
    ] as const)
      expect(withSettings(JSON.stringify({ folder })).files[target], folder).toContain('<vector');
    const odd = withSettings('(function () { throw 1; })()');
    expect(odd.files['/x/a.xml']).toContain('<vector');
    expect(odd.said[0]).toContain('The settings are no JSON');
  });

  it('does without the console that a library warns to', () => {
    const styled = RING.replace('<g ', '<style>.a::before{fill:red}:is(.b){fill:red}</style><g class="a" ');
    const run = onExport({ files: { '/x/a.svg': styled }, exports: [svgExport('/x/a.svg')] });
    expect(run.alerts).toEqual([]);
    expect(run.files['/x/a.svg']).not.toContain('evenodd');
  });
});
