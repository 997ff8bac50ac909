import type { Code } from '../../src/diagnostics/diagnostic.ts';
import { documentOf, sketchFile } from '../support/sketch/document.ts';
import { artboard, layer, path, rectangle, star, type LayerJson } from '../support/sketch/layers.ts';
import { border, color, fill, filled } from '../support/sketch/styles.ts';

/** Two documents that differ in what a code speaks of, and the layer that it names, where it names one. */
interface SketchPair {
  readonly wrong: Uint8Array;
  readonly right: Uint8Array;
  /** The page, artboard and layers, from the outside in, as messages name them. */
  readonly where?: string;
}

const document = (...layers: LayerJson[]): Uint8Array =>
  sketchFile(documentOf([artboard(24, 24, layers), ...MASTERS]));

const MASTERS = [
  layer('symbolMaster', [100, 0, 8, 8], { symbolID: 'dot', layers: [rectangle([2, 2, 4, 4], filled(0))] }),
  layer('symbolMaster', [200, 0, 8, 8], {
    symbolID: 'itself',
    layers: [layer('symbolInstance', [0, 0, 8, 8], { symbolID: 'itself' })],
  }),
];

const instance = (symbolID: string, more: Record<string, unknown> = {}): LayerJson =>
  layer('symbolInstance', [2, 2, 8, 8], { symbolID, name: 'the one', overrideValues: [], ...more });

/** The shape that every right document shows: plain black, nonzero. */
const plain = (more: Record<string, unknown> = {}): LayerJson =>
  rectangle([2, 2, 16, 16], { name: 'the one', ...filled(0), ...more });

/** `wrong` on an artboard, and a plain shape in its place. */
const oneLayer = (wrong: LayerJson, right: LayerJson = plain()): SketchPair => ({
  wrong: document({ ...wrong, name: 'the one' }),
  right: document({ ...right, name: 'the one' }),
  where: 'Page / icon / the one',
});

const styled = (more: Record<string, unknown>): LayerJson => plain(filled(0, more));

const OUTER: [number, number][] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];
const ring = (hole: readonly [number, number][], windingRule: number): LayerJson =>
  layer('shapeGroup', [2, 2, 16, 16], {
    ...filled(windingRule),
    layers: [path([0, 0, 16, 16], OUTER), path([4, 4, 8, 8], [...hole])],
  });
const against = OUTER.toReversed();

const open = (more: Record<string, unknown>): LayerJson =>
  path([2, 2, 16, 16], [OUTER[0] as [number, number], OUTER[2] as [number, number]], {
    isClosed: false,
    style: { _class: 'style', borders: [border(2)], fills: [], windingRule: 0, ...more },
  });

/** A shape of one color in a document in Display P3. */
const wide = (r: number, g: number, b: number): Uint8Array => {
  const shape = styled({ fills: [fill(color(r, g, b))] });
  return sketchFile(documentOf([artboard(24, 24, [shape])], { colorSpace: 2 }));
};

/** Each code that a layer or a document brings about, by its name. */
export const SKETCHES: Readonly<Partial<Record<Code, SketchPair>>> = {
  'sketch-unreadable': {
    wrong: Buffer.from('<!DOCTYPE html><title>Sign in</title>'),
    right: document(plain()),
  },
  'sketch-database': {
    wrong: Buffer.from('SQLite format 3\0, and then its pages'),
    right: document(plain()),
  },
  'sketch-nothing-exportable': {
    wrong: sketchFile(documentOf([artboard(24, 24, [plain()], { exportOptions: { exportFormats: [] } })])),
    right: document(plain()),
  },
  'sketch-empty': {
    wrong: document({ ...plain(), isVisible: false }),
    right: document(plain()),
    where: 'Page / icon',
  },
  'sketch-text': oneLayer(layer('text', [0, 0, 8, 8])),
  'sketch-bitmap': oneLayer(layer('bitmap', [0, 0, 8, 8])),
  'sketch-effect': oneLayer(
    styled({ shadows: [{ isEnabled: true }] }),
    styled({ shadows: [{ isEnabled: false }] }),
  ),
  'sketch-blend-mode': oneLayer(
    styled({ contextSettings: { blendMode: 2, opacity: 1 } }),
    styled({ contextSettings: { blendMode: 0, opacity: 1 } }),
  ),
  'sketch-paint': oneLayer(styled({ fills: [{ ...fill(), fillType: 4 }] })),
  'sketch-arrowhead': oneLayer(open({ endMarkerType: 1 })),
  'sketch-mask': oneLayer(layer('group', [0, 0, 8, 8], { hasClippingMask: true, layers: [plain()] })),
  'sketch-missing-symbol': oneLayer(instance('gone'), instance('dot')),
  'sketch-symbol-cycle': {
    ...oneLayer(instance('itself'), instance('dot')),
    where: 'Page / icon / the one / symbolInstance',
  },
  'sketch-override': oneLayer(
    instance('dot', {
      overrideValues: [{ _class: 'overrideValue', overrideName: 'layer-1_color:fill-0', value: '' }],
    }),
    instance('dot'),
  ),
  'sketch-unknown-layer': oneLayer(layer('hologram', [0, 0, 8, 8])),
  'sketch-smooth-corner': oneLayer(
    rectangle([2, 2, 16, 16], { ...filled(0), pointRadiusBehaviour: 2 }, 4),
    rectangle([2, 2, 16, 16], filled(0), 4),
  ),
  'sketch-wide-color': {
    wrong: wide(0, 1, 0),
    right: wide(0.4, 0.7, 0.4),
    where: 'Page / icon / the one',
  },
  'sketch-even-odd': oneLayer(ring(against, 1), ring(against, 0)),
  'sketch-lost-hole': oneLayer(ring(OUTER, 1), ring(against, 0)),
  'sketch-crossing': oneLayer(star([2, 2, 16, 16], filled(1))),
  'sketch-border': oneLayer(open({})),
};
