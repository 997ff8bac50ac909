import type { Command } from '../path/command.ts';
import { printPathDataWithin, type PathDataStyle } from '../path/compact.ts';
import { finestWithin } from '../path/finest.ts';
import { longestPathData } from '../path/length-bound.ts';
import { printDecimal } from '../path/number.ts';
import type { Precision } from '../path/precision.ts';
import { printAndroidColor } from './android-color.ts';
import type { GroupTransform, VectorGradient, VectorNode, VectorPaint, VectorPath } from './android-tree.ts';
import { element, type Element } from './markup.ts';
import { MOST_BYTES } from './split-long.ts';

/** Groups turn and scale what is far from the origin, so their numbers need more digits than coordinates. */
const TRANSFORM_DECIMALS = 6;

/** What path data is for; what is both filled and stroked counts as stroked. */
type Use = 'fill' | 'stroke' | 'clip';

const useOf = ({ stroke }: VectorPath): Use => (stroke === undefined ? 'fill' : 'stroke');

/** By lists of commands. */
const perUse = <T>(): Record<Use, WeakMap<object, T>> => ({
  fill: new WeakMap(),
  stroke: new WeakMap(),
  clip: new WeakMap(),
});

/** Prints the elements of a VectorDrawable for one oldest API level. */
export class VectorPrinter {
  readonly #precision: Precision;
  readonly #coarser: readonly Precision[];
  readonly #minSdk: number;
  readonly #hasty: boolean;
  /** What was printed of lists of commands: whether a path has to be taken apart is only known from its text. */
  readonly #printed = perUse<string>();
  /** Lists whose data takes more than so many characters, so that it is not tried again. */
  readonly #tooLong = perUse<number>();

  /**
   * @param coarser what path data that would be too long may be printed with at worst, the first that is enough
   * @param hasty whether path data need not be the shortest that can be found
   */
  constructor(precision: Precision, coarser: readonly Precision[], minSdk: number, hasty = false) {
    this.#precision = precision;
    this.#coarser = coarser;
    this.#minSdk = minSdk;
    this.#hasty = hasty;
  }

  element(node: VectorNode): Element {
    if (node.kind === 'path') return this.#path(node);
    if (node.kind === 'clip') return this.#clip(node.commands);
    const attributes = { 'android:name': node.name, ...this.#transform(node.transform) };
    return element('group', attributes, [
      ...node.clips.map((commands) => this.#clip(commands)),
      ...node.children.map((child) => this.element(child)),
    ]);
  }

  /** Characters that the path's data takes at most; far quicker than to print it. */
  mostCharacters({ commands }: Pick<VectorPath, 'commands'>): number {
    return longestPathData(commands, this.#precision.decimals);
  }

  pathData(path: VectorPath): string {
    return this.#data(path.commands, useOf(path));
  }

  /** The characters of the path's data, or infinitely many where they are more than `most`. */
  lengthWithin(path: VectorPath, most: number): number {
    return this.#dataWithin(path.commands, useOf(path), most)?.length ?? Infinity;
  }

  /** Whether what would be too long may be printed with coarser numbers. */
  get mayShorten(): boolean {
    return this.#coarser.length > 0;
  }

  /** With numbers as fine as a resource holds, where some may be coarser. */
  clipData(commands: readonly Command[]): string {
    return this.#shortened(commands, 'clip', MOST_BYTES) ?? this.#data(commands, 'clip');
  }

  /** The same with numbers as fine as `most` leaves room for, where some may be coarser; so they are printed then. */
  shortenedWithin(path: VectorPath, most: number): number {
    return this.#shortened(path.commands, useOf(path), most)?.length ?? Infinity;
  }

  #data(commands: readonly Command[], use: Use): string {
    return this.#dataWithin(commands, use, Infinity) as string;
  }

  #shortened(commands: readonly Command[], use: Use, most: number): string | undefined {
    const exact = this.#dataWithin(commands, use, most);
    if (exact !== undefined) return exact;
    const text = finestWithin(
      (precision) => printPathDataWithin(commands, this.#style(use, precision), most),
      this.#coarser,
      most,
    );
    if (text !== undefined) this.#printed[use].set(commands, text);
    return text;
  }

  #dataWithin(commands: readonly Command[], use: Use, most: number): string | undefined {
    const printed = this.#printed[use];
    const known = printed.get(commands);
    if (known !== undefined) return known;
    if (most <= (this.#tooLong[use].get(commands) ?? 0)) return undefined;
    const text = printPathDataWithin(commands, this.#style(use, this.#precision), most);
    if (text === undefined) {
      this.#tooLong[use].set(commands, most);
      return undefined;
    }
    // An empty string crashes; a lone moveto draws nothing and clips everything away.
    const whole = text === '' ? 'M0 0' : text;
    printed.set(commands, whole);
    return whole;
  }

  #style(use: Use, { decimals, tolerance, ofFills }: Precision): PathDataStyle {
    return {
      decimals,
      tolerance: use === 'fill' ? ofFills : tolerance,
      leadingZero: this.#minSdk < 23,
      careful: this.#minSdk < 26,
      stroked: use === 'stroke',
      hasty: this.#hasty,
    };
  }

  #clip(commands: readonly Command[]): Element {
    return element('clip-path', { 'android:pathData': this.clipData(commands) });
  }

  #transform(transform: GroupTransform | undefined) {
    if (transform === undefined) return {};
    const { rotation, scaleX, scaleY, translateX, translateY } = transform;
    return {
      'android:rotation': unless(rotation, 0),
      'android:scaleX': unless(scaleX, 1),
      'android:scaleY': unless(scaleY, 1),
      'android:translateX': unless(translateX, 0),
      'android:translateY': unless(translateY, 0),
    };
  }

  #path(path: VectorPath): Element {
    const { fill, stroke } = path;
    const gradients: Element[] = [];
    const attributes: Record<string, string | undefined> = { 'android:name': path.name };
    this.#paint('fill', fill, attributes, gradients);
    attributes['android:fillType'] = path.evenOdd ? 'evenOdd' : undefined;
    this.#paint('stroke', stroke?.paint, attributes, gradients);
    if (stroke !== undefined) {
      attributes['android:strokeWidth'] = this.#positiveLength(stroke.width);
      attributes['android:strokeLineCap'] = stroke.cap === 'butt' ? undefined : stroke.cap;
      attributes['android:strokeLineJoin'] = stroke.join === 'miter' ? undefined : stroke.join;
      attributes['android:strokeMiterLimit'] =
        stroke.join === 'miter' && stroke.miterLimit !== 4
          ? printDecimal(stroke.miterLimit, 3, true)
          : undefined;
    }
    attributes['android:pathData'] = this.pathData(path);
    return element('path', attributes, gradients);
  }

