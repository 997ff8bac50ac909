import type { Code, MessageArgs } from '../diagnostics/diagnostic.ts';
import { boundsOf, grow } from '../geometry/bounds.ts';
import { IDENTITY, multiply, scaling, stretch, type Matrix } from '../geometry/matrix.ts';
import type { Rect } from '../geometry/point.ts';
import type { Color, Fill, Group, Mask, Node, Shape, Stroke } from '../ir.ts';
import type { Path } from '../path/command.ts';
import { pathOf } from '../path/contours.ts';
import { colorKey } from '../emit/android-color.ts';
import { fromDisplayP3, isDisplayP3InSrgb } from '../resolve/color/spaces.ts';
import type { JoinRegions, Region } from './boolean.ts';
import { finding, NO_SPAN, type Finding } from './finding.ts';
import type {
  Background,
  Border,
  GroupLayer,
  InstanceLayer,
  Layer,
  Paint,
  ShapeGroupLayer,
  ShapeLayer,
  SketchDocument,
} from './model.ts';
import { clipOf, faded, group, identified, place, rectangle } from './nodes.ts';
import { hasEnds, isOpen, outline, type Outline } from './outline.ts';
import { BLEND_MODES, toPaint } from './paint.ts';
import { placeLayer } from './place.ts';
import { NEWEST } from './read.ts';
import { expandInstance } from './symbols.ts';

/** The format of Sketch 64. */
const FIRST_WITH_TINTS = 125;

/** Instances inside instances, deeper than any hand nests them. */
const MAX_INSTANCES = 50;

/** Of one export. Symbols that show others twice, and those others again, multiply without end. */
const MAX_LAYERS = 20_000;

/** A shape as it was drawn, its path in its own space. */
export interface DrawnShape extends Outline {
  readonly layer: ShapeLayer | ShapeGroupLayer;
  readonly where: readonly string[];
}

/**
 * Draws layers as IR nodes in the units of an artboard. What an icon cannot hold is left out and becomes a finding.
 *
 * Every path is written in the artboard's own units, so that no node has a transform: a layer is only moved, turned,
 * flipped and scaled alike in both directions, under which borders keep their shape.
 */
export class Drawing {
  readonly findings: Finding[] = [];
  /** Every shape drawn or masked with, as often as it was. */
  readonly shapes: DrawnShape[] = [];
  readonly #document: SketchDocument;
  readonly #join: JoinRegions;
  /** All that were given out. */
  readonly #ids = new Set<string>();
  /** The last number that each name took to be one of its own. */
  readonly #numbers = new Map<string, number>();
  #symbols: readonly string[] = [];
  #drawn = 0;

  constructor(document: SketchDocument, join: JoinRegions) {
    this.#document = document;
    this.#join = join;
  }

