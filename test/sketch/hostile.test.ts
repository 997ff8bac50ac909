import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinRegions } from '../../src/node/sketch/join.ts';
import { readSketchFile } from '../../src/node/sketch/read.ts';
import { lintDocument } from '../../src/sketch/lint.ts';
import { readDocument, type SketchJson } from '../../src/sketch/read.ts';
import { renderDocument } from '../../src/sketch/render.ts';
import { documentOf, renderOne, sketchFile } from '../support/sketch/document.ts';
import { artboard, layer, path, rectangle } from '../support/sketch/layers.ts';
import { color, fill, filled } from '../support/sketch/styles.ts';

/** A document with something of every kind. */
const RICH = documentOf(
  [
    artboard(24, 24, [
      rectangle([2, 2, 20, 20], filled(), 4),
      layer('shapeGroup', [2, 2, 20, 20], {
        ...filled(1, { borders: [{ isEnabled: true, thickness: 2, position: 1, color: color(1, 0, 0) }] }),
        layers: [
          rectangle([0, 0, 20, 20]),
          rectangle([4, 4, 8, 8], { booleanOperation: 1, rotation: 30, isFlippedHorizontal: true }),
        ],
      }),
      path(
        [1, 1, 9, 9],
        [
          [0, 0, { hasCurveFrom: true }],
          [1, 0.5],
          [0.2, 1],
        ],
        { hasClippingMask: true },
      ),
      layer('symbolInstance', [0, 0, 12, 12], {
        symbolID: 'symbol',
        overrideValues: [{ overrideName: 'x_color:fill-0', value: color(0, 1, 0) }],
      }),
      layer('text', [0, 0, 9, 9]),
    ]),
    layer('symbolMaster', [40, 0, 24, 24], {
      symbolID: 'symbol',
      layers: [
        rectangle([1, 1, 9, 9], {
          style: {
            fills: [
              fill(),
              {
                isEnabled: true,
                fillType: 1,
                gradient: {
                  gradientType: 1,
                  from: '{0, 0}',
                  to: '{1, 1}',
                  stops: [{ position: 0, color: color(0, 0, 1) }],
                },
              },
            ],
            shadows: [{ isEnabled: true }],
          },
        }),
      ],
    }),
  ],
  { layerStyles: { objects: [{ do_objectID: 's', value: { fills: [fill()] } }] } },
);

/** What no member is meant to be, but JSON may hold. */
const WRONG: readonly unknown[] = [
  null,
  true,
  '',
  'no number',
  '{1e999, -1}',
  '{0, 0',
  -1,
  0.5,
  1e308,
  -1e308,
  9e15,
  [],
  [null],
  [[]],
  {},
  { _class: 'group' },
];

type Holder = Record<string | number, unknown>;

/** Every place in `json`, as what holds it and the key. */
function places(json: unknown): { readonly holder: Holder; readonly key: string | number }[] {
  if (typeof json !== 'object' || json === null) return [];
  const holder = json as Holder;
  const keys = Array.isArray(json) ? [...json.keys()] : Object.keys(json);
  return keys.flatMap((key) => [{ holder, key }, ...places(holder[key])]);
}

/** Of a document's files. */
const placesOf = ({ meta, document, pages }: SketchJson) =>
  [meta, document, ...pages.map(({ json }) => json)].flatMap(places);

function takeAll(json: SketchJson): void {
  const document = readDocument(json);
  const { exports, findings } = renderDocument(document, joinRegions);
  lintDocument(document, joinRegions);
  for (const { svg = '', name } of exports) {
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(typeof name).toBe('string');
  }
  expect(findings.every(({ diagnostic }) => diagnostic.message !== '')).toBe(true);
}

describe('a document with members of wrong types', () => {
  it('is read with defaults, drawn or refused, never thrown at', () => {
    const count = placesOf(RICH).length;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(count - 1), fc.constantFrom(...WRONG)), { minLength: 1, maxLength: 4 }),
        (changes) => {
          const json = structuredClone(RICH);
          for (const [at, value] of changes) {
            const all = placesOf(json);
            const place = all[at % all.length];
            if (place !== undefined) place.holder[place.key] = structuredClone(value);
          }
          takeAll(json);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('ends where groups nest without end, and where symbols show each other', () => {
    let deep = rectangle([0, 0, 1, 1], filled());
    for (let depth = 0; depth < 5000; depth += 1) deep = layer('group', [0, 0, 9, 9], { layers: [deep] });
    const instance = (symbolID: string) => layer('symbolInstance', [0, 0, 9, 9], { symbolID });
    const master = (symbolID: string, shown: string) =>
      layer('symbolMaster', [0, 0, 9, 9], { symbolID, layers: [instance(shown), instance(shown)] });
    takeAll(documentOf([artboard(24, 24, [deep])]));
    takeAll(documentOf([artboard(24, 24, [instance('a')]), master('a', 'b'), master('b', 'a')]));
    // Each twice what is behind it: a thousand millions in all.
    const masters = Array.from({ length: 30 }, (_, at) => master(`m${at}`, `m${at + 1}`));
    const bomb = documentOf([artboard(24, 24, [instance('m0')]), ...masters]);
    takeAll(bomb);
    const { findings } = renderOne(bomb);
    expect(findings.map(({ diagnostic }) => diagnostic.code)).toContain('sketch-too-large');
  });
});

describe('a file cut off or with bytes changed', () => {
  it('is read or refused with a diagnostic', () => {
    const bytes = sketchFile(RICH);
    fc.assert(
      fc.property(
        fc.nat(bytes.length),
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 6 }),
        (length, changes) => {
          const broken = bytes.slice(0, length);
          for (const [at, value] of changes) if (at < length) broken[at] = value;
          const read = readSketchFile(broken);
          if ('problem' in read) expect(read.problem.code).toMatch(/^sketch-/);
          else takeAll(read.json);
        },
      ),
      { numRuns: 200 },
    );
  });
});
