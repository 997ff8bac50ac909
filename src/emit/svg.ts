import { IDENTITY, isIdentity, type Matrix } from '../geometry/matrix.ts';
import type { Rect } from '../geometry/point.ts';
import type { Clip, ClipShape, Color, Group, Icon, Mask, Node, Paint, Shape, Stroke } from '../ir.ts';
import { exactNumber, printExactPathData } from '../path/print.ts';
import { transformCommands } from '../path/transform.ts';
import { element, printElement, type Element } from './markup.ts';
import { sweepFan } from './sweep-fan.ts';

type Attributes = Record<string, string | undefined>;

/**
 * `icon` as canonical SVG: one element a line, numbers in full, so that resolving it again gives the same picture.
 *
 * What SVG cannot say goes in the nearest way that draws the same: a sweep gradient becomes a fan of wedges, a resource
 * reference its stand-in color; `icon.android` is left out.
 */
export function printSvg(icon: Icon): string {
  const { size, viewport } = icon;
  const context = new Definitions(usedIds(icon.children), { x: 0, y: 0, ...viewport });
  const children = context.nodes(icon.children);
  const ratio = (size.width * viewport.height) / (size.height * viewport.width);
  const attributes: Attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width: exactNumber(size.width),
    height: exactNumber(size.height),
    viewBox: `0 0 ${exactNumber(viewport.width)} ${exactNumber(viewport.height)}`,
    preserveAspectRatio: Math.abs(ratio - 1) > 1e-9 ? 'none' : undefined,
    opacity: unlessOne(icon.opacity),
  };
  const defs = context.elements.length > 0 ? [element('defs', {}, context.elements)] : [];
  return printElement(element('svg', attributes, [...defs, ...children]), '  ');
}

/** What elements refer to, collected while they are printed. Ids are dealt out so that none meets a kept one. */
class Definitions {
  readonly elements: Element[] = [];
  readonly #taken: ReadonlySet<string>;
  readonly #counts = new Map<string, number>();
  /** The region that can be seen in the units of the nodes being printed. */
  #surface: Rect;

  constructor(taken: ReadonlySet<string>, surface: Rect) {
    this.#taken = taken;
    this.#surface = surface;
  }

  nodes(nodes: readonly Node[]): Element[] {
    return nodes.map((node) => (node.kind === 'group' ? this.#group(node) : this.#shape(node)));
  }

  #group(group: Group): Element {
    const attributes: Attributes = {
      id: group.id,
      opacity: unlessOne(group.opacity),
      'clip-path': this.#clips(group.clips),
      mask: group.mask === undefined ? undefined : this.#mask(group.mask),
    };
    return element('g', attributes, this.nodes(group.children));
  }

  #shape(shape: Shape): Element {
    const { fill, stroke } = shape;
    const current = [fill?.paint, stroke?.paint].find((paint) => paint?.kind === 'solid' && paint.current);
    const attributes: Attributes = {
      id: shape.id,
      transform: transformValue(shape.transform),
      d: printExactPathData(shape.path.commands),
      color: current?.kind === 'solid' ? unlessBlack(current.color) : undefined,
      ...(fill === undefined
        ? { fill: 'none' }
        : {
            fill: this.#paint(fill.paint, shape.transform),
            'fill-opacity': unlessOne(fill.opacity * alphaOf(fill.paint)),
            'fill-rule': fill.rule === 'evenodd' ? 'evenodd' : undefined,
          }),
      ...(stroke === undefined ? {} : this.#stroke(stroke, shape.transform)),
    };
    return element('path', attributes);
  }

  #stroke(stroke: Stroke, transform: Matrix): Attributes {
    return {
      stroke: this.#paint(stroke.paint, transform),
      'stroke-opacity': unlessOne(stroke.opacity * alphaOf(stroke.paint)),
      'stroke-width': unlessOne(stroke.width),
      'stroke-linecap': stroke.cap === 'butt' ? undefined : stroke.cap,
      'stroke-linejoin': stroke.join === 'miter' ? undefined : stroke.join,
      'stroke-miterlimit': stroke.miterLimit === 4 ? undefined : exactNumber(stroke.miterLimit),
      'stroke-dasharray': stroke.dashes.length > 0 ? stroke.dashes.map(exactNumber).join(' ') : undefined,
      'stroke-dashoffset': stroke.dashOffset === 0 ? undefined : exactNumber(stroke.dashOffset),
      'vector-effect': stroke.nonScaling ? 'non-scaling-stroke' : undefined,
    };
  }

