import { createRequire } from 'node:module';
import { readWindingCases } from '../test/winding/cases.ts';
import { disagreement } from '../test/winding/disagreement.ts';
import { repairFillRule } from '../src/repair/path-data.ts';
import { randomPath, seeded } from './random-paths.ts';

// Right and wrong results of windproof, Skia and paper.js on the same paths, judged by the oracle of the tests.
//   npm run bench:rivals            (installs bench/ first)
const require = createRequire(new URL('package.json', import.meta.url));

/** Random points that judge a result. */
const POINTS = 100;

type Tool = (d: string) => string | undefined;

async function loadTools(): Promise<Record<string, Tool>> {
  const CanvasKit = await require('canvaskit-wasm')();
  const paper = require('paper/dist/paper-core.js');
  paper.setup(new paper.Size(100, 100));
  const skia =
    (simplifies: boolean): Tool =>
    (d) => {
      const path = CanvasKit.Path.MakeFromSVGString(d);
      if (path === null) return undefined;
      path.setFillType(CanvasKit.FillType.EvenOdd);
      const isReady = !simplifies || path.simplify();
      const winding = isReady ? path.makeAsWinding() : null;
      const text = winding?.toSVGString() as string | undefined;
      // WebAssembly's memory is not collected.
      winding?.delete();
      path.delete();
      return text;
    };
  const paperJs =
    (resolves: boolean): Tool =>
    (d) => {
      paper.project.clear();
      const path = new paper.CompoundPath({ pathData: d, fillRule: 'evenodd' });
      const resolved = resolves ? path.resolveCrossings() : path;
      return (resolved.reorient(false, true) as { pathData: string }).pathData;
    };
  return {
    windproof: (d) => {
      const { method, pathData } = repairFillRule(d);
      return method === 'kept' ? undefined : pathData;
    },
    'Skia asWinding': skia(false),
    'Skia simplify + asWinding': skia(true),
    'paper.js reorient': paperJs(false),
    'paper.js resolveCrossings + reorient': paperJs(true),
  };
}

function judge(tool: Tool, paths: readonly string[]): string {
  const counts = { right: 0, wrong: 0, refused: 0 };
  let before = 0;
  let after = 0;
  paths.forEach((d, index) => {
    let result: string | undefined;
    try {
      result = tool(d);
    } catch {
      result = undefined;
    }
    if (result === undefined) counts.refused += 1;
    else {
      const isRight = disagreement(d, result, POINTS, seeded(index)) === undefined;
      counts[isRight ? 'right' : 'wrong'] += 1;
      before += d.length;
      after += result.length;
    }
  });
  return `${counts.right}/${counts.wrong}/${counts.refused} x${(after / before).toFixed(2)}`;
}

const cases = readWindingCases() ?? [];
const sample = (category: string): string[] =>
  cases
    .filter((item) => item.category === category)
    .filter((_, index, all) => index % Math.ceil(all.length / 100) === 0)
    .map(({ d }) => d);
const random = seeded(11);
const sets: Record<string, string[]> = {
  a: sample('a'),
  b: sample('b'),
  c: sample('c'),
  d: sample('d'),
  float: Array.from({ length: 100 }, () => randomPath('float', random)),
  grid: Array.from({ length: 100 }, () => randomPath('grid', random)),
};
const tools = await loadTools();
console.log(
  'right/wrong/refused and bytes, on',
  Object.entries(sets)
    .map(([name, all]) => `${name}: ${all.length}`)
    .join(', '),
);
for (const [name, tool] of Object.entries(tools)) {
  console.log(name);
  for (const [set, paths] of Object.entries(sets)) {
    const started = process.cpuUsage();
    const line = `  ${set.padEnd(6)} ${judge(tool, paths)}`;
    const { user, system } = process.cpuUsage(started);
    console.log(`${line.padEnd(34)} ${((user + system) / 1e6).toFixed(1)} s with judging`);
  }
}
