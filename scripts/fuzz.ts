import { parseArgs } from 'node:util';
import { randomPath, seeded, type Family } from '../bench/random-paths.ts';
import { repairFillRule } from '../src/repair/path-data.ts';
import { disagreement } from '../test/winding/disagreement.ts';

// Repairs random paths and holds each result against the oracle of the tests.
//   npm run fuzz -- --count 100000 --family grid --seed 1
// Counts go to the error output each thousand paths.

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    family: { type: 'string', default: 'float' },
    seed: { type: 'string', default: '1' },
    points: { type: 'string', default: '20' },
  },
});
const family = values.family as Family;
const random = seeded(Number(values.seed));
const count = Number(values.count);
const methods: Record<string, number> = {};
const wrong: string[] = [];
const kept: string[] = [];
let slowest = 0;
for (let index = 0; index < count; index += 1) {
  const path = randomPath(family, random);
  const started = performance.now();
  const repair = repairFillRule(path);
  slowest = Math.max(slowest, performance.now() - started);
  methods[repair.method] = (methods[repair.method] ?? 0) + 1;
  if (repair.method === 'kept') kept.push(path);
  else if (disagreement(path, repair.pathData, Number(values.points), random) !== undefined) wrong.push(path);
  if ((index + 1) % 1000 === 0) console.error(`${index + 1}: ${wrong.length} wrong, ${kept.length} kept`);
}
console.log(
  JSON.stringify({
    family,
    count,
    seed: values.seed,
    methods,
    wrong: wrong.length,
    kept: kept.length,
    slowest,
  }),
);
for (const path of kept.slice(0, 20)) console.log(`kept  ${path}`);
for (const path of wrong.slice(0, 20)) console.log(`wrong ${path}`);
process.exitCode = wrong.length > 0 ? 1 : 0;
