import type { JsonObject } from '../../src/sketch/json.ts';

/** One file that Sketch exported. */
export interface ExportedFile {
  readonly path: string;
  readonly format: string;
  readonly layer: string;
}

/** What the plugin needs of Sketch and of macOS, in plain JavaScript values. `native.ts` makes one. */
export interface Host {
  readonly exported: () => readonly ExportedFile[];
  /** Throws an Error with a sentence for people. */
  readonly readText: (path: string) => string;
  /** Throws an Error with a sentence for people; the file is then as it was. */
  readonly writeText: (path: string, text: string) => void;
  /** `path` with the person's own folder in place of a `~` in front. */
  readonly expandHome: (path: string) => string;
  readonly exists: (path: string) => boolean;
  /** A short note at the window's foot, or a dialog where no document is open. */
  readonly say: (text: string) => void;
  readonly showList: (title: string, lines: readonly string[]) => void;
  readonly askText: (title: string, text: string) => string | undefined;
  readonly chooseFolder: () => string | undefined;
  readonly openUrl: (url: string) => void;
  readonly settingsText: () => string | undefined;
  readonly saveSettings: (text: string) => void;
  /** The text that was kept last, be it before Sketch was started. */
  readonly recall: () => string | undefined;
  readonly keep: (text: string) => void;
  /** Milliseconds since some time long ago. */
  readonly now: () => number;
  /** The selected layers in Sketch's file format. */
  readonly selection: () => readonly JsonObject[];
  /** Each selected layer as SVG text, with its name. */
  readonly selectionAsSvg: () => readonly { readonly name: string; readonly svg: string }[];
  readonly setNonZero: (layerId: string) => void;
  /** Turns the order of a path's points around and swaps their handles. */
  readonly reversePath: (layerId: string) => void;
}
