import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { antialiasingTable, EDGE_TOLERANCE, measureAntialiasing } from './antialiasing.ts';
import { disagreements, judgeProbes, probeSheet } from './facts.ts';
import { pictureName, withProbes } from './facts-page.ts';
import { LEVELS } from './judge.ts';
import { PROBES } from './probes/index.ts';
import { missingTool } from './toolchain.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const WORK = join(tmpdir(), 'windproof-android');

const HELP = `npm run conformance:android -- [--probes] [--antialiasing] [--write]

Lets Android's own code draw, on API ${LEVELS.join(', ')}.

  --probes         holds docs/android-facts.md against what Android does
  --antialiasing   measures how far resvg and Android part on shapes that are equal by construction
  --write          with --probes: writes the tables and pictures of docs/android-facts.md

Needs java 17, mvn, aapt2 and a framework resource package (Debian: maven aapt android-framework-res).
`;

function main(args: readonly string[]): number {
  if (args.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  const missing = missingTool();
  if (missing !== undefined) {
    console.log(`skipped: Android cannot draw here without ${missing}`);
    return 0;
  }
  if (args.includes('--probes')) return probes(args.includes('--write'));
  if (args.includes('--antialiasing')) return antialiasing();
  console.log(HELP);
  return 2;
}

function probes(write: boolean): number {
  const judged = judgeProbes(join(WORK, 'probes'));
  const faults = disagreements(judged);
  const count = PROBES.reduce((sum, group) => sum + group.probes.length, 0);
  console.log(
    `${count} probes on API ${LEVELS.join(', ')} in ${judged.seconds.toFixed(0)} s: ${faults.length} disagree`,
  );
  for (const fault of faults) console.log(`  ${fault}`);
  if (write) {
    const page = join(ROOT, 'docs', 'android-facts.md');
    const pictures = join(ROOT, 'docs', 'android-facts');
    mkdirSync(pictures, { recursive: true });
    for (const group of PROBES) writeFileSync(join(pictures, pictureName(group)), probeSheet(group, judged));
    writeFileSync(page, withProbes(readFileSync(page, 'utf8')));
  }
  return faults.length === 0 ? 0 : 1;
}

function antialiasing(): number {
  const rows = measureAntialiasing(join(WORK, 'antialiasing'));
  console.log(antialiasingTable(rows));
  const worst = Math.max(...rows.filter((row) => !row.family.startsWith('clips')).map((row) => row.worst));
  console.log(`worst without clips: ${worst}; EDGE_TOLERANCE is ${EDGE_TOLERANCE}`);
  return worst === EDGE_TOLERANCE ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