  #paint(paint: Paint, transform: Matrix): string {
    switch (paint.kind) {
      case 'solid':
        return paint.current === true ? 'currentColor' : colorValue(paint.color);
      case 'linear':
        return this.#define(
          'gradient',
          'linearGradient',
          {
            x1: exactNumber(paint.x1),
            y1: exactNumber(paint.y1),
            x2: exactNumber(paint.x2),
            y2: exactNumber(paint.y2),
            ...gradientAttributes(paint),
          },
          stopElements(paint),
        );
      case 'radial':
        return this.#define(
          'gradient',
          'radialGradient',
          {
            cx: exactNumber(paint.cx),
            cy: exactNumber(paint.cy),
            r: exactNumber(paint.r),
            fx: paint.fx === paint.cx ? undefined : exactNumber(paint.fx),
            fy: paint.fy === paint.cy ? undefined : exactNumber(paint.fy),
            fr: paint.fr === 0 ? undefined : exactNumber(paint.fr),
            ...gradientAttributes(paint),
          },
          stopElements(paint),
        );
      case 'sweep':
        return this.#paint(sweepFan(paint, transform, this.#surface), transform);
      case 'pattern': {
        const outer = this.#surface;
        this.#surface = paint.tile;
        const children = this.nodes(paint.children);
        this.#surface = outer;
        return this.#define(
          'pattern',
          'pattern',
          {
            patternUnits: 'userSpaceOnUse',
            x: exactNumber(paint.tile.x),
            y: exactNumber(paint.tile.y),
            width: exactNumber(paint.tile.width),
            height: exactNumber(paint.tile.height),
            patternTransform: transformValue(paint.transform),
          },
          children,
        );
      }
    }
  }

  /** The intersection of `clips`: each next one is a clip on the `<clipPath>` before it. */
  #clips(clips: readonly Clip[]): string | undefined {
    return clips.reduceRight<string | undefined>((inner, clip) => {
      const shapes = clip.shapes.map((shape) => this.#clipShape(shape));
      return this.#define('clip', 'clipPath', { 'clip-path': inner }, shapes);
    }, undefined);
  }

  #clipShape(shape: ClipShape): Element {
    // A clip on an element is read in the element's own units, after its transform; ours lead to the viewport.
    const isBaked = shape.clips.length > 0;
    const commands = isBaked ? transformCommands(shape.path.commands, shape.transform) : shape.path.commands;
    return element('path', {
      id: shape.id,
      transform: transformValue(isBaked ? IDENTITY : shape.transform),
      d: printExactPathData(commands),
      'clip-rule': shape.rule === 'evenodd' ? 'evenodd' : undefined,
      'clip-path': this.#clips(shape.clips),
    });
  }

  #mask(mask: Mask): string {
    const nodes = this.nodes(mask.children);
    const clip = this.#clips(mask.clips);
    const children = clip === undefined ? nodes : [element('g', { 'clip-path': clip }, nodes)];
    return this.#define(
      'mask',
      'mask',
      {
        maskUnits: 'userSpaceOnUse',
        x: exactNumber(this.#surface.x),
        y: exactNumber(this.#surface.y),
        width: exactNumber(this.#surface.width),
        height: exactNumber(this.#surface.height),
        'mask-type': mask.kind === 'alpha' ? 'alpha' : undefined,
        'color-interpolation': mask.space === 'linearRGB' ? 'linearRGB' : undefined,
        mask: mask.mask === undefined ? undefined : this.#mask(mask.mask),
      },
      children,
    );
  }

  /** Adds a definition and returns the reference to it. */
  #define(prefix: string, name: string, attributes: Attributes, children: readonly Element[]): string {
    let count = this.#counts.get(prefix) ?? 0;
    let id: string;
    do {
      count += 1;
      id = `${prefix}${count}`;
    } while (this.#taken.has(id));
    this.#counts.set(prefix, count);
    this.elements.push(element(name, { id, ...attributes }, children));
    return `url(#${id})`;
  }
}

function gradientAttributes(paint: Extract<Paint, { spread: string }>): Attributes {
  return {
    gradientUnits: 'userSpaceOnUse',
    gradientTransform: transformValue(paint.transform),
    spreadMethod: paint.spread === 'pad' ? undefined : paint.spread,
  };
}

function stopElements(paint: Extract<Paint, { spread: string }>): Element[] {
  return paint.stops.map(({ offset, color }) =>
    element('stop', {
      offset: exactNumber(offset),
      'stop-color': colorValue(color),
      'stop-opacity': unlessOne(color.a),
    }),
  );
}

function transformValue(matrix: Matrix): string | undefined {
  if (isIdentity(matrix)) return undefined;
  const { a, b, c, d, e, f } = matrix;
  return `matrix(${[a, b, c, d, e, f].map(exactNumber).join(' ')})`;
}

/** The color without its alpha, which goes into the opacity beside it. */
function colorValue({ r, g, b }: Color): string {
  return `#${hexByte(r)}${hexByte(g)}${hexByte(b)}`;
}

function hexByte(channel: number): string {
  return Math.round(channel).toString(16).padStart(2, '0');
}

/** The alpha that a solid color carries; gradients and patterns carry theirs inside. */
function alphaOf(paint: Paint): number {
  return paint.kind === 'solid' ? paint.color.a : 1;
}

function unlessOne(value: number): string | undefined {
  return value === 1 ? undefined : exactNumber(value);
}

function unlessBlack(color: Color): string | undefined {
  return color.r === 0 && color.g === 0 && color.b === 0 ? undefined : colorValue(color);
}

function usedIds(nodes: readonly Node[]): Set<string> {
  const ids = new Set<string>();
  const visitClip = (clip: Clip): void => {
    for (const shape of clip.shapes) {
      if (shape.id !== undefined) ids.add(shape.id);
      shape.clips.forEach(visitClip);
    }
  };
  const visitMask = (mask: Mask): void => {
    mask.clips.forEach(visitClip);
    mask.children.forEach(visit);
    if (mask.mask !== undefined) visitMask(mask.mask);
  };
  const visitPaint = (paint: Paint | undefined): void => {
    if (paint?.kind === 'pattern') paint.children.forEach(visit);
  };
  const visit = (node: Node): void => {
    if (node.id !== undefined) ids.add(node.id);
    if (node.kind === 'shape') {
      visitPaint(node.fill?.paint);
      visitPaint(node.stroke?.paint);
      return;
    }
    node.clips.forEach(visitClip);
    if (node.mask !== undefined) visitMask(node.mask);
    node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return ids;
}
