import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { surveyIcons, type Tally } from '../lint/survey.ts';
import { CONFIG_NAMES } from '../node/config-file.ts';
import type { InitArgs } from './commands/init.ts';
import { EXIT } from './exit.ts';
import { withoutOtherXml } from './icon-path.ts';
import { gatherInputs, type Input } from './inputs.ts';
import { STDIN_FILENAME } from './stdin.ts';
import type { Terminal } from './terminal.ts';
import { writeNamed } from './write-named.ts';

const NAME = 'windproof.config.mjs';

/** Enough to see what a set agrees on, quickly in a folder of many thousands. */
const MOST_ICONS = 2000;

/** A value is a rule of the set when nearly all icons follow it. */
const AGREED = 0.9;

/** `windproof init`: writes the configuration that the icons here nearly follow already. */
export async function initConfig(args: InitArgs, terminal: Terminal): Promise<number> {
  const cwd = process.cwd();
  const present = await Promise.all(
    CONFIG_NAMES.filter((name) => name !== 'package.json').map((name) =>
      access(resolve(cwd, name)).then(
        () => name,
        () => undefined,
      ),
    ),
  );
  const existing = present.find((name) => name !== undefined);
  if (existing !== undefined && !args.force && !args.dryRun)
    throw new UsageError(`There is ${existing} already; --force writes ${NAME} all the same.`);
  if (existing !== undefined && existing !== NAME && !args.dryRun)
    throw new UsageError(`There is ${existing}, which is read before ${NAME}; remove it first.`);

  const inputs = await inputsOf(args, terminal, cwd);
  const icons: { path: string; text: string }[] = [];
  for (const input of inputs.slice(0, MOST_ICONS)) {
    const source = await input.read();
    if (!('problem' in source)) icons.push({ path: input.name, text: source.text });
  }
  const config = printConfig(surveyIcons(icons), icons.length);
  if (args.dryRun) {
    terminal.print(config.trimEnd());
    return EXIT.clean;
  }
  await writeNamed(resolve(cwd, NAME), config, NAME);
  const from =
    icons.length === 0
      ? '; there are no icons here to learn from'
      : ` from ${icons.length} ${icons.length === 1 ? 'icon' : 'icons'}`;
  terminal.note(`windproof: wrote ${NAME}${from}.`);
  return EXIT.clean;
}

/** Icons in either language. A project may not have any yet: only paths that were named have to lead to some. */
async function inputsOf({ paths }: InitArgs, terminal: Terminal, cwd: string): Promise<Input[]> {
  const options = { cwd, stdinFilename: STDIN_FILENAME, extensions: ['.svg', '.xml'] };
  const found = await gatherInputs(paths, terminal, options).catch((error: unknown) => {
    if (error instanceof UsageError && paths.length === 1 && paths[0] === '.') return [];
    throw error;
  });
  return withoutOtherXml(found, paths, cwd);
}

function printConfig(survey: ReturnType<typeof surveyIcons>, count: number): string {
  const colors = survey.colors.values.map(({ value }) => value);
  const isOneColor = colors.length === 1;
  const rules = [
    ...line(survey.sizes, (values) => `'grid-size': ['error', { sizes: [${values}] }]`, 4),
    ...line(survey.strokeWidths, (values) => `'stroke-width': ['error', { widths: [${values}] }]`, 3),
    ...(isOneColor
      ? [
          `    // Found: ${colors[0]} alone.`,
          `    'single-color': ['error', { currentColor: ${colors[0] === "'currentColor'"} }],`,
        ]
      : line(survey.colors, (values) => `'palette': ['error', { colors: [${values}] }]`, 12)),
    ...line(survey.names, (values) => `'file-name': ['warning', { pattern: ${values} }]`, 1),
  ];
  return [
    count === 0
      ? '// What windproof lint holds the icons to; windproof init --force learns more from those there are then.'
      : `// What windproof lint holds these icons to, from what ${count} of them agree on.`,
    '// All rules: windproof rules. One of them: windproof explain <rule>.',
    '',
    'export default {',
    "  // Also: 'sketch' (what Sketch leaves behind), 'strict' (everything that needs no options).",
    "  extends: ['recommended', 'android'],",
    '  // The oldest Android API level that the icons must draw right on.',
    '  minSdk: 21,',
    '  rules: {',
    ...rules,
    '  },',
    '};',
    '',
  ].join('\n');
}

/** One setting: on where the set agrees, else the same commented out; above it what was found. */
function line(tally: Tally, setting: (values: string) => string, most: number): string[] {
  const shown = tally.values.slice(0, most);
  const covered = shown.reduce((sum, { icons }) => sum + icons, 0);
  // Nothing is common to one icon.
  if (tally.icons < 2) return [];
  const isAgreed = covered >= AGREED * tally.icons && shown.length <= tally.icons / 2;
  const kept = isAgreed ? neededFor(shown, AGREED * tally.icons) : shown;
  const found = tally.values.slice(0, 5).map(({ value, icons }) => `${value} in ${icons}`);
  const rest = tally.values.length > 5 ? ', …' : '';
  return [
    `    // Found: ${found.join(', ')}${rest}.`,
    `    ${isAgreed ? '' : '// '}${setting(kept.map(({ value }) => value).join(', '))},`,
  ];
}

/** The commonest values that together cover `icons` of the icons. */
function neededFor(values: Tally['values'], icons: number): Tally['values'] {
  let covered = 0;
  const end = values.findIndex((value) => (covered += value.icons) >= icons);
  return values.slice(0, end + 1);
}
