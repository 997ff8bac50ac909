import { isObject, type JsonObject } from '../../src/sketch/json.ts';
import type { ExportedFile, Host } from './host.ts';

/**
 * The one file that touches Sketch and Cocoa.
 *
 * The bridge boxes strings and numbers, so nothing native is compared before String() or Number(); a key that a
 * dictionary lacks is null; an exported path may be an NSURL (from Sketch 76).
 */

// oxlint-disable-next-line typescript/no-explicit-any -- native objects have whatever selectors their class has
type Native = any;

export interface PluginContext {
  readonly actionContext?: Native;
  readonly command?: Native;
}

declare const require: (name: string) => Native;
declare const NSString: Native;
declare const NSFileManager: Native;
declare const NSURL: Native;
declare const NSWorkspace: Native;
declare const NSOpenPanel: Native;
declare const NSAlert: Native;

const UTF8 = 4;
const SETTINGS_KEY = 'settings';
const MEMORY_KEY = 'memory';

export function createHost(context: PluginContext): Host {
  const sketch = (): Native => require('sketch');
  const ui = (): Native => require('sketch/ui');
  const document = (): Native => sketch().getSelectedDocument() ?? undefined;
  const selectedLayers = (): Native[] => {
    const open = document();
    return open === undefined ? [] : [...open.selectedLayers.layers];
  };
  const nativeLayer = (id: string): Native => {
    const layer = document()?.getLayerWithID(id);
    if (!layer) throw new Error('A selected layer is no longer in the document.');
    return layer.sketchObject;
  };
  const exists = (path: string): boolean => Boolean(NSFileManager.defaultManager().fileExistsAtPath_(path));

  return {
    exported: () => exportedFiles(context.actionContext),
    readText: (path) => {
      const text = NSString.stringWithContentsOfFile_encoding_error_(path, UTF8, null);
      if (text === null || text === undefined) throw new Error(`${path} cannot be read as text.`);
      return String(text);
    },
    writeText: (path, text) => {
      const folder = path.slice(0, path.lastIndexOf('/'));
      if (!exists(folder))
        NSFileManager.defaultManager().createDirectoryAtPath_withIntermediateDirectories_attributes_error_(
          folder,
          true,
          null,
          null,
        );
      const written = NSString.stringWithString_(text).writeToFile_atomically_encoding_error_(
        path,
        true,
        UTF8,
        null,
      );
      if (Number(written) === 0) throw new Error(`${path} cannot be written; is the folder read-only?`);
    },
    exists,
    expandHome: (path) => String(NSString.stringWithString_(path).stringByExpandingTildeInPath()),
    say: (text) => {
      if (document() === undefined) showAlert('windproof', text);
      else ui().message(text);
    },
    showList: (title, lines) => showAlert(title, lines.join('\n\n')),
    askText: (title, text) => {
      let answer: string | undefined;
      ui().getInputFromUser(
        title,
        { initialValue: text, numberOfLines: 10 },
        (error: unknown, value: Native) => {
          if (!error && value !== null && value !== undefined) answer = String(value);
        },
      );
      return answer;
    },
    chooseFolder: () => {
      const panel = NSOpenPanel.openPanel();
      panel.setCanChooseDirectories_(true);
      panel.setCanChooseFiles_(false);
      panel.setCanCreateDirectories_(true);
      return Number(panel.runModal()) === 1 ? String(panel.URL().path()) : undefined;
    },
    openUrl: (url) => {
      NSWorkspace.sharedWorkspace().openURL_(NSURL.URLWithString_(url));
    },
    settingsText: () => textOf(require('sketch/settings').settingForKey(SETTINGS_KEY)),
    saveSettings: (text) => require('sketch/settings').setSettingForKey(SETTINGS_KEY, text),
    recall: () => textOf(require('sketch/settings').settingForKey(MEMORY_KEY)),
    keep: (text) => require('sketch/settings').setSettingForKey(MEMORY_KEY, text),
    now: () => Date.now(),
    selection: () =>
      selectedLayers()
        .map((layer): unknown => sketch().export(layer, { formats: 'json', output: false }))
        .map((json) => (Array.isArray(json) ? json[0] : json))
        .filter((json): json is JsonObject => isObject(json)),
    selectionAsSvg: () =>
      selectedLayers().map((layer) => {
        const svg = sketch().export(layer, { formats: 'svg', output: false });
        const only = Array.isArray(svg) ? svg[0] : svg;
        return { name: String(layer.name), svg: String(only.toString('utf8')) };
      }),
    setNonZero: (id) => {
      const layer = nativeLayer(id);
      layer.style().setWindingRule_(0);
    },
    reversePath: (id) => reversePoints(nativeLayer(id)),
  };
}

const textOf = (value: Native): string | undefined =>
  value === null || value === undefined ? undefined : String(value);

function exportedFiles(action: Native): ExportedFile[] {
  const files: ExportedFile[] = [];
  action?.exports?.forEach((entry: Native) => {
    const { request, path } = entry;
    if (path === null || path === undefined) return;
    files.push({
      path: String(path.path ? path.path() : path),
      format: String(request.format()),
      layer: request.name ? String(request.name()) : '',
    });
  });
  return files;
}

/** A closed path keeps its first point, as a fixed document does. */
function reversePoints(layer: Native): void {
  const points: Native[] = [];
  layer.points().forEach((point: Native) => points.push(point.copy()));
  for (const point of points) {
    const [from, to] = [point.curveFrom(), point.curveTo()];
    const [hasFrom, hasTo] = [point.hasCurveFrom(), point.hasCurveTo()];
    point.setHasCurveFrom_(hasTo);
    point.setHasCurveTo_(hasFrom);
    point.setCurveFrom_(to);
    point.setCurveTo_(from);
  }
  points.reverse();
  const first = Number(layer.isClosed()) ? points.pop() : undefined;
  layer.setPoints_(first === undefined ? points : [first, ...points]);
}

function showAlert(title: string, text: string): void {
  const alert = NSAlert.alloc().init();
  alert.setMessageText_(title);
  alert.setInformativeText_(text);
  alert.runModal();
}
