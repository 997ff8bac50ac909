import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { joinRegions } from '../../src/node/sketch/join.ts';
import { loadDraw } from '../../src/node/draw.ts';
import { readSketchFile } from '../../src/node/sketch/read.ts';
import { convert } from '../../src/pipeline/convert.ts';
import { readDocument } from '../../src/sketch/read.ts';
import { renderDocument } from '../../src/sketch/render.ts';
import { difference } from '../support/sketch/picture.ts';

const draw = await loadDraw();
const CASES = '../shared/cases/sketch';
const isHere = existsSync(CASES);
if (!isHere) console.warn(`${CASES} is absent: real documents are not compared`);

/** Icons of the paired document that differ from Sketch's export by more than 1 % of the pixels, and why. */
const KNOWN_DIFFERENCES: Readonly<Record<string, string>> = {};

function render(path: string) {
  const file = readSketchFile(readFileSync(path));
  if ('problem' in file) return file;
  return renderDocument(readDocument(file.json), joinRegions);
}

describe.skipIf(!isHere)("beside Sketch's own exports", () => {
  it('draws every icon of the document as Sketch exported it', () => {
    const rendered = render(`${CASES}/paired/icons.sketch`);
    if ('problem' in rendered) throw new Error(rendered.problem.message);
    const byName = new Map(rendered.exports.map((each) => [each.name, each]));
    const exported = readdirSync(`${CASES}/paired/exports`);
    expect(exported.length).toBeGreaterThan(50);
    const shares = new Map<string, number>();
    for (const file of exported) {
      const name = file.replace(/\.svg$/, '');
      const ours = byName.get(name);
      const theirs = readFileSync(`${CASES}/paired/exports/${file}`, 'utf8');
      const share = ours?.svg === undefined ? 1 : difference(ours.svg, theirs);
      expect(ours?.findings, name).toEqual([]);
      shares.set(name, share);
    }
    const differing = [...shares].filter(([, share]) => share > 0.01).map(([name]) => name);
    const worst = (Math.max(...shares.values()) * 100).toFixed(2);
    console.log(
      `${shares.size - differing.length} of ${shares.size} icons within 1 %, the worst at ${worst} %`,
    );
    expect(differing).toEqual(Object.keys(KNOWN_DIFFERENCES));
    expect(differing.length).toBeLessThanOrEqual(shares.size * 0.02);
  });
});

describe.skipIf(!isHere)('documents', () => {
  const files = isHere ? readdirSync(`${CASES}/documents`).filter((file) => file.endsWith('.sketch')) : [];

  it.each(files)('%s opens', (file) => {
    const path = `${CASES}/documents/${file}`;
    const rendered = render(path);
    const isDatabase = readFileSync(path).subarray(0, 6).toString() === 'SQLite';
    if ('problem' in rendered) {
      expect(isDatabase && rendered.problem.code).toBe('sketch-database');
      return;
    }
    expect(isDatabase).toBe(false);
    for (const { svg, findings, where } of rendered.exports) {
      const isRefused = findings.some(({ diagnostic }) => diagnostic.effect === 'refused');
      expect(svg !== undefined || isRefused, where.join(' / ')).toBe(true);
      if (svg === undefined || isRefused) continue;
      const { output, diagnostics } = convert(svg, { draw });
      const isNamed = diagnostics.some(({ effect }) => effect === 'refused');
      expect(output !== undefined || isNamed, where.join(' / ')).toBe(true);
    }
  });
});
