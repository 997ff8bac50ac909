import { PROBES } from './probes/index.ts';
import type { Probe, ProbeGroup, Seen } from './probes/probe.ts';

const BEGIN = '<!-- begin probes: written by npm run conformance:android -- --probes --write -->';
const END = '<!-- end probes -->';

/** `page` with the tables of all probes between its marks. */
export function withProbes(page: string): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error('docs/android-facts.md has lost its marks');
  return `${page.slice(0, begin)}${BEGIN}\n\n${PROBES.map(section).join('\n')}\n${page.slice(end)}`;
}

/** The name of a group's picture, from its title. */
export function pictureName(group: ProbeGroup): string {
  return `${group.title.toLowerCase().replaceAll(' ', '-')}.png`;
}

function section(group: ProbeGroup): string {
  return [
    `## ${group.title}`,
    '',
    `![What each API level drew of the probes](android-facts/${pictureName(group)})`,
    '',
    '| what Android does | probe | seen |',
    '|---|---|---|',
    ...group.probes.map(row),
    '',
  ].join('\n');
}

function row(probe: Probe): string {
  const exceptions = Object.entries(probe.except ?? {}).map(
    ([level, seen]) => `; on ${level} ${inWords(seen)}`,
  );
  const fact = probe.fact.replaceAll('|', '\\|');
  return `| ${fact} | \`${probe.name}\` | ${inWords(probe.seen)}${exceptions.join('')} |`;
}

function inWords(seen: Seen): string {
  if ('throws' in seen) return `throws "${seen.throws.source}"`;
  return 'draws' in seen ? 'drawn as noted' : 'drawn otherwise';
}
