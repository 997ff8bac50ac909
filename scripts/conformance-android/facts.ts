import { toSvg } from './equal-shapes.ts';
import { EDGE_TOLERANCE, isSame } from './antialiasing.ts';
import { judge, LEVELS, type Drawing, type Judgement, type Level, type Outcome } from './judge.ts';
import { difference, drawSvg, type Difference, type Picture } from './picture.ts';
import { PROBES } from './probes/index.ts';
import type { Probe, ProbeGroup, Seen } from './probes/probe.ts';
import { contactSheet, type SheetRow } from './sheet.ts';

const SIZE = 256;

/** Lets Android draw every probe. */
export function judgeProbes(folder: string): Judgement {
  const probes = PROBES.flatMap((group) => group.probes);
  return judge(folder, new Map(probes.map((probe) => [probe.name, probe.drawable])), probes.map(toDrawing));
}

function toDrawing(probe: Probe): Drawing {
  const size = probe.size ?? SIZE;
  return {
    key: probe.name,
    resource: probe.name,
    width: size,
    height: size,
    ...(probe.rightToLeft === undefined ? {} : { rightToLeft: probe.rightToLeft }),
    ...(probe.tint === undefined ? {} : { tint: probe.tint }),
    ...(probe.alpha === undefined ? {} : { alpha: probe.alpha }),
  };
}

/** A sentence for each probe and level where Android does something else than the probe says. */
export function disagreements(judged: Judgement): string[] {
  return PROBES.flatMap((group) => group.probes).flatMap((probe) => {
    const refusal = judged.refused.get(probe.name);
    if (refusal !== undefined) return [`${probe.name}: aapt2 refuses it: ${refusal}`];
    return LEVELS.flatMap((level) => {
      const fault = disagreement(probe, level, judged.outcome(level, probe.name));
      return fault === undefined ? [] : [`${probe.name}, API ${level}: ${fault}`];
    });
  });
}

function disagreement(probe: Probe, level: Level, outcome: Outcome): string | undefined {
  const seen = seenOn(probe, level);
  if ('throws' in seen) {
    if (outcome.kind === 'drawn') return 'was drawn, and should throw';
    return seen.throws.test(outcome.message) ? undefined : `threw ${outcome.message}`;
  }
  if (outcome.kind === 'threw') return `threw ${outcome.message}`;
  const { picture } = outcome;
  if ('draws' in seen) {
    const found = fromSvg(picture, seen.draws);
    if (!isSame(found)) return `draws something else than noted (${describe(found)})`;
  }
  const other = 'draws' in seen ? probe.not : seen.drawsOtherThan;
  return other !== undefined && isSame(fromSvg(picture, other))
    ? 'cannot be told from what it should not draw'
    : undefined;
}

function fromSvg(picture: Picture, body: string): Difference {
  return difference(picture, drawSvg(toSvg(body), picture), EDGE_TOLERANCE);
}

/** What `probe` says that Android does on `level`. */
export function seenOn(probe: Probe, level: Level): Seen {
  return probe.except?.[level] ?? probe.seen;
}

export function describe({ share, block, worst }: Difference): string {
  return `${(100 * share).toFixed(2)} % of the pixels${block ? ', a whole block' : ''}, worst ${worst}`;
}

/** The group's probes as resvg draws the note, and as each level drew them. */
export function probeSheet(group: ProbeGroup, judged: Judgement): Buffer {
  const rows = group.probes
    .filter((probe) => (probe.size ?? SIZE) === SIZE)
    .map((probe): SheetRow => {
      const noted =
        'draws' in probe.seen ? drawSvg(toSvg(probe.seen.draws), { width: SIZE, height: SIZE }) : undefined;
      const drawn = LEVELS.map((level) => {
        const outcome = judged.outcome(level, probe.name);
        return outcome.kind === 'drawn' ? outcome.picture : undefined;
      });
      return { label: probe.name, cells: [noted, ...drawn] };
    });
  const heads = ['noted', ...LEVELS.map((level) => `API ${level}`)];
  return contactSheet(heads, rows, { columns: 2, cell: 40 });
}
