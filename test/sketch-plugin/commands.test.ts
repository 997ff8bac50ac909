import { describe, expect, it } from 'vitest';
import { joinRegions } from '../../src/node/sketch/join.ts';
import { convert } from '../../src/pipeline/convert.ts';
import { fixDocument } from '../../src/sketch/fix.ts';
import { readDocument } from '../../src/sketch/read.ts';
import { documentOf } from '../support/sketch/document.ts';
import { artboard, layer, path, rectangle, star, type LayerJson } from '../support/sketch/layers.ts';
import { filled } from '../support/sketch/styles.ts';
import { bundleForTests, JSC, runInTurn, runPlugin, type PluginRun } from './jsc.ts';

if (JSC === undefined) console.warn('jsc is absent: the plugin is not run');

const bundle = bundleForTests();

const run = (call: string, more: Omit<PluginRun, 'call'> = {}) => runPlugin(bundle, { ...more, call });

/** An oval with one handle longer than its twin, so that a reversal that loses one shows. */
const hole = path(
  [5, 5, 10, 10],
  [
    [0, 0, { hasCurveFrom: true, curveFrom: '{0.5, -0.4}' }],
    [1, 0],
    [1, 1],
  ],
  { do_objectID: 'hole', name: 'Hole' },
);
const ring = (windingRule = 1, more: Record<string, unknown> = {}): LayerJson =>
  layer('shapeGroup', [0, 0, 20, 20], {
    ...filled(windingRule),
    name: 'Ring',
    do_objectID: 'ring',
    layers: [rectangle([0, 0, 20, 20], { do_objectID: 'outside' }), hole],
    ...more,
  });
/** Stars over one another: each pair of their edges is work. */
const tangle = layer('shapeGroup', [0, 0, 20, 20], {
  ...filled(),
  name: 'Tangle',
  do_objectID: 'tangle',
  layers: Array.from({ length: 40 }, (_, index) =>
    star([index / 10, index / 7, 12, 12], { do_objectID: `star-${index}`, booleanOperation: -1 }),
  ),
});
const crossed = star([0, 0, 20, 20], { ...filled(), name: 'Star', do_objectID: 'star' });

describe.skipIf(JSC === undefined)('Check selected layers', () => {
  it('lists even-odd fills and the holes that would be lost, by layer', () => {
    const { alerts } = run('onCheck', { layers: [ring(), crossed, rectangle([0, 0, 4, 4], filled())] });
    expect(alerts).toHaveLength(1);
    const lines = (alerts[0]?.text ?? '').split('\n\n');
    expect(lines).toEqual([
      expect.stringMatching(/^Ring: Of 2 outlines .* 1 runs the wrong way/),
      expect.stringMatching(/^Star: /),
    ]);
  });

  it('looks into groups and past what is hidden', () => {
    const group = layer('group', [0, 0, 20, 20], {
      name: 'Icons',
      layers: [ring(), { ...crossed, isVisible: false }],
    });
    expect(run('onCheck', { layers: [group] }).alerts[0]?.text).toMatch(/^Icons \/ Ring: /);
  });

  it('says so where nothing is wrong, nothing is selected or no document is open', () => {
    const right = run('onCheck', { layers: [ring(0)] });
    expect([right.said, right.alerts]).toEqual([
      ['windproof: the selection draws alike on every Android.'],
      [],
    ]);
    expect(run('onCheck').said).toEqual(['windproof: select the layers to check.']);
    expect(run('onCheck', { hasDocument: false }).alerts[0]?.text).toBe(
      'windproof: select the layers to check.',
    );
  });
});

