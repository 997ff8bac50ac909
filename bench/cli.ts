import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// The command line beside node, git and svglint, all on the same machine in the same minutes: ratios, not times, since
// these are what another machine can reproduce. The runs of a pair alternate, and the median of each is taken. Beside
// what passed on the clock stands the processor time of all processes and threads, which other work disturbs less.
//   npm run bench:cli            (installs bench/, and needs npm install --prefix fixtures/packs for the icons)
const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist/cli/main.js');
const svglint = join(root, 'bench/node_modules/svglint/bin/cli.js');
const icons = join(root, 'fixtures/packs/node_modules/bootstrap-icons/icons');
const box = mkdtempSync(join(tmpdir(), 'windproof-bench-'));
const rounds = Number(process.argv[2] ?? 15);

interface Call {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Run before each call, not timed. */
  readonly prepare?: () => void;
}

const node = (...args: string[]): Call => ({ program: process.execPath, args, cwd: box });

/** Milliseconds. */
interface Taken {
  readonly wall: number;
  readonly processor: number;
}

/** The shell counts what the processes it waited for have used. */
const COUNTED = '"$@" >/dev/null 2>&1; code=$?; times; exit $code';

function time({ program, args, cwd, prepare }: Call): Taken {
  prepare?.();
  const start = process.hrtime.bigint();
  const { error, status, stdout } = spawnSync('bash', ['-c', COUNTED, 'bash', program, ...args], {
    cwd,
    encoding: 'utf8',
  });
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  // 1 is a finding; anything else would be timing a failure.
  if (error !== undefined || (status !== 0 && (status !== 1 || program === 'git')))
    throw new Error(`${program} ${args.join(' ')} ended with ${status}`, { cause: error });
  // The shell's own times, then its children's: "0m0.004s 0m0.001s".
  const [, children = ''] = stdout.trim().split('\n');
  const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, rest]) => 60 * Number(minutes) + Number(rest),
  );
  return { wall, processor: 1000 * seconds.reduce((sum, one) => sum + one, 0) };
}

/** Medians of each, the two in turn. */
function compare(one: Call, other: Call, times: number): readonly [Taken, Taken] {
  const taken: [Taken[], Taken[]] = [[], []];
  for (let round = 0; round < times; round += 1) {
    taken[0].push(time(one));
    taken[1].push(time(other));
  }
  const middle = (all: readonly Taken[]): Taken => ({
    wall: median(all.map(({ wall }) => wall)),
    processor: median(all.map(({ processor }) => processor)),
  });
  return [middle(taken[0]), middle(taken[1])];
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] as number;

function print(what: string, [ours, theirs]: readonly [Taken, Taken], target: number): void {
  const ratio = ours.wall / theirs.wall;
  const verdict = ratio <= target ? 'met' : 'missed';
  row(
    what,
    [ours, theirs],
    ratio.toFixed(2),
    (ours.processor / theirs.processor).toFixed(2),
    target,
    verdict,
  );
}

function row(
  what: string,
  [ours, theirs]: readonly [Taken, Taken],
  wall: string,
  processor: string,
  target: number | string,
  verdict: string,
): void {
  const cells = [
    what,
    `${ours.wall.toFixed(0)} ms`,
    `${theirs.wall.toFixed(0)} ms`,
    wall,
    `${ours.processor.toFixed(0)} ms`,
    `${theirs.processor.toFixed(0)} ms`,
    processor,
    target,
    verdict,
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

/** A repository in which every commit adds one icon. */
function repository(name: string, hook: string | undefined): Call {
  const cwd = join(box, name);
  mkdirSync(cwd);
  const git = (...args: string[]): void => void execFileSync('git', args, { cwd, stdio: 'ignore' });
  git('init');
  git('config', 'user.name', 'Bench');
  git('config', 'user.email', 'bench@example.com');
  if (hook !== undefined) writeFileSync(join(cwd, '.git/hooks/pre-commit'), hook, { mode: 0o755 });
  let count = 0;
  return {
    program: 'git',
    args: ['commit', '-qm', 'icon'],
    cwd,
    prepare: () => {
      count += 1;
      writeFileSync(join(cwd, `${count}.svg`), icon.replace('M2', `M${count / 100}`));
      git('add', '-A');
    },
  };
}

const icon = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M2 2h20v20H2z"/></svg>\n';

try {
  writeFileSync(join(box, 'icon.svg'), icon);
  console.log('| | windproof | beside it | ratio | processor | beside it | ratio | target | on the clock |');
  console.log(`${'|---'.repeat(9)}|`);
  const bare = node('-e', '0');
  print('`--version`, beside `node -e 0`', compare(node(cli, '--version'), bare, rounds), 1.5);
  print('`lint` of one icon, beside `node -e 0`', compare(node(cli, 'lint', 'icon.svg'), bare, rounds), 2.5);

  const hook = repository('hooked', `#!/bin/sh\nexec '${process.execPath}' '${cli}' hook\n`);
  const [hooked, plain] = compare(hook, repository('bare', undefined), rounds);
  const overhead = hooked.wall - plain.wall;
  row(
    '`git commit` of one icon with the hook, beside a bare one',
    [hooked, plain],
    `+${overhead.toFixed(0)} ms`,
    `+${(hooked.processor - plain.processor).toFixed(0)} ms`,
    '+200 ms',
    overhead <= 200 ? 'met' : 'missed',
  );

  if (!existsSync(icons)) console.log('\nNot measured: the icons (npm install --prefix fixtures/packs).');
  else {
    const set = join(box, 'set');
    mkdirSync(set);
    for (const name of readdirSync(icons).slice(0, 2000)) copyFileSync(join(icons, name), join(set, name));
    copyFileSync(join(root, 'bench/svglint.config.js'), join(box, '.svglintrc.js'));
    writeFileSync(join(box, 'package.json'), '{ "type": "module" }');
    const cold = node(cli, 'lint', 'set', '--format', 'compact');
    const few = Math.max(5, Math.round(rounds / 3));
    const rival = node(svglint, '--ci', 'set/*.svg');
    print(
      '2,000 bootstrap-icons, recommended rules, beside svglint with three',
      compare(cold, rival, few),
      1,
    );
    const cached = node(cli, 'lint', 'set', '--format', 'compact', '--cache');
    time(cached);
    print('the same from the cache, beside cold', compare(cached, cold, few), 0.25);
  }
} finally {
  rmSync(box, { recursive: true, force: true });
}
