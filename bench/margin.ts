import { Budget } from '../src/geometry/budget.ts';
import { TURNS } from '../src/geometry/frame.ts';
import { labelFaces } from '../src/geometry/labels.ts';
import { solveSigns } from '../src/geometry/signs.ts';
import { sweep } from '../src/geometry/sweep.ts';
import { FLATNESS, flatten } from '../src/path/flatten.ts';
import { parsePathData } from '../src/path/parse.ts';
import { toSubpaths } from '../src/path/subpaths.ts';
import { TOLERANCE, WORK_LIMIT } from '../src/repair/compare.ts';
import { repairFillRule } from '../src/repair/path-data.ts';
import { readWindingCases } from '../test/winding/cases.ts';

// How close real paths come to the tolerance: of each, the thickest face that reversal alone would have to fill, by
// coarse and by close polylines, seen from three sides.
//   npm run bench:margin

/** Further from the tolerance than this factor, a path is left out. */
const NEAR = 3;

/** The thinnest face, in shares of the size, below which all may be filled so that signs can be found. */
function decisiveThickness(pathData: string, turn: number, flatness: number): number {
  const budget = new Budget(WORK_LIMIT);
  const subpaths = toSubpaths(parsePathData(pathData).commands.map(({ command }) => command));
  const { faces } = sweep(flatten([{ subpaths }], budget, turn, flatness).loops, budget);
  const empty = labelFaces(faces, 0, budget).filter(({ isOdd }) => !isOdd);
  const isSolvable = (count: number): boolean => {
    const rows = empty.slice(0, count).map(({ turns }) => ({ terms: turns }));
    return solveSigns(subpaths.length, rows, budget).unsolved.length === 0;
  };
  // They come thickest first, and each asks for more.
  let [fewest, most] = [0, empty.length + 1];
  while (most - fewest > 1) {
    const middle = (fewest + most) >> 1;
    if (isSolvable(middle)) fewest = middle;
    else most = middle;
  }
  return empty[fewest]?.thickness ?? 0;
}

const print = (thickness: number): string => thickness.toExponential(2).padStart(8);
console.log(`tolerance ${TOLERANCE.toExponential(2)}\n coarse, from three sides    close, from three sides`);
for (const { id, d } of readWindingCases() ?? []) {
  const coarse = decisiveThickness(d, TURNS[0]!, FLATNESS);
  if (coarse < TOLERANCE / NEAR || coarse > TOLERANCE * NEAR) continue;
  const columns = [FLATNESS, FLATNESS / 10].map((flatness) =>
    TURNS.map((turn) => print(decisiveThickness(d, turn, flatness))).join(' '),
  );
  console.log(`${columns.join('   ')}  ${repairFillRule(d).method.padEnd(9)} ${id}`);
}