describe.skipIf(JSC === undefined)('Fix winding of selection', () => {
  it('sets Non-Zero and reverses the hole, once', () => {
    const [once, twice] = runInTurn(bundle, { layers: [ring()] }, ['onFixWinding', 'onFixWinding']);
    expect(once?.said).toEqual(['windproof: 1 set to Non-Zero, 1 reversed, 0 left as they were.']);
    const [group] = (once?.layers ?? []) as [
      { style: { windingRule: number }; layers: { points: Record<string, unknown>[] }[] },
    ];
    expect(group.style.windingRule).toBe(0);
    const points = group.layers[1]?.points ?? [];
    expect(points.map(({ point }) => point)).toEqual(['{0, 0}', '{1, 1}', '{1, 0}']);
    expect(points[0]).toMatchObject({ hasCurveTo: true, curveTo: '{0.5, -0.4}', hasCurveFrom: false });
    expect(twice?.layers).toEqual(once?.layers);
    expect(twice?.said).toEqual(['windproof: 0 set to Non-Zero, 0 reversed, 0 left as they were.']);
  });

  it.each<[string, LayerJson[]]>([
    ['a ring', [ring()]],
    ['a ring that is nonzero', [ring(0)]],
    [
      'a ring in a group, flipped and turned',
      [layer('group', [0, 0, 20, 20], { layers: [ring(1, { isFlippedVertical: true, rotation: 30 })] })],
    ],
    [
      'rings in rings',
      [
        layer('shapeGroup', [0, 0, 20, 20], {
          ...filled(),
          layers: [0, 2, 4, 6].map((at) => rectangle([at, at, 20 - 2 * at, 20 - 2 * at])),
        }),
      ],
    ],
    [
      'a shape group in a shape group',
      [
        layer('shapeGroup', [0, 0, 20, 20], {
          ...filled(),
          layers: [
            rectangle([0, 0, 20, 20]),
            layer('shapeGroup', [4, 4, 12, 12], {
              layers: [rectangle([0, 0, 12, 12]), rectangle([4, 4, 4, 4])],
            }),
          ],
        }),
      ],
    ],
    [
      'outlines apart',
      [
        layer('shapeGroup', [0, 0, 20, 20], {
          ...filled(),
          layers: [rectangle([0, 0, 8, 8]), rectangle([10, 10, 8, 8])],
        }),
      ],
    ],
    [
      'outlines that are joined',
      [
        layer('shapeGroup', [0, 0, 20, 20], {
          ...filled(),
          layers: [rectangle([0, 0, 20, 20]), rectangle([5, 5, 10, 10], { booleanOperation: 1 })],
        }),
      ],
    ],
    [
      'a hole that goes into a union',
      [
        layer('shapeGroup', [0, 0, 20, 20], {
          ...filled(),
          layers: [
            rectangle([0, 0, 20, 20]),
            rectangle([5, 5, 10, 10]),
            rectangle([18, 8, 4, 4], { booleanOperation: 0 }),
          ],
        }),
      ],
    ],
    [
      'a star that goes into a union',
      [
        layer('shapeGroup', [0, 0, 20, 20], {
          ...filled(),
          layers: [{ ...crossed, style: {} }, rectangle([18, 8, 4, 4], { booleanOperation: 0 })],
        }),
      ],
    ],
    ['one outline', [rectangle([0, 0, 20, 20], filled())]],
    ['a star', [crossed]],
    [
      'a mask',
      [
        ring(1, { style: { _class: 'style', windingRule: 1 }, hasClippingMask: true, clippingMaskMode: 0 }),
        rectangle([0, 0, 20, 20], filled()),
      ],
    ],
    ['what is not filled', [ring(1, { style: { _class: 'style', windingRule: 1 } })]],
    [
      'an open outline',
      [
        path(
          [0, 0, 20, 20],
          [
            [0, 0],
            [1, 0],
            [1, 1],
          ],
          { ...filled(), isClosed: false },
        ),
      ],
    ],
  ])('makes of %s what the command line makes of it', (_name, layers) => {
    const document = documentOf([artboard(20, 20, layers)]);
    const texts = new Map(document.pages.map(({ file, json }) => [file, JSON.stringify(json)]));
    const fixed = fixDocument(readDocument(document), texts, joinRegions);
    const page = JSON.parse(
      fixed.texts.get('pages/page-1.json') ?? (texts.get('pages/page-1.json') as string),
    );
    expect(run('onFixWinding', { layers }).layers).toEqual(page.layers[0].layers);
  });

  it('reverses a path once where its layer is selected with the group that it is in', () => {
    const group = layer('group', [0, 0, 20, 20], { name: 'Icons', layers: [ring()] });
    const { said } = run('onFixWinding', { layers: [group, ring()] });
    expect(said).toEqual(['windproof: 1 set to Non-Zero, 1 reversed, 0 left as they were.']);
  });

  it('leaves a star alone and says why', () => {
    const { layers, alerts } = run('onFixWinding', { layers: [crossed] });
    expect(layers).toEqual([crossed]);
    expect(alerts[0]).toEqual({
      title: 'These layers are left as they were',
      text: expect.stringMatching(/^Star: Outlines that cross .* Combine them/),
    });
  });

  it('gives up a layer that takes too long, by name, and does the others', () => {
    const layers = [tangle, ring()];
    // Time passes by looking at the clock: the ring needs a few looks, the tangle hundreds.
    const fixed = run('onFixWinding', { layers, tick: 100 });
    expect(fixed.layers[0]).toEqual(tangle);
    expect(fixed.said).toEqual(['windproof: 1 set to Non-Zero, 1 reversed, 1 left as they were.']);
    expect(fixed.alerts[0]?.text).toBe(
      'Tangle: Its outlines take more than 10 seconds to work out. Simplify it, run windproof on the exported file, ' +
        'or raise maxSeconds in the settings.',
    );
    const checked = run('onCheck', { layers, tick: 100 }).alerts[0]?.text.split('\n\n');
    expect(checked).toEqual([
      expect.stringMatching(/^Tangle: Its outlines take more than 10 seconds/),
      expect.stringMatching(/^Ring: Of 2 outlines/),
    ]);
    const patient = { layers, tick: 100, settings: '{"maxSeconds":1000000}' };
    expect(run('onCheck', patient).alerts[0]?.text).toMatch(/^Tangle: Outlines .* too tangled to prove/);
  });

  it('says so where nothing is selected', () => {
    expect(run('onFixWinding').said).toEqual(['windproof: select the layers to fix.']);
  });
});

