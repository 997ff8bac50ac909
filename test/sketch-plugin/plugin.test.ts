import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { globSync } from 'tinyglobby';
import { beforeAll, describe, expect, it } from 'vitest';
import { resourceName } from '../../src/emit/resource-name.ts';
import { loadDraw } from '../../src/node/draw.ts';
import { convert } from '../../src/pipeline/convert.ts';
import { fix } from '../../src/pipeline/fix.ts';
import { filled, layer, path, rectangle } from '../sketch/document.ts';
import { BUNDLE, buildPlugin, JSC, runPlugin } from './jsc.ts';

if (JSC === undefined) console.warn('jsc is absent: the plugin is not run');

beforeAll(() => buildPlugin());

const RING =
  '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><g fill-rule="evenodd">' +
  '<path fill="#123456" d="M2 2h20v20H2zM8 8h8v8H8z"/></g></svg>';

const exported = (path: string, format = 'svg', name = basename(path)) => ({ path, format, name });

describe('the bundle', () => {
  it('is smaller than 1,100 KB, with its icon', () => {
    expect(readFileSync(`${BUNDLE}/Contents/Sketch/windproof.js`).length).toBeLessThan(1_100_000);
    expect(readFileSync(`${BUNDLE}/Contents/Resources/icon.png`).subarray(1, 4).toString()).toBe('PNG');
  });

  it('has a manifest whose every handler is in the script and whose menu names its commands', () => {
    const manifest = JSON.parse(readFileSync(`${BUNDLE}/Contents/Sketch/manifest.json`, 'utf8'));
    const script = readFileSync(`${BUNDLE}/Contents/Sketch/windproof.js`, 'utf8');
    const handlers = manifest.commands.flatMap(
      ({ handlers: { run, actions } }: { handlers: { run: string; actions?: Record<string, string> } }) => [
        run,
        ...Object.values(actions ?? {}),
      ],
    );
    for (const handler of handlers) expect(script).toContain(`var ${handler}=windproof.${handler};`);
    const ids = manifest.commands.map(({ identifier }: { identifier: string }) => identifier);
    for (const item of manifest.menu.items) if (item !== '-') expect(ids).toContain(item);
    expect(new Set(ids).size).toBe(ids.length);
    expect(manifest.commands[0].handlers.actions).toEqual({ Export: 'onExport', ExportSlices: 'onExport' });
  });
});