  /** `layers` of one parent, bottom to top, with the masks among them. `matrix` leads from the parent's space. */
  list(layers: readonly Layer[], matrix: Matrix, where: readonly string[]): Node[] {
    const bottom: Node[] = [];
    let top = bottom;
    for (const layer of layers) {
      if (!layer.visible) continue;
      this.#drawn += 1;
      if (this.#drawn > MAX_LAYERS) {
        if (this.#drawn === MAX_LAYERS + 1)
          this.#report('sketch-too-large', { detail: `${MAX_LAYERS} layers in one export` }, where);
        break;
      }
      if (layer.ignoresMask) top = bottom;
      const path = [...where, layer.name];
      top.push(...this.layer(layer, multiply(matrix, placeLayer(layer)), path));
      if (layer.mask === 'none') continue;
      const masked = this.#mask(layer, multiply(matrix, placeLayer(layer)), path);
      if (masked === undefined) continue;
      const children: Node[] = [];
      top.push({ ...masked, children });
      top = children;
    }
    return bottom;
  }

  /** One layer. `matrix` leads from its own space. */
  layer(layer: Layer, matrix: Matrix, where: readonly string[]): Node[] {
    switch (layer.kind) {
      case 'text':
        this.#report('sketch-text', {}, where);
        return [];
      case 'bitmap':
        this.#report('sketch-bitmap', {}, where);
        return [];
      case 'slice':
      case 'hotspot':
        return [];
      case 'unknown':
        this.#report('sketch-unknown-layer', { name: layer.className || 'without a name' }, where);
        return [];
      case 'shape':
      case 'shape-group':
        return this.#shape(layer, matrix, where);
      case 'group': {
        if (layer.className !== 'group') {
          const region = {
            commands: rectangle({ x: 0, y: 0, ...sizeOf(layer.frame) }),
            rule: 'nonzero',
          } as const;
          const nodes = this.board(layer, matrix, where);
          return nodes.length === 0 ? [] : [group(nodes, { clips: [clipOf(region, matrix)] })];
        }
        this.#checkContext(layer, where);
        this.#checkFrame(layer, where);
        this.#checkTint(layer, where);
        return faded(this.list(layer.layers, matrix, where), layer.style.opacity);
      }
      case 'instance':
        return this.#instance(layer, matrix, where);
    }
  }

  /** An artboard or symbol: its background and its layers, not cut to its frame. `matrix` leads from its own space. */
  board(layer: GroupLayer, matrix: Matrix, where: readonly string[]): Node[] {
    this.#checkContext(layer, where);
    this.#checkFrame(layer, where);
    const children = this.list(layer.layers, matrix, where);
    if (layer.background?.inExport === true)
      children.unshift(this.solid(layer, matrix, layer.background, where));
    return faded(children, layer.style.opacity);
  }

  /** A rectangle of `background`'s color over all of `layer`. */
  solid(layer: Layer, matrix: Matrix, background: Background, where: readonly string[]): Shape {
    const path = place(rectangle({ x: 0, y: 0, ...sizeOf(layer.frame) }), matrix);
    const fill: Fill = {
      paint: { kind: 'solid', color: this.#srgb(background.color, where) },
      opacity: 1,
      rule: 'nonzero',
    };
    return { kind: 'shape', path, transform: IDENTITY, fill, span: NO_SPAN };
  }

  #instance(layer: InstanceLayer, matrix: Matrix, where: readonly string[]): Node[] {
    this.#checkContext(layer, where);
    if (this.#symbols.includes(layer.symbolId) || this.#symbols.length > MAX_INSTANCES) {
      this.#report('sketch-symbol-cycle', {}, where);
      return [];
    }
    const expanded = expandInstance(layer, this.#document);
    if (expanded === undefined) {
      this.#report('sketch-missing-symbol', {}, where);
      return [];
    }
    for (const property of expanded.unknown) this.#report('sketch-override', { property }, where);
    this.#checkTint(layer, where);
    this.#symbols = [...this.#symbols, layer.symbolId];
    const children = this.list(expanded.layers, multiply(matrix, scaling(layer.scale)), where);
    this.#symbols = this.#symbols.slice(0, -1);
    const { background } = expanded.master;
    if (background?.inInstance === true) children.unshift(this.solid(layer, matrix, background, where));
    return faded(children, layer.style.opacity);
  }

  #shape(layer: ShapeLayer | ShapeGroupLayer, matrix: Matrix, where: readonly string[]): Node[] {
    const { style } = layer;
    if (style.fills.length === 0 && style.borders.length === 0) return [];
    this.#checkContext(layer, where);
    if (layer.kind === 'shape' && layer.corners === 'smooth' && layer.points.some((p) => p.radius > 0))
      this.#report('sketch-smooth-corner', {}, where);
    const region = this.#outline(layer, where);
    if (region === undefined || region.commands.length < 2) return [];
    const path = place(region.commands, matrix);
    const id = this.#name(layer);

    const nodes: Node[] = [];
    for (const paint of style.fills) {
      const fill = this.#paint(paint, layer, matrix, where);
      if (fill !== undefined)
        nodes.push({
          kind: 'shape',
          path,
          transform: IDENTITY,
          fill: { ...fill, rule: region.rule },
          span: NO_SPAN,
        });
    }
    if (style.borders.length > 0 && style.markers && hasEnds(layer))
      this.#report('sketch-arrowhead', {}, where);
    for (const border of style.borders) {
      const drawn = this.#border(border, layer, region, path, matrix, where);
      if (drawn !== undefined) nodes.push(drawn);
    }
    return identified(faded(nodes, style.opacity), id);
  }

  /**
   * A border about the path, or twice as wide and cut to one side of it: what lies inside, or everything else.
   *
   * Everything else is said by the even-odd rule, as a far rectangle and the path, so a path that fills by nonzero
   * and overlaps itself has its outside border drawn only where that rule agrees.
   */
  #border(
    border: Border,
    layer: ShapeLayer | ShapeGroupLayer,
    region: Region,
    path: Path,
    matrix: Matrix,
    where: readonly string[],
  ): Node | undefined {
    const painted = this.#paint(border.paint, layer, matrix, where);
    if (painted === undefined) return undefined;
    const { style } = layer;
    const isCentered = border.position === 'center' || isOpen(layer);
    const scale = stretch(matrix).major;
    const stroke: Stroke = {
      ...painted,
      width: border.thickness * (isCentered ? 1 : 2) * scale,
      cap: style.cap,
      join: style.join,
      miterLimit: style.miterLimit,
      dashes: (style.dashes.length % 2 === 0 ? style.dashes : [...style.dashes, ...style.dashes]).map(
        (dash) => dash * scale,
      ),
      dashOffset: 0,
      nonScaling: false,
    };
    const shape: Shape = { kind: 'shape', path, transform: IDENTITY, stroke, span: NO_SPAN };
    if (isCentered) return shape;
    if (border.position === 'inside') return group([shape], { clips: [clipOf(region, matrix)] });
    const far = grow(boundsOf(path.contours), stroke.width * Math.max(2, style.miterLimit));
    const commands = [
      ...rectangle({ x: far.minX, y: far.minY, width: far.maxX - far.minX, height: far.maxY - far.minY }),
      ...path.commands,
    ];
    const outside = { path: pathOf(commands), transform: IDENTITY, rule: 'evenodd', clips: [] } as const;
    return group([shape], { clips: [{ shapes: [{ ...outside, span: NO_SPAN }], span: NO_SPAN }] });
  }

