import { existsSync, readdirSync, readFileSync } from 'node:fs';
import AdmZip from 'adm-zip';
import { describe, expect, it } from 'vitest';
import { joinRegions } from '../../src/node/sketch/join.ts';
import { readSketchFile, replaceTexts } from '../../src/node/sketch/read.ts';
import { fixDocument, type DocumentFix } from '../../src/sketch/fix.ts';
import { lintDocument } from '../../src/sketch/lint.ts';
import { readDocument } from '../../src/sketch/read.ts';
import { renderDocument } from '../../src/sketch/render.ts';
import { documentOf, sketchFile } from '../support/sketch/document.ts';
import { artboard, layer, path, rectangle, star, type LayerJson } from '../support/sketch/layers.ts';
import { filled } from '../support/sketch/styles.ts';
import { difference } from '../support/sketch/picture.ts';
import { departures, OLDEST_FORMAT } from './schema.ts';

interface Treated {
  readonly fix: DocumentFix;
  readonly before: ReturnType<typeof open>;
  readonly after: ReturnType<typeof open>;
  readonly bytes: Uint8Array;
}

function open(bytes: Uint8Array) {
  const file = readSketchFile(bytes);
  if ('problem' in file) throw new Error(file.problem.message);
  return { ...file, document: readDocument(file.json) };
}

function fix(bytes: Uint8Array): Treated {
  const before = open(bytes);
  const result = fixDocument(before.document, before.texts, joinRegions);
  const changed = replaceTexts(bytes, result.texts);
  return { fix: result, before, after: open(changed), bytes: changed };
}

const pictures = ({ document }: ReturnType<typeof open>) =>
  renderDocument(document, joinRegions).exports.flatMap(({ svg }) => svg ?? []);

const codes = ({ document }: ReturnType<typeof open>): string[] =>
  lintDocument(document, joinRegions).map(({ diagnostic }) => diagnostic.code);

function expectSamePictures({ before, after }: Treated): void {
  const [old, now] = [pictures(before), pictures(after)];
  expect(now.length).toBe(old.length);
  for (const [index, svg] of now.entries()) expect(difference(old[index] ?? '', svg)).toBeLessThan(0.001);
}

const group = (layers: LayerJson[], windingRule = 1, more = {}): LayerJson =>
  layer('shapeGroup', [2, 2, 20, 20], { ...filled(windingRule), layers, ...more });

const bytesOf = (shape: LayerJson): Uint8Array => sketchFile(documentOf([artboard(24, 24, [shape])]));

const outer = rectangle([0, 0, 20, 20], {}, 3);
const inner = rectangle([5, 5, 10, 10]);

/** A blob with unequal handles, so that a reversal that loses one shows. */
const blob = path(
  [5, 5, 10, 10],
  [
    [0, 0.5, { hasCurveFrom: true, hasCurveTo: false, curveFrom: '{0.1, 0.1}', curveTo: '{0, 0.5}' }],
    [1, 0.2, { hasCurveFrom: true, hasCurveTo: true, curveFrom: '{1.4, 0.4}', curveTo: '{0.7, -0.2}' }],
    [0.6, 1],
  ],
);

const crossed = star([2, 2, 20, 20], filled());