describe.skipIf(JSC === undefined)('on export', () => {
  it('repairs the SVG, writes the Android file beside it and says so', () => {
    const run = runPlugin({
      files: { '/x/My Ring.svg': RING },
      exports: [exported('/x/My Ring.svg')],
      call: ['onExport'],
    });
    expect(run.files['/x/My Ring.svg']).toBe(fix(RING, { allowUnverified: true }).output);
    expect(run.files['/x/My Ring.svg']).not.toContain('evenodd');
    expect(run.files['/x/my_ring.xml']).toContain('<vector');
    expect(run.said).toEqual(['windproof: 1 icon checked, 1 repaired, 1 path reversed, 1 Android file.']);
    expect(run.alerts).toEqual([]);
    // Every run here is without the globals that Sketch does not have: a use of one would have thrown.
    expect(run.present).toEqual([]);
  });

  it('changes nothing the second time, whichever action fires', () => {
    const run = runPlugin({
      files: { '/x/a.svg': RING },
      exports: [exported('/x/a.svg'), exported('/x/a.svg')],
      call: ['onExport', 'onExport'],
    });
    expect(run.writes).toEqual(['/x/a.svg', '/x/a.xml']);
    expect(run.alerts).toEqual([]);
  });

  it('leaves other formats and opted-out files alone', () => {
    const files = { '/x/a.png': 'png', '/x/b.raw.svg': RING, '/x/c.pdf': 'pdf' };
    const exports = [exported('/x/a.png', 'png'), exported('/x/b.raw.svg'), exported('/x/c.pdf', 'pdf')];
    const run = runPlugin({ files, exports, call: ['onExport'] });
    expect(run.files).toEqual(files);
    expect([...run.said, ...run.alerts]).toEqual([]);
  });

  it('does the other files where one is broken, missing, read-only or refused, and names its layer', () => {
    const paths = ['/x/broken.svg', '/x/missing.svg', '/locked/a.svg', '/x/photo.svg', '/x/good.svg'];
    const photo = RING.replace('<g ', '<image width="4" height="4" href="data:image/png;base64,AA"/><g ');
    const run = runPlugin({
      files: { '/x/broken.svg': '<svg', '/locked/a.svg': RING, '/x/photo.svg': photo, '/x/good.svg': RING },
      readOnly: ['/locked'],
      exports: paths.map((each) => exported(each)),
      call: ['onExport'],
    });
    expect(run.files['/x/broken.svg']).toBe('<svg');
    expect(run.files['/locked/a.svg']).toBe(RING);
    expect(run.files['/x/photo.xml']).toBeUndefined();
    expect(run.files['/x/good.xml'] ?? '').toContain('<vector');
    for (const each of paths.slice(0, 4)) expect(run.alerts[0]?.text ?? '').toContain(`${basename(each)}: `);
    expect(run.alerts[0]?.text ?? '').not.toContain('good.svg: ');
  });

  it('does not overwrite one Android file with another', () => {
    const run = runPlugin({
      files: { '/x/My Ring.svg': RING, '/x/my-ring.svg': RING },
      exports: [exported('/x/My Ring.svg'), exported('/x/my-ring.svg')],
      call: ['onExport'],
    });
    expect(run.writes.filter((each) => each === '/x/my_ring.xml')).toHaveLength(1);
    expect(run.alerts[0]?.text ?? '').toContain('my-ring.svg: /x/my_ring.xml is already');
  });

  it('speaks in a dialog where no document is open', () => {
    const run = runPlugin({
      files: { '/x/a.svg': RING },
      exports: [exported('/x/a.svg')],
      hasDocument: false,
      call: ['onExport'],
    });
    expect(run.alerts[0]?.text ?? '').toContain('1 icon checked');
  });

  it('takes settings as data, and the defaults for what it does not understand', () => {
    const withSettings = (settings: string) =>
      runPlugin({
        files: { '/x/a.svg': RING },
        exports: [exported('/x/a.svg')],
        settings,
        call: ['onExport'],
      });
    expect(withSettings('{"android":false}').files['/x/a.xml']).toBeUndefined();
    expect(withSettings('{"folder":"/app/res/drawable"}').files['/app/res/drawable/a.xml']).toContain(
      '<vector',
    );
    const odd = withSettings('(function () { throw 1; })()');
    expect(odd.files['/x/a.xml']).toContain('<vector');
    expect(odd.said[0]).toContain('The settings are no JSON');
  });
});

/** Where the command line refuses by a picture that its renderer draws otherwise than the source says, and why. */
const REFUSED_BY_PICTURE: Readonly<Record<string, string>> = {
  'convert android/gradients/tiny-radius': 'the renderer does not draw so small a radius',
  'convert android/strokes/non-scaling': 'the renderer does not know vector-effect',
  'convert hostile/use-cycle': 'the renderer gives up on the source',
  'fix hostile/use-cycle': 'the renderer gives up on the source',
  'convert lower/dashes/dots-round': 'the renderer measures curves by chords',
  'convert lower/dashes/dots-square': 'the renderer draws caps of dots upright',
  'convert lower/dashes/odd-count-and-percentage': 'the renderer measures curves by chords',
  'convert lower/strokes/miter-clip': 'the renderer does not know miter-clip',
  'convert lower/strokes/non-scaling': 'the renderer does not know vector-effect',
  'convert repair/clip-path-of-css/input': 'the renderer does not know polygon()',
  'convert repair/css-variable/input': 'the renderer does not know var()',
  'fix repair/css-variable/input': 'the renderer does not know var()',
  'convert repair/kept-beside-repaired/input': 'the renderer does not know the property d',
  'convert repair/markers/input': 'clips of markers leave seams at 256 pixels',
  'convert repair/path-data-in-a-style/input': 'the renderer does not know the property d',
  'convert repair/sprite-that-draws-nothing/input': 'the renderer gives an empty picture another size',
  'fix vector-drawable/strokes-along-each-other/input': 'svgo merges strokes whose edges then blend once',
};

