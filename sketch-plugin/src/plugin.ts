import { checkSelection, fixSelection } from './selection.ts';
import { exportAndroid } from './android.ts';
import { androidSummary, summary, treatExported } from './exported.ts';
import { reasonOf } from './core.ts';
import { keepMemory, recallMemory } from './memory.ts';
import { createHost, type PluginContext } from './native.ts';
import { parseSettings } from './settings.ts';
import type { Host } from './host.ts';

const HELP_URL = 'https://github.com/windproof/windproof/blob/main/sketch-plugin/README.md';

/** Called after Export and after ExportSlices, perhaps twice each: as the action begins and as it ends. */
export function onExport(context: PluginContext): void {
  guarded(context, (host) => {
    const { settings, problem } = parseSettings(host.settingsText());
    const earlier = recallMemory(host);
    const outcome = treatExported(host, settings, earlier);
    const { files, problems, changed, done } = outcome;
    const shown = JSON.stringify([files, ...problems]);
    keepMemory(host, { shown, done });
    // Said once for an export, and again where a later call found more to do.
    const isRepetition = earlier.isSoon && shown === earlier.shown;
    if (files === 0 || (isRepetition && changed === 0)) return;
    host.say(problem === undefined ? summary(outcome) : `${summary(outcome)} ${problem}`);
    if (problems.length > 0 && !isRepetition) host.showList('These icons need a hand', problems);
  });
}

export function onExportHelp(context: PluginContext): void {
  guarded(context, (host) => host.say('windproof: exported SVGs are repaired as you export them.'));
}

export function onCheck(context: PluginContext): void {
  guarded(context, (host) => {
    if (host.selection().length === 0) return host.say('windproof: select the layers to check.');
    const { settings } = parseSettings(host.settingsText());
    const lines = checkSelection(host, settings);
    if (lines.length === 0) return host.say('windproof: the selection draws alike on every Android.');
    host.showList('What Android would draw otherwise', lines);
  });
}

export function onFixWinding(context: PluginContext): void {
  guarded(context, (host) => {
    if (host.selection().length === 0) return host.say('windproof: select the layers to fix.');
    const { settings } = parseSettings(host.settingsText());
    const { changed, reversed, kept } = fixSelection(host, settings);
    host.say(
      `windproof: ${changed} set to Non-Zero, ${reversed} reversed, ${kept.length} left as they were.`,
    );
    if (kept.length > 0) host.showList('These layers are left as they were', kept);
  });
}

export function onExportAndroid(context: PluginContext): void {
  guarded(context, (host) => {
    const icons = host.selectionAsSvg();
    if (icons.length === 0) return host.say('windproof: select the layers to export.');
    const folder = host.chooseFolder();
    if (folder === undefined) return;
    const { settings } = parseSettings(host.settingsText());
    const { written, unverified, faulty, problems } = exportAndroid(host, settings, { icons, folder });
    host.say(androidSummary(written, unverified, faulty));
    if (problems.length > 0) host.showList('These icons need a hand', problems);
  });
}

export function onSettings(context: PluginContext): void {
  guarded(context, (host) => {
    const { settings } = parseSettings(host.settingsText());
    const text = host.askText('windproof settings (JSON)', JSON.stringify(settings, null, 2));
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