describe.skipIf(JSC === undefined)('Export Android vectors…', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"><path fill-rule="evenodd" d="M2 2h20v20H2zM8 8h8v8H8z"/></svg>';
  const icon = (name: string, text = svg) => ({ ...rectangle([0, 0, 24, 24]), name, svg: text });

  it('writes each selected layer into the chosen folder', () => {
    const { files, said, alerts } = run('onExportAndroid', {
      layers: [icon('My Ring')],
      folder: '/app/res/drawable',
    });
    expect(files).toEqual({ '/app/res/drawable/my_ring.xml': convert(svg).output });
    expect(said).toEqual(['windproof: 1 Android file written.']);
    expect(alerts).toEqual([]);
  });

  it('names what is refused, what collides and what cannot be written, and does the rest', () => {
    const text = svg.replace('<path', '<text>a</text><path');
    const { files, said, alerts } = run('onExportAndroid', {
      layers: [icon('Ring'), icon('ring'), icon('Words', text), icon('broken', '<svg'), icon('Last')],
      folder: '/app',
    });
    expect(Object.keys(files)).toEqual(['/app/ring.xml', '/app/last.xml']);
    expect(said).toEqual(['windproof: 2 Android files written, 3 not right.']);
    expect((alerts[0]?.text ?? '').split('\n\n').map((line) => line.split(':')[0])).toEqual([
      'ring',
      'Words',
      'broken',
    ]);
    const locked = run('onExportAndroid', {
      layers: [icon('Ring')],
      folder: '/locked',
      readOnly: ['/locked'],
    });
    expect(locked.files).toEqual({});
    expect(locked.alerts[0]?.text).toBe('Ring: /locked/ring.xml cannot be written; is the folder read-only?');
  });

  it('writes nothing without a selection or a folder', () => {
    expect(run('onExportAndroid', { folder: '/app' })).toMatchObject({
      files: {},
      said: ['windproof: select the layers to export.'],
    });
    expect(run('onExportAndroid', { layers: [icon('Ring')] })).toMatchObject({
      files: {},
      said: [],
      alerts: [],
    });
  });
});

describe.skipIf(JSC === undefined)('Settings…', () => {
  it('shows the settings and keeps what is typed', () => {
    const { asked, settings, said } = run('onSettings', { answer: '{"minSdk":24,"android":false}' });
    expect(JSON.parse(asked[0]?.initialValue ?? '')).toMatchObject({
      android: true,
      minSdk: 21,
      skipSuffix: '.raw',
    });
    expect(JSON.parse(settings ?? '')).toMatchObject({ android: false, minSdk: 24, skipSuffix: '.raw' });
    expect(said).toEqual(['windproof: settings saved.']);
    const again = run('onSettings', { settings: settings ?? '' });
    expect(JSON.parse(again.asked[0]?.initialValue ?? '')).toMatchObject({ android: false, minSdk: 24 });
  });

  it.each([
    '{',
    '[]',
    '{"minSdk":9}',
    '{"maxSeconds":0}',
    '{"maxKilobytes":-1}',
    '{"android":"no"}',
    '{"colour":1}',
    'alert(1)',
  ])('saves nothing of %s and says so', (answer) => {
    const { settings, said } = run('onSettings', { answer, settings: '{"minSdk":26}' });
    expect(settings).toBe('{"minSdk":26}');
    expect(said[0]).toMatch(/^windproof: nothing was saved\. /);
  });

  it('keeps the settings where the dialog is cancelled', () => {
    const { settings, said } = run('onSettings', { settings: '{"minSdk":26}' });
    expect([settings, said]).toEqual(['{"minSdk":26}', []]);
  });
});

describe.skipIf(JSC === undefined)('Help', () => {
  it('opens the page of the plugin, with a document and without', () => {
    for (const hasDocument of [true, false])
      expect(run('onHelp', { hasDocument }).opened).toEqual([
        expect.stringMatching(/^https:.*\/sketch-plugin\/README\.md$/),
      ]);
  });

  it('says what the command of the actions does, should one call it by hand', () => {
    expect(run('onExportHelp').said).toEqual(['windproof: exported SVGs are repaired as you export them.']);
  });
});
