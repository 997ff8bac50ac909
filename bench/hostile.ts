import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HOSTILE } from './hostile-inputs.ts';
import { HOSTILE_MARKUP } from './hostile-markup.ts';

// What the command line takes for icons that nobody draws: processor time of all threads, and the most memory at once.
//   npm run bench:hostile                 (a table of all; exits with 1 where one takes more than it may)
//   npm run bench:hostile -- spiral       (those whose name contains it, and the codes that each ends with)
const MOST_SECONDS = 10;
const MOST_MIB = 1024;

const cli = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const box = mkdtempSync(join(tmpdir(), 'windproof-hostile-'));
const wanted = process.argv[2] ?? '';

/** Appended to the error output of the process when it ends: microseconds, microseconds, KiB. */
const MEASURE = `data:text/javascript,${encodeURIComponent(
  "import{isMainThread}from'node:worker_threads';if(isMainThread)process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('\\n'+u.userCPUTime+' '+u.systemCPUTime+' '+u.maxRSS)})",
)}`;

interface Taken {
  readonly seconds: number;
  readonly mib: number;
  /** What became of the icon, and what was said of it. */
  readonly outcome: string;
}

interface Report {
  readonly files?: readonly {
    readonly status?: string;
    readonly diagnostics?: readonly { readonly code: string }[];
  }[];
}

function take(args: readonly string[]): Taken {
  const limits = ['--format', 'json', '--time-limit', '600'];
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', MEASURE, cli, ...args, ...limits], {
    cwd: box,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const [user, system, kib] = (stderr.trim().split('\n').pop() ?? '').split(' ').map(Number);
  if (kib === undefined)
    throw new Error(`${args.join(' ')} did not end as it should: ${stderr.slice(-1000)}`);
  const [file] = (JSON.parse(stdout) as Report).files ?? [];
  const codes = [...new Set((file?.diagnostics ?? []).map(({ code }) => code))];
  return {
    seconds: ((user ?? 0) + (system ?? 0)) / 1e6,
    mib: kib / 1024,
    outcome: [file?.status, ...codes].filter(Boolean).join(' '),
  };
}

const COMMANDS: readonly (readonly string[])[] = [
  ['lint', 'icon.svg'],
  ['fix', 'icon.svg', '-o', 'fixed'],
  ['convert', 'icon.svg', '-o', 'converted'],
];

console.log(`| icon | ${COMMANDS.map(([name]) => `${name} | MiB`).join(' | ')} |`);
console.log(`|---|${'---|'.repeat(2 * COMMANDS.length)}`);
let missed = 0;
for (const [name, make] of Object.entries({ ...HOSTILE, ...HOSTILE_MARKUP })) {
  const text = make();
  if (!name.includes(wanted)) continue;
  writeFileSync(join(box, 'icon.svg'), text);
  const taken = COMMANDS.map(take);
  missed += taken.filter(({ seconds, mib }) => seconds > MOST_SECONDS || mib > MOST_MIB).length;
  const cells = taken.map(({ seconds, mib }) => `${seconds.toFixed(1)} s | ${mib.toFixed(0)}`);
  console.log(`| ${name} | ${cells.join(' | ')} |`);
  if (wanted !== '')
    taken.forEach(({ outcome }, index) => console.log(`${COMMANDS[index]?.[0]}: ${outcome}`));
}
rmSync(box, { recursive: true });
console.log(`\n${missed} of them take more than ${MOST_SECONDS} s or ${MOST_MIB} MiB.`);
process.exitCode = missed > 0 ? 1 : 0;
