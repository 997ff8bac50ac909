import { checkSelection, fixSelection } from './selection.ts';
import { androidSummary, summary, treatExported, type Outcome } from './exported.ts';
import { convert } from '../../src/pipeline/convert.ts';
import { resourceName } from '../../src/emit/resource-name.ts';
import { createHost, type PluginContext } from './native.ts';
import { DEFAULTS, parseSettings, sizeFault } from './settings.ts';
import type { Host } from './host.ts';

const HELP_URL = 'https://github.com/windproof/windproof/blob/main/sketch-plugin/README.md';

/** Called after Export and after ExportSlices, perhaps twice each: as the action begins and as it ends. */
export function onExport(context: PluginContext): void {
  guarded(context, (host) => {
    const { settings, problem } = parseSettings(host.settingsText());
    const outcome = treatExported(host, settings);
    if (outcome.files === 0 || isRepetition(host, outcome)) return;
    host.say(problem === undefined ? summary(outcome) : `${summary(outcome)} ${problem}`);
    if (outcome.problems.length > 0) host.showList('These icons need a hand', outcome.problems);
  });
}

/** Calls for one export are no further apart: milliseconds. */
const SOON = 10_000;

/** Whether the same was said just now: both actions may fire, in both phases, each in a context of its own. */
function isRepetition(host: Host, { files, problems, changed }: Outcome): boolean {
  const what = JSON.stringify([files, ...problems]);
  const [time = '', last] = (host.recall() ?? '').split('\n');
  host.keep(`${host.now()}\n${what}`);
  return changed === 0 && last === what && host.now() - Number(time) < SOON;
}

export function onExportHelp(context: PluginContext): void {
  guarded(context, (host) => host.say('windproof: exported SVGs are repaired as you export them.'));
}

export function onCheck(context: PluginContext): void {
  guarded(context, (host) => {
    if (host.selection().length === 0) return host.say('windproof: select the layers to check.');
    const lines = checkSelection(host);
    if (lines.length === 0) return host.say('windproof: the selection draws alike on every Android.');
    host.showList('What Android would draw otherwise', lines);
  });
}

export function onFixWinding(context: PluginContext): void {
  guarded(context, (host) => {
    if (host.selection().length === 0) return host.say('windproof: select the layers to fix.');
    const { changed, reversed, kept } = fixSelection(host);
    host.say(
      `windproof: ${changed} set to Non-Zero, ${reversed} reversed, ${kept.length} left as they were.`,
    );
    if (kept.length > 0) host.showList('Outlines that cross: combine and flatten them', kept);
  });
}

export function onExportAndroid(context: PluginContext): void {
  guarded(context, (host) => {
    const icons = host.selectionAsSvg();
    if (icons.length === 0) return host.say('windproof: select the layers to export.');
    const folder = host.chooseFolder();
    if (folder === undefined) return;
    const { settings } = parseSettings(host.settingsText());
    const { minSdk, optimize } = settings;
    const written = new Set<string>();
    let unverified = 0;
    const problems: string[] = [];
    for (const { name, svg } of icons) {
      const path = `${folder}/${resourceName(name)}.xml`;
      const tooLarge = sizeFault(svg, settings);
      if (tooLarge !== undefined) {
        problems.push(`${name}: ${tooLarge}`);
        continue;
      }
      try {
        const { output, fidelity, diagnostics } = convert(svg, { minSdk, optimize, allowUnverified: true });
        const faults = diagnostics.filter(({ severity }) => severity === 'error');
        if (written.has(path)) problems.push(`${name}: another selected layer gives ${path}; rename one.`);
        else if (output === undefined)
          problems.push(...faults.map(({ message, help }) => `${name}: ${message} ${help}`));
        else {
          host.writeText(path, output);
          written.add(path);
          if (fidelity === 'unverified') unverified += 1;
        }
      } catch (error) {
        problems.push(`${name}: ${reasonOf(error)}`);
      }
    }
    host.say(androidSummary(written.size, unverified, problems.length));
    if (problems.length > 0) host.showList('These icons need a hand', problems);
  });
}

export function onSettings(context: PluginContext): void {
  guarded(context, (host) => {
    const { settings } = parseSettings(host.settingsText());
    const text = host.askText(
      'windproof settings (JSON)',
      JSON.stringify({ ...DEFAULTS, ...settings }, null, 2),
    );
    if (text === undefined) return;
    const { settings: chosen, problem } = parseSettings(text);
    if (problem !== undefined) return host.say(`windproof: nothing was saved. ${problem}`);
    host.saveSettings(JSON.stringify(chosen));
    host.say('windproof: settings saved.');
  });
}

export function onHelp(context: PluginContext): void {
  guarded(context, (host) => host.openUrl(HELP_URL));
}

/** Runs `work`; whatever goes wrong is said, and never reaches Sketch as an exception. */
function guarded(context: PluginContext, work: (host: Host) => void): void {
  const host = createHost(context);
  try {
    work(host);
  } catch (error) {
    host.say(`windproof: ${reasonOf(error)}`);
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