  #mask(layer: Layer, matrix: Matrix, where: readonly string[]): Omit<Group, 'children'> | undefined {
    if (layer.kind !== 'shape' && layer.kind !== 'shape-group') {
      this.#report('sketch-mask', { mask: `a layer of the kind ${layer.className}` }, where);
      return undefined;
    }
    if (layer.mask === 'alpha') {
      const children = this.#shape(layer, matrix, where);
      const mask: Mask = { kind: 'alpha', clips: [], children, space: 'sRGB', span: NO_SPAN };
      return group([], { mask });
    }
    const region = this.#outline(layer, where);
    return region === undefined ? undefined : group([], { clips: [clipOf(region, matrix)] });
  }

  /** The path of what is filled or masks, which is put on record. */
  #outline(layer: ShapeLayer | ShapeGroupLayer, where: readonly string[]): Region | undefined {
    try {
      const drawn = outline(layer, this.#join);
      this.shapes.push({ layer, ...drawn, where });
      return drawn.region;
    } catch {
      this.#report('sketch-boolean', {}, where);
      return undefined;
    }
  }

  #paint(
    paint: Paint,
    layer: Layer,
    matrix: Matrix,
    where: readonly string[],
  ): Omit<Fill, 'rule'> | undefined {
    if (paint.blendMode !== 0) {
      this.#report('sketch-blend-mode', { mode: modeName(paint.blendMode) }, where);
      return undefined;
    }
    const converted = toPaint(paint, (color) => this.#srgb(color, where), layer.frame, matrix);
    if (typeof converted !== 'string') return converted;
    this.#report('sketch-paint', { paint: converted }, where);
    return undefined;
  }

  #checkContext(layer: Layer, where: readonly string[]): void {
    const { style } = layer;
    for (const effect of style.effects) this.#report('sketch-effect', { effect }, where);
    if (style.blendMode !== 0) this.#report('sketch-blend-mode', { mode: modeName(style.blendMode) }, where);
  }

  #srgb(color: Color, where: readonly string[]): Color {
    if (this.#document.colorSpace === 'srgb') return color;
    const value = [color.r / 255, color.g / 255, color.b / 255] as const;
    const drawn = fromDisplayP3(value, color.a);
    if (!isDisplayP3InSrgb(value))
      this.#report('sketch-wide-color', { color: colorKey(color), drawn: colorKey(drawn) }, where);
    return drawn;
  }

  /** Groups and artboards of formats after the newest described are frames, and may be painted as shapes are. */
  #checkFrame({ style }: Layer, where: readonly string[]): void {
    if (this.#document.version <= NEWEST) return;
    if (style.fills.length > 0) this.#report('sketch-paint', { paint: 'a fill of its frame' }, where);
    if (style.borders.length > 0) this.#report('sketch-paint', { paint: 'a border of its frame' }, where);
  }

  /** Fills of a group or instance color all of it; older versions kept fills there that nothing drew. */
  #checkTint(layer: Layer, where: readonly string[]): void {
    const { version } = this.#document;
    const isFrame = layer.kind === 'group' && version > NEWEST;
    if (layer.style.fills.length > 0 && version >= FIRST_WITH_TINTS && !isFrame)
      this.#report('sketch-paint', { paint: 'a tint' }, where);
  }

  /** An id from the layer's name, as Sketch gives them, made unique. */
  #name(layer: Layer): string {
    const base = layer.name.replace(/[^\w.-]+/g, '-').replace(/^[^A-Za-z_]+/, '') || 'layer';
    let id = base;
    while (this.#ids.has(id)) {
      const number = (this.#numbers.get(base) ?? 1) + 1;
      this.#numbers.set(base, number);
      id = `${base}-${number}`;
    }
    this.#ids.add(id);
    return id;
  }

  #report<C extends Code>(code: C, args: MessageArgs<C>, where: readonly string[]): void {
    this.findings.push(finding(code, args, where));
  }
}

const modeName = (mode: number): string => BLEND_MODES[mode] ?? `number ${mode}`;

const sizeOf = ({ width, height }: Rect) => ({ width, height });