  #paint(
    side: 'fill' | 'stroke',
    paint: VectorPaint | undefined,
    attributes: Record<string, string | undefined>,
    gradients: Element[],
  ): void {
    if (paint === undefined) return;
    if (paint.kind === 'gradient') {
      gradients.push(element('aapt:attr', { name: `android:${side}Color` }, [this.#gradient(paint)]));
      return;
    }
    attributes[`android:${side}Color`] = paint.reference ?? printAndroidColor(paint.color);
    if (paint.reference !== undefined && paint.color.a < 1)
      attributes[`android:${side}Alpha`] = printDecimal(paint.color.a, 4, true);
  }

  #gradient(gradient: VectorGradient): Element {
    const place: Record<string, string | undefined> =
      gradient.type === 'linear'
        ? {
            'android:startX': this.#length(gradient.startX),
            'android:startY': this.#length(gradient.startY),
            'android:endX': this.#length(gradient.endX),
            'android:endY': this.#length(gradient.endY),
          }
        : {
            'android:type': gradient.type,
            'android:centerX': this.#length(gradient.centerX),
            'android:centerY': this.#length(gradient.centerY),
            'android:gradientRadius':
              gradient.type === 'radial' ? this.#positiveLength(gradient.radius) : undefined,
          };
    const tileMode = { pad: undefined, repeat: 'repeat', reflect: 'mirror' }[gradient.spread];
    const [first, second, third] = gradient.stops;
    const last = gradient.stops[gradient.stops.length - 1];
    const isEven =
      first?.offset === 0 &&
      last?.offset === 1 &&
      (gradient.stops.length === 2 || (gradient.stops.length === 3 && second?.offset === 0.5));
    if (isEven && first !== undefined && last !== undefined) {
      return element('gradient', {
        ...place,
        'android:startColor': printAndroidColor(first.color),
        'android:centerColor': third && second && printAndroidColor(second.color),
        'android:endColor': printAndroidColor(last.color),
        'android:tileMode': tileMode,
      });
    }
    const items = gradient.stops.map(({ offset, color }) =>
      element('item', {
        'android:offset': printDecimal(offset, 5, true),
        'android:color': printAndroidColor(color),
      }),
    );
    return element('gradient', { ...place, 'android:tileMode': tileMode }, items);
  }

  /** Widths and the places of gradients get all digits: there are few of them. */
  #length(value: number): string {
    return printDecimal(value, this.#precision.decimals, true);
  }

  /** At 0 a radius makes inflation throw and a width draws a hairline. */
  #positiveLength(value: number): string {
    return this.#length(Math.max(value, 10 ** -this.#precision.decimals));
  }
}

function unless(value: number, usual: number): string | undefined {
  const text = printDecimal(value, TRANSFORM_DECIMALS, true);
  return text === String(usual) ? undefined : text;
}
