import type { Color, FillRule } from '../ir.ts';
import type { Point, Rect } from '../geometry/point.ts';

/** A .sketch document as far as drawing icons needs it. Lengths are points, y grows down. */
export interface SketchDocument {
  /** Of the file format: 93 for Sketch 46, 146 for the newest described. */
  readonly version: number;
  /** What the channels of its colors count in. */
  readonly colorSpace: 'srgb' | 'display-p3';
  readonly pages: readonly Page[];
  /** Every symbol that an instance can name: the document's own and those copied from libraries. */
  readonly symbols: ReadonlyMap<string, GroupLayer>;
  /** Shared layer styles by id, the document's own and those copied from libraries. */
  readonly styles: ReadonlyMap<string, Style>;
}

export interface Page {
  readonly name: string;
  readonly layers: readonly Layer[];
}

/** Where a layer's object lies in the document: a file in the zip, and keys and indices from its JSON's root. */
export interface Source {
  readonly file: string;
  readonly pointer: readonly (string | number)[];
}

export type Layer = GroupLayer | ShapeLayer | ShapeGroupLayer | InstanceLayer | SliceLayer | OtherLayer;

interface LayerBase {
  readonly id: string;
  readonly name: string;
  /** Sketch's own class name, as written. */
  readonly className: string;
  readonly source: Source;
  /** In the parent's space, before rotation and flips, which are about its middle. */
  readonly frame: Rect;
  /** Degrees, counterclockwise on screen. */
  readonly rotation: number;
  readonly flippedHorizontally: boolean;
  readonly flippedVertically: boolean;
  readonly visible: boolean;
  /** How it joins what lies below it in a shape group. */
  readonly operation: BooleanOperation;
  /** It masks the layers above it in its group. */
  readonly mask: 'none' | 'outline' | 'alpha';
  /** "Ignore underlying mask". */
  readonly ignoresMask: boolean;
  /** A set bit leaves that edge or size free: 1 right, 2 width, 4 left, 8 bottom, 16 height, 32 top. */
  readonly resizing: number;
  readonly style: Style;
  readonly exportFormats: readonly ExportFormat[];
  readonly exportOptions: { readonly trim: boolean; readonly groupContentsOnly: boolean };
}

export type BooleanOperation = 'none' | 'union' | 'subtract' | 'intersect' | 'difference';

export interface Background {
  readonly color: Color;
  readonly inExport: boolean;
  readonly inInstance: boolean;
}

/** Artboard, group, or symbol. */
export interface GroupLayer extends LayerBase {
  readonly kind: 'group';
  readonly layers: readonly Layer[];
  /** Of an artboard or symbol that has one. */
  readonly background?: Background;
  /** Its layers make room for each other: what is hidden or swapped moves the others. */
  readonly isSmart: boolean;
  /** Of a symbol: what instances call it. */
  readonly symbolId?: string;
}

/** One outline. */
export interface ShapeLayer extends LayerBase {
  readonly kind: 'shape';
  readonly points: readonly CurvePoint[];
  readonly closed: boolean;
  /** How corner radii are drawn. */
  readonly corners: 'legacy' | 'round' | 'smooth';
}

/** Outlines joined by boolean operations, bottom to top. */
export interface ShapeGroupLayer extends LayerBase {
  readonly kind: 'shape-group';
  readonly layers: readonly Layer[];
}

export interface InstanceLayer extends LayerBase {
  readonly kind: 'instance';
  readonly symbolId: string;
  readonly overrides: readonly Override[];
  readonly scale: number;
}

/** A part of an artboard or page that is exported. */
export interface SliceLayer extends LayerBase {
  readonly kind: 'slice';
  readonly background?: Background;
}

/** What draws nothing here: text, bitmaps, hotspots, and whatever a later Sketch brings. */
export interface OtherLayer extends LayerBase {
  readonly kind: 'text' | 'bitmap' | 'hotspot' | 'unknown';
}

export interface Override {
  /** Ids of instances and layers from the outermost in. */
  readonly path: readonly string[];
  /** `symbolID`, `layerStyle`, `stringValue`, `image`, … */
  readonly property: string;
  readonly value: unknown;
}

/** Coordinates are parts of the layer's frame: 0 to 1 inside it. */
export interface CurvePoint {
  readonly point: Point;
  /** Handle of the segment that leaves, where it has one. */
  readonly from?: Point;
  /** Handle of the segment that arrives, where it has one. */
  readonly to?: Point;
  readonly radius: number;
  readonly corner: 'round' | 'inverted' | 'angled' | 'squared';
}

export interface Style {
  readonly fills: readonly Paint[];
  readonly borders: readonly Border[];
  readonly rule: FillRule;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
  readonly miterLimit: number;
  readonly dashes: readonly number[];
  /** Arrow heads or the like on an open path's ends. */
  readonly markers: boolean;
  readonly opacity: number;
  readonly blendMode: number;
  /** Enabled effects by Sketch's name, and what else is switched on and not known, as a message says it. */
  readonly effects: readonly string[];
  /** Where the rule can be written: the member names from the layer's object; empty when neither is present. */
  readonly ruleMembers: readonly (readonly string[])[];
}

export type Paint =
  | { readonly kind: 'color'; readonly color: Color; readonly opacity: number; readonly blendMode: number }
  | {
      readonly kind: 'gradient';
      readonly gradient: Gradient;
      readonly opacity: number;
      readonly blendMode: number;
    }
  | {
      readonly kind: 'image' | 'unknown';
      readonly opacity: number;
      readonly blendMode: number;
    };

export interface Border {
  readonly paint: Paint;
  readonly thickness: number;
  readonly position: 'center' | 'inside' | 'outside';
}

export interface Gradient {
  readonly kind: 'linear' | 'radial' | 'angular';
  /** Parts of the layer's frame. */
  readonly from: Point;
  readonly to: Point;
  /** Of a radial gradient: the other axis over the one from `from` to `to`; 0 stands for a circle. */
  readonly ellipse: number;
  readonly stops: readonly { readonly offset: number; readonly color: Color }[];
}

export interface ExportFormat {
  readonly format: string;
  readonly name: string;
  readonly prefix: boolean;
}