describe('fixDocument', () => {
  it.each([
    ['a hole', inner],
    ['a curved hole', blob],
    [
      'a flipped and turned hole',
      { ...blob, isFlippedHorizontal: true, isFlippedVertical: true, rotation: 20 },
    ],
  ])('reverses the path of %s and sets nonzero', (_name, hole) => {
    const treated = fix(bytesOf(group([outer, hole])));
    expect(codes(treated.before)).toEqual(['sketch-lost-hole']);
    expect(treated.fix.fixed).toEqual([{ where: ['Page', 'icon', 'shapeGroup'], reversed: 1 }]);
    expect(codes(treated.after)).toEqual([]);
    expectSamePictures(treated);
    expect(pictures(treated.after)[0]).not.toContain('evenodd');
  });

  it('changes nothing the second time', () => {
    const once = fix(bytesOf(group([outer, blob])));
    const twice = fix(once.bytes);
    expect(twice.fix.texts.size).toBe(0);
  });

  it('only sets the rule where the points already run right, and where Sketch joins the outlines', () => {
    const subtract = group([outer, { ...inner, booleanOperation: 1 }]);
    const treated = fix(bytesOf(subtract));
    expect(codes(treated.before)).toEqual(['sketch-even-odd']);
    expect(treated.fix.fixed[0]?.reversed).toBe(0);
    expectSamePictures(treated);
  });

  it('keeps what would go into a boolean operation as another shape', () => {
    const hole = { ...inner, booleanOperation: -1 };
    const tab = { ...rectangle([18, 8, 4, 4]), booleanOperation: 0 };
    const mixed = bytesOf(group([outer, hole, tab]));
    expect(fix(mixed).fix).toMatchObject({ fixed: [], kept: [{ where: ['Page', 'icon', 'shapeGroup'] }] });
  });

  it('keeps what no order of points can fill alike, and says so', () => {
    const crossing = group([
      rectangle([0, 0, 1, 1]),
      { ...crossed, frame: { x: 1, y: 1, width: 18, height: 18 } },
    ]);
    expect(codes(open(bytesOf(crossing)))).toEqual(['sketch-crossing']);
    expect(fix(bytesOf(crossing)).fix).toMatchObject({
      fixed: [],
      kept: [{ where: ['Page', 'icon', 'shapeGroup'] }],
    });
    expect(codes(open(bytesOf(crossed)))).toEqual(['sketch-crossing']);
    expect(fix(bytesOf(crossed)).fix.kept).toHaveLength(1);
  });

  it('leaves alone what is nonzero, unfilled, hidden or a single outline', () => {
    const unfilled = group([outer, inner], 1, { style: { _class: 'style', windingRule: 1 } });
    for (const shape of [
      group([outer, inner], 0),
      unfilled,
      { ...group([outer, inner]), isVisible: false },
      rectangle([2, 2, 20, 20], filled()),
    ]) {
      expect(fix(bytesOf(shape)).fix.texts.size).toBe(0);
    }
  });

  it('writes the rule where the format has it, and adds it where the file left it out', () => {
    const rules = (treated: Treated) => {
      const page = treated.after.json.pages[0]?.json as { layers: { layers: Record<string, unknown>[] }[] };
      const shape = page.layers[0]?.layers[0] as { style: Record<string, unknown>; windingRule?: number };
      return [shape.windingRule, shape.style['windingRule']];
    };
    expect(rules(fix(bytesOf(group([outer, inner], 1, { windingRule: 1 }))))).toEqual([0, 0]);
    const { windingRule: _left, ...style } = filled().style;
    expect(rules(fix(bytesOf(group([outer, inner], 1, { style }))))).toEqual([undefined, 0]);
    expect(rules(fix(bytesOf(group([outer, inner], 1, { style, windingRule: 1 }))))).toEqual([0, undefined]);
  });

  it('changes only the values it must: everything else in the text stays, byte for byte', () => {
    const bytes = bytesOf(group([outer, blob]));
    const treated = fix(bytes);
    const sorted = (text: string): string => [...text].sort().join('');
    const [name, text] = [...treated.fix.texts][0] as [string, string];
    const old = treated.before.texts.get(name) ?? '';
    expect(text.length).toBe(old.length);
    expect(sorted(text.replace('"windingRule":0', '"windingRule":1'))).toBe(sorted(old));
    const changedFrom = [...old].findIndex((character, index) => character !== text[index]);
    expect(changedFrom).toBeGreaterThan(old.indexOf('shapeGroup'));
    expect(old.slice(old.lastIndexOf('curvePoint'))).not.toBe('');
  });

  it('changes a shape in a symbol once, where the symbol is', () => {
    const master = layer('symbolMaster', [0, 0, 24, 24], { symbolID: 's', layers: [group([outer, inner])] });
    const use = (x: number) => layer('symbolInstance', [x, 0, 24, 24], { symbolID: 's' });
    const treated = fix(sketchFile(documentOf([artboard(48, 24, [use(0), use(24)]), master])));
    expect(treated.fix.fixed).toHaveLength(1);
    expectSamePictures(treated);
    expect(codes(treated.after)).toEqual([]);
  });
});

