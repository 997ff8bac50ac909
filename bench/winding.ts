import { writeFileSync } from 'node:fs';
import { readWindingCases } from '../test/winding/cases.ts';
import { repairFillRule } from '../src/repair/path-data.ts';
import { parsePathData } from '../src/path/parse.ts';
import { growthPlot } from './growth-plot.ts';

// How long the repair takes on real paths, one core, after a warm-up round: processor time in total, wall time by path.
// Also counts methods and bytes by category, made-up paths included, and draws docs/winding-growth.svg.
//   npm run bench:winding
const all = readWindingCases() ?? [];
const cases = all.filter(({ category }) => category !== undefined);
if (cases.length === 0) {
  console.log('skipped: ../shared/cases/winding is absent');
} else {
  for (const { d } of cases) repairFillRule(d);
  const started = process.cpuUsage();
  const results = cases.map(({ d }) => {
    const begin = performance.now();
    repairFillRule(d);
    return { milliseconds: performance.now() - begin, segments: parsePathData(d).commands.length };
  });
  const used = process.cpuUsage(started);
  const sorted = results.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const at = (share: number): string => sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(3);
  console.log(`${cases.length} paths, ${((used.user + used.system) / 1e6).toFixed(2)} s of processor time`);
  console.log(`ms a path: p50 ${at(0.5)}  p90 ${at(0.9)}  p99 ${at(0.99)}  max ${at(1)}`);
  const tally = new Map<string, { paths: number; before: number; after: number }>();
  for (const { category = 'made up', d } of all) {
    const { method, pathData } = repairFillRule(d);
    const key = `${category}, ${method}`;
    const { paths, before, after } = tally.get(key) ?? { paths: 0, before: 0, after: 0 };
    tally.set(key, { paths: paths + 1, before: before + d.length, after: after + pathData.length });
  }
  for (const [key, { paths, before, after }] of [...tally].sort()) {
    console.log(
      `${key.padEnd(20)} ${String(paths).padStart(5)} paths  bytes x${(after / before).toFixed(4)}`,
    );
  }
  // The fastest of four rounds: the others hold what the machine did besides.
  const fastest = cases.map(({ d }, index) => {
    const { segments } = results[index]!;
    let { milliseconds } = results[index]!;
    for (let round = 0; round < 3; round += 1) {
      const begin = performance.now();
      repairFillRule(d);
      milliseconds = Math.min(milliseconds, performance.now() - begin);
    }
    return { milliseconds, segments };
  });
  writeFileSync(new URL('../docs/winding-growth.svg', import.meta.url), growthPlot(fastest));

  console.log('growth with commands (median ms):');
  for (let low = 1; low < 2048; low *= 2) {
    const group = fastest
      .filter(({ segments }) => segments >= low && segments < 2 * low)
      .map(({ milliseconds }) => milliseconds)
      .sort((a, b) => a - b);
    if (group.length === 0) continue;
    const median = group[group.length >> 1]!;
    const bar = '#'.repeat(Math.max(1, Math.round(8 * Math.log2(1 + 10 * median))));
    console.log(
      `${String(low).padStart(5)}+ ${String(group.length).padStart(5)} paths ${median.toFixed(3).padStart(8)} ${bar}`,
    );
  }
}
