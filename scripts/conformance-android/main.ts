import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { APPCOMPAT, fetchAppCompat } from './appcompat.ts';
import { antialiasingTable, EDGE_TOLERANCE, measureAntialiasing } from './antialiasing.ts';
import { disagreements, judgeProbes, probeSheet } from './facts.ts';
import { pictureName, withProbes } from './facts-page.ts';
import { differing, judgeIcons, table, type Report } from './icons-report.ts';
import { gatherIcons, type SourceIcon } from './icons.ts';
import { iconSheet } from './icons-sheet.ts';
import { LEVELS, PlatformsUnavailable, type Level } from './judge.ts';
import { KNOWN } from './known.ts';
import { PROBES } from './probes/index.ts';
import { missingTool } from './toolchain.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const OUT = join(ROOT, 'out', 'conformance-android');
const WORK = join(tmpdir(), 'windproof-android');

const HELP = `npm run conformance:android -- [--probes] [--antialiasing] [--write]

Converts icons, lets Android's own code draw them on API ${LEVELS.join(', ')}, and compares with their sources drawn by
resvg. docs/android-judge.md says how.

  --icons=N        icons of each pack and collection; 20 when absent
  --appcompat      by the code that drew vectors below API 24 instead, in apps with the AppCompat of that time
  --check          the probes, and 2 icons of each: what npm run check runs
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
  try {
    return run(args);
  } catch (error) {
    if (!(error instanceof PlatformsUnavailable)) throw error;
    console.log(`skipped: ${error.message}`);
    return 0;
  }
}

function run(args: readonly string[]): number {
  if (args.includes('--check')) return Math.max(probes(false), icons(2));
  if (args.includes('--probes')) return probes(args.includes('--write'));
  if (args.includes('--antialiasing')) return antialiasing();
  const perPack = Number(/--icons=(\d+)/.exec(args.join(' '))?.[1] ?? 20);
  return args.includes('--appcompat') ? appCompat(perPack) : icons(perPack);
}

function icons(perPack: number): number {
  const set = gather(perPack);
  return reportOn(judgeIcons(join(WORK, 'icons'), set), 'sheet.png');
}

/** Without gradients, of which the conversion warns, and without mirroring, which that library does not know. */
function appCompat(perPack: number): number {
  const archives = fetchAppCompat(join(WORK, 'archives'));
  const set = gather(perPack).filter(({ options }) => (options?.minSdk ?? 21) < 24);
  const library = { className: APPCOMPAT.className, archives };
  const report = judgeIcons(join(WORK, 'appcompat'), set, { levels: [26], library, isOld: true });
  return reportOn(report, 'appcompat.png', () => APPCOMPAT.name);
}

function gather(perPack: number): readonly SourceIcon[] {
  const { icons: found, absent } = gatherIcons(perPack);
  for (const line of absent) console.log(`skipped: ${line}`);
  return found;
}

function reportOn(report: Report, sheet: string, nameOf?: (level: Level) => string): number {
  console.log(table(report, nameOf));
  const faulty = differing(report);
  for (const { icon, why } of report.refused) console.log(`  refused: ${icon.kind} ${icon.name}: ${why}`);
  for (const { icon, details } of report.oldest) {
    console.log(`  not for API 21: ${icon.kind} ${icon.name}: ${[...new Set(details)].join('; ')}`);
  }
  for (const [icon, { why }] of KNOWN) console.log(`  known: ${icon}: ${why}`);
  for (const fault of faulty) console.log(`  differs: ${fault}`);
  mkdirSync(OUT, { recursive: true });
  writeFileSync(join(OUT, sheet), iconSheet(report));
  console.log(
    `${report.verdicts.length} pictures in ${report.seconds.toFixed(0)} s; contact sheet: ${join(OUT, sheet)}`,
  );
  return faulty.length + report.oldest.length === 0 ? 0 : 1;
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