const CASES = '../shared/cases/sketch';

/**
 * Where files that Sketch wrote depart from its schema for their format, and none of it is anything that a fix touches.
 * Formats before v121 have no schema; they are only held against themselves.
 */
const DEPARTURES: readonly RegExp[] = [
  // Members that came later than the file, which the schema wants in all formats.
  /: isTemplate missing$/,
  /: perDocumentLibraries missing$/,
  /: \/points\/n cornerStyle missing$/,
  // Members that Sketch stopped writing, which the schema has dropped.
  /: (?:includeInCloudUpload|presetDictionary|changeIdentifier|fonts|agreedToFontEmbedding|autoEmbedFonts) unknown$/,
  // The state of the window, which the schema does not follow.
  /^user: \/document(?:\/pageListHeight must be integer| \w+ unknown$)/,
  // A color and an export format without a name.
  /^document: \/assets\/colorAssets\/n name missing$/,
  /: \/exportOptions\/exportFormats\/n name missing$/,
];

describe.skipIf(!existsSync(CASES))('fixDocument on real documents', () => {
  const names = existsSync(CASES) ? readdirSync(`${CASES}/documents`) : [];
  const files = [
    `${CASES}/paired/icons.sketch`,
    ...names
      .filter((name) => name.endsWith('.sketch') && !name.startsWith('octicons'))
      .map((name) => `${CASES}/documents/${name}`),
  ];
  /** Every JSON file of a document that Sketch has a schema for. */
  const jsonOf = (bytes: Uint8Array): [string, unknown][] =>
    new AdmZip(Buffer.from(bytes))
      .getEntries()
      .filter(({ entryName }) => /^(?:pages\/.*|document|meta|user)\.json$/.test(entryName))
      .map((entry) => [entry.entryName, JSON.parse(entry.getData().toString())]);

  it.each(files)('%s keeps its pictures and its shape', (file) => {
    const treated = fix(readFileSync(file));
    expectSamePictures(treated);
    const left = codes(treated.after).filter((code) => /even-odd|lost-hole/.test(code));
    expect(left).toEqual([]);
    expect(fix(treated.bytes).fix.texts.size).toBe(0);
  });

  it('reverses what a real document joins by nothing but even-odd', () => {
    const bytes = readFileSync(files[0] as string);
    const uncombined = [...open(bytes).texts].map(([name, text]): [string, string] => [
      name,
      text.replaceAll(/"booleanOperation":[123]/g, '"booleanOperation":-1'),
    ]);
    const treated = fix(replaceTexts(bytes, new Map(uncombined)));
    expect(treated.fix.fixed.filter(({ reversed }) => reversed > 0).length).toBeGreaterThan(5);
    // Some go into unions, and a union of what fills by nonzero is another.
    expect(treated.fix.kept.length).toBeLessThan(treated.fix.fixed.length / 5);
    expectSamePictures(treated);
    for (const { file, json } of treated.after.json.pages) {
      const old = treated.before.json.pages.find((page) => page.file === file)?.json;
      expect(departures(file, json).sort()).toEqual(departures(file, old).sort());
    }
  });

  it.each(files)("%s departs from Sketch's schema only where Sketch did", (file) => {
    const { before, bytes } = fix(readFileSync(file));
    const old = new Map(jsonOf(readFileSync(file)));
    const now = jsonOf(bytes);
    expect(now.map(([name]) => name)).toEqual([...old.keys()]);
    const found = now.map(([name, json]) => [name, departures(name, json).sort()]);
    expect(found).toEqual(now.map(([name]) => [name, departures(name, old.get(name)).sort()]));
    if (before.document.version < OLDEST_FORMAT) return;
    const unexplained = found
      .flatMap(([, list]) => list)
      .filter((each) => !DEPARTURES.some((known) => known.test(each as string)));
    expect(unexplained).toEqual([]);
  });
});
