/*
 * Stands in for Sketch's bridge in a bare JavaScriptCore shell, as far as the plugin sees it: strings and numbers come
 * boxed, a missing key is null, paths of exports are NSURLs, files live in memory. `INPUT` is set before this runs:
 * { files, readOnly, exports, settings, memory, hasDocument, layers, folder, answer, tick }.
 */
const disk = new Map(Object.entries(INPUT.files));
const said = [];
const alerts = [];
const writes = [];
const opened = [];
const asked = [];
const stored = { ...INPUT.memory, settings: INPUT.settings };

/** What Sketch's context lacks and this shell may have: a use of any of them then throws. */
const ABSENT = [
  'console',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'fetch',
  'process',
  'Buffer',
  'window',
  'self',
];
ABSENT.push(
  'document',
  'navigator',
  'TextDecoder',
  'TextEncoder',
  'URL',
  'XMLHttpRequest',
  'module',
  'exports',
);
for (const name of ABSENT) delete globalThis[name];
// An older engine's, too: see sketch-plugin/src/older-engine.ts.
delete Object.hasOwn;

/** Where a run has a `tick`, time passes by looking at the clock: so many milliseconds each time. */
let looks = 0;
if (INPUT.tick > 0) {
  const start = Date.now();
  Date.now = () => start + INPUT.tick * (looks += 1);
}

/** An NSString: never === to anything; it borrows the methods of strings, but its length is a method. */
function boxed(text) {
  const value = Object.create(String.prototype);
  const own = { toString: () => text, valueOf: () => text, length: () => text.length };
  for (const key of Object.keys(own)) Object.defineProperty(value, key, { value: own[key] });
  return value;
}

globalThis.NSString = {
  stringWithContentsOfFile_encoding_error_: (path) => {
    const text = disk.get(String(path));
    return text === undefined || text === null ? null : boxed(text);
  },
  stringWithString_: (text) => ({
    stringByExpandingTildeInPath: () => boxed(String(text).replace(/^~(?=\/|$)/, '/Users/her')),
    writeToFile_atomically_encoding_error_: (path) => {
      if (INPUT.readOnly.some((folder) => String(path).startsWith(folder))) return new Number(0);
      disk.set(String(path), String(text));
      writes.push(String(path));
      return new Number(1);
    },
  }),
};
globalThis.NSFileManager = {
  defaultManager: () => ({
    fileExistsAtPath_: (path) =>
      disk.has(String(path)) || [...disk.keys()].some((each) => each.startsWith(`${path}/`)),
    createDirectoryAtPath_withIntermediateDirectories_attributes_error_: () => new Number(1),
  }),
};
globalThis.NSAlert = {
  alloc: () => ({
    init: () => {
      const alert = {};
      return {
        setMessageText_: (text) => (alert.title = String(text)),
        setInformativeText_: (text) => (alert.text = String(text)),
        runModal: () => alerts.push(alert),
      };
    },
  }),
};

globalThis.NSURL = { URLWithString_: (url) => ({ url: String(url) }) };
globalThis.NSWorkspace = { sharedWorkspace: () => ({ openURL_: ({ url }) => opened.push(url) }) };
globalThis.NSOpenPanel = {
  openPanel: () => ({
    setCanChooseDirectories_: () => {},
    setCanChooseFiles_: () => {},
    setCanCreateDirectories_: () => {},
    runModal: () => new Number(INPUT.folder === null ? 0 : 1),
    URL: () => ({ path: () => boxed(INPUT.folder) }),
  }),
};

/** A native layer over the JSON of a layer in Sketch's file format. */
function nativeLayer(json) {
  const point = (from) => ({
    json: from,
    copy: () => point({ ...from }),
    curveFrom: () => from.curveFrom,
    curveTo: () => from.curveTo,
    hasCurveFrom: () => from.hasCurveFrom,
    hasCurveTo: () => from.hasCurveTo,
    setCurveFrom_: (value) => (from.curveFrom = value),
    setCurveTo_: (value) => (from.curveTo = value),
    setHasCurveFrom_: (value) => (from.hasCurveFrom = value),
    setHasCurveTo_: (value) => (from.hasCurveTo = value),
  });
  return {
    style: () => ({ setWindingRule_: (rule) => (json.style.windingRule = Number(rule)) }),
    isClosed: () => new Number(json.isClosed ? 1 : 0),
    points: () => json.points.map(point),
    setPoints_: (points) => (json.points = points.map((each) => each.json)),
  };
}

function findLayer(layers, id) {
  for (const layer of layers) {
    const found = layer.do_objectID === id ? layer : findLayer(layer.layers ?? [], id);
    if (found) return found;
  }
  return null;
}

const modules = {
  sketch: {
    getSelectedDocument: () =>
      INPUT.hasDocument
        ? {
            selectedLayers: { layers: INPUT.layers.map((json) => ({ name: json.name, json })) },
            getLayerWithID: (id) => {
              const json = findLayer(INPUT.layers, id);
              return json === null ? undefined : { sketchObject: nativeLayer(json) };
            },
          }
        : undefined,
    export: (layer, { formats }) =>
      formats === 'svg' ? { toString: () => layer.json.svg } : JSON.parse(JSON.stringify(layer.json)),
  },
  'sketch/ui': {
    message: (text) => said.push(String(text)),
    getInputFromUser: (title, options, done) => {
      asked.push({ title, ...options });
      if (INPUT.answer === null) done(new Error('the dialog was cancelled'));
      else done(null, boxed(INPUT.answer));
    },
  },
  'sketch/settings': {
    settingForKey: (key) => (stored[key] === undefined ? null : boxed(stored[key])),
    setSettingForKey: (key, value) => (stored[key] = String(value)),
  },
};
globalThis.require = (name) => modules[name];

globalThis.CONTEXT = {
  actionContext: {
    document: {},
    exports: INPUT.exports.map(({ path, format, name }) => ({
      request: { format: () => boxed(format), name: () => boxed(name) },
      path: { path: () => boxed(path) },
    })),
  },
};
