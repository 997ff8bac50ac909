import { readWindingCases } from '../test/winding/cases.ts';
import { repairFillRule } from '../src/repair/path-data.ts';

// How long the repair takes on real paths, one core, after a warm-up round: processor time in total, wall time by path.
//   npm run bench:winding
const cases = (readWindingCases() ?? []).filter(({ category }) => category !== undefined);
if (cases.length === 0) {
  console.log('skipped: ../shared/cases/winding is absent');
} else {
  for (const { d } of cases) repairFillRule(d);
  const started = process.cpuUsage();
  const results = cases.map(({ id, d }) => {
    const begin = performance.now();
    const repair = repairFillRule(d);
    return { id, milliseconds: performance.now() - begin, segments: d.match(/[a-y]/gi)!.length, repair };
  });
  const used = process.cpuUsage(started);
  const sorted = results.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const at = (share: number): string => sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(3);
  console.log(`${cases.length} paths, ${((used.user + used.system) / 1e6).toFixed(2)} s of processor time`);
  console.log(`ms a path: p50 ${at(0.5)}  p90 ${at(0.9)}  p99 ${at(0.99)}  max ${at(1)}`);
  const counts: Record<string, number> = {};
  for (const { repair } of results) counts[repair.method] = (counts[repair.method] ?? 0) + 1;
  console.log(counts);

  console.log('growth with command letters (median ms):');
  for (let low = 1; low < 2048; low *= 2) {
    const group = results
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