describe.skipIf(JSC === undefined)('the same bytes as the command line', () => {
  const CASES = '../shared/cases/sketch/exported';
  const fixtures = globSync(['fixtures/**/*.svg', '!**/expected.svg', '!**/*.lowered.svg']);
  const paths = [...(existsSync(CASES) ? globSync(`${CASES}/*.svg`) : []), ...fixtures];
  const groupOf = (path: string): string =>
    path.startsWith('fixtures/') ? path.split('/').slice(1, 2).join() : 'real exports';
  if (!existsSync(CASES)) console.warn(`${CASES} is absent: no real export is compared`);

  it.each([...new Set(paths.map(groupOf))])('%s', async (group) => {
    const draw = await loadDraw();
    const sources = new Map(
      paths
        .filter((path) => groupOf(path) === group)
        .map((path) => [`/x/${path.replaceAll('/', '_')}`, { path, source: readFileSync(path, 'utf8') }]),
    );
    const run = runPlugin({
      files: Object.fromEntries([...sources].map(([file, { source }]) => [file, source])),
      exports: [...sources.keys()].map((each) => exported(each)),
      settings: '{"skipSuffix":""}',
      call: ['onExport'],
    });
    const differing: string[] = [];
    for (const [file, { path, source }] of sources) {
      const name = path.replace(/^fixtures\/|\.svg$/g, '');
      if (run.files[file] !== (fix(source, { draw }).output ?? source)) differing.push(`fix ${name}`);
      const xml = `/x/${resourceName(basename(file, '.svg'))}.xml`;
      if (run.files[xml] !== convert(source, { draw }).output) differing.push(`convert ${name}`);
    }
    const known = Object.keys(REFUSED_BY_PICTURE).filter((name) => name.split(/[ /]/)[1] === group);
    expect(differing.sort()).toEqual(known.sort());
  });
});

describe.skipIf(JSC === undefined)('the selection', () => {
  const ring = (windingRule = 1) =>
    layer('shapeGroup', [0, 0, 20, 20], {
      ...filled(windingRule),
      name: 'Ring',
      do_objectID: 'ring',
      layers: [
        rectangle([0, 0, 20, 20], { do_objectID: 'outside' }),
        path(
          [5, 5, 10, 10],
          [
            [0, 0, { hasCurveFrom: true, curveFrom: '{0.5, -0.4}' }],
            [1, 0],
            [1, 1],
          ],
          {
            do_objectID: 'hole',
          },
        ),
      ],
    });

  it('lists the holes that would be lost', () => {
    const run = runPlugin({ layers: [ring()], call: ['onCheck'] });
    expect(run.alerts[0]?.text ?? '').toMatch(/^Ring: Of 2 outlines .* 1 runs the wrong way/);
    expect(runPlugin({ layers: [ring(0)], call: ['onCheck'] }).alerts).toEqual([]);
    expect(runPlugin({ call: ['onCheck'] }).said).toEqual(['windproof: select the layers to check.']);
  });

  it('sets Non-Zero and reverses the hole, once', () => {
    const once = runPlugin({ layers: [ring()], call: ['onFixWinding'] });
    expect(once.said).toEqual(['windproof: 1 set to Non-Zero, 1 reversed, 0 left as they were.']);
    const [group] = once.layers as [
      { style: { windingRule: number }; layers: { points: Record<string, unknown>[] }[] },
    ];
    expect(group.style.windingRule).toBe(0);
    const points = group.layers[1]?.points ?? [];
    expect(points.map(({ point }) => point)).toEqual(['{0, 0}', '{1, 1}', '{1, 0}']);
    expect(points[0]).toMatchObject({ hasCurveTo: true, curveTo: '{0.5, -0.4}', hasCurveFrom: false });
    const twice = runPlugin({ layers: [ring()], call: ['onFixWinding', 'onFixWinding'] });
    expect(twice.layers).toEqual(once.layers);
    expect(twice.said[1]).toContain('0 set to Non-Zero, 0 reversed');
  });

  it('leaves a star alone and says why', () => {
    const star = path(
      [0, 0, 20, 20],
      [
        [0.5, 0],
        [0.8, 1],
        [0, 0.4],
        [1, 0.4],
        [0.2, 1],
      ],
      { ...filled(), name: 'Star' },
    );
    const run = runPlugin({ layers: [star], call: ['onFixWinding'] });
    expect(run.layers).toEqual([star]);
    expect(run.alerts[0]).toEqual({ title: 'Outlines that cross: combine and flatten them', text: 'Star' });
  });
});
