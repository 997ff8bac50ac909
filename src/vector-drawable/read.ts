import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/span.ts';
import { IDENTITY, multiply, rotation, scaling, translation, type Matrix } from '../geometry/matrix.ts';
import type { AndroidAttributes, Clip, Color, Icon, Node, Shape } from '../ir.ts';
import { pathOf } from '../path/contours.ts';
import type { Path } from '../path/command.ts';
import { parseXml } from '../parse/svg.ts';
import { childElements, spanWithin, type XmlElement } from '../parse/tree.ts';
import { androidAttribute, isReference } from './attributes.ts';
import { readFill, readStroke, type Reading } from './painting.ts';
import { readPathData } from './path-data.ts';
import { Values } from './values.ts';

export interface ReadOptions {
  /**
   * Which version's eyes to read with. `api-24`: fill types are honored and clips intersect within their group.
   * `api-21`: fill types are ignored, and a clip replaces any other until the next one, across groups. Default `api-24`.
   */
  readonly as?: 'api-24' | 'api-21';
  /** Colors that resource references stand for. */
  readonly references?: ReadonlyMap<string, Color>;
}

export interface ReadResult {
  /** Absent when the text is no VectorDrawable that Android inflates. */
  readonly icon?: Icon;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads VectorDrawable XML with the platform's semantics. Spans are offsets into `xml`.
 *
 * A resource reference to a color is kept in the paint, with black for a stand-in; tint and tintMode are kept and not
 * applied. Other references, and whatever crashes an app, are `refused` diagnostics. Never throws.
 *
 * @see https://developer.android.com/reference/android/graphics/drawable/VectorDrawable
 */
export function readVectorDrawable(xml: string, options: ReadOptions = {}): ReadResult {
  const { document, diagnostics } = parseXml(xml);
  if (document === undefined) return { diagnostics };
  const { root } = document;
  if (root.local !== 'vector') {
    const what = `a document whose root is <${root.name}>`;
    return { diagnostics: [diagnostic('not-vector-drawable', { what }, root.open)] };
  }
  const reader = new Reader(options);
  const icon = reader.icon(root);
  return { ...(icon === undefined ? {} : { icon }), diagnostics: reader.diagnostics };
}

class Reader {
  readonly #values = new Values();
  readonly #reading: Reading;
  /** The clip that an old version applies to whatever comes next. */
  #inForce: Clip | undefined;
  #hasPath = false;

  constructor({ as, references }: ReadOptions) {
    this.#reading = { values: this.#values, isOld: as === 'api-21', references: references ?? new Map() };
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#values.diagnostics;
  }

  icon(root: XmlElement): Icon | undefined {
    const width = this.#values.dimension(root, 'width');
    const height = this.#values.dimension(root, 'height');
    const viewportWidth = this.#values.number(root, 'viewportWidth', 0);
    const viewportHeight = this.#values.number(root, 'viewportHeight', 0);
    const names = { width, height, viewportWidth, viewportHeight };
    const missing = Object.entries(names).find(([, value]) => !(value > 0));
    if (missing !== undefined) {
      const isReported = this.diagnostics.some(({ effect }) => effect === 'refused');
      if (!isReported)
        this.#values.report('vector-inflation', { detail: `<vector> requires ${missing[0]} > 0` }, root.open);
      return undefined;
    }
    const opacity = clampUnit(this.#values.number(root, 'alpha', 1));
    const android = androidOf(root);
    const children = this.#children(root, IDENTITY);
    if (!this.#hasPath) this.#values.report('vector-inflation', { detail: 'there is no <path>' }, root.open);
    return {
      size: { width, height },
      viewport: { width: viewportWidth, height: viewportHeight },
      opacity,
      children,
      ...(android === undefined ? {} : { android }),
    };
  }

  #children(parent: XmlElement, matrix: Matrix): Node[] {
    const nodes: Node[] = [];
    let open = nodes;
    for (const element of childElements(parent)) {
      if (element.local === 'clip-path') {
        const clip = this.#clip(element, matrix);
        this.#inForce = clip;
        if (this.#reading.isOld) continue;
        // The rest of the group is inside the clip, and inside those before it.
        const inner: Node[] = [];
        open.push({ kind: 'group', opacity: 1, clips: [clip], children: inner, span: element.span });
        open = inner;
      } else if (element.local === 'group') open.push(...this.#group(element, matrix));
      else if (element.local === 'path') open.push(...this.#path(element, matrix));
    }
    return this.#reading.isOld ? underOneClip(nodes) : nodes;
  }

  #group(element: XmlElement, outer: Matrix): Node[] {
    const value = (name: string, usual: number): number => this.#values.number(element, name, usual);
    const [pivotX, pivotY] = [value('pivotX', 0), value('pivotY', 0)];
    // Moved so that the pivot is the origin, scaled, turned, and moved back.
    const local = [
      translation(value('translateX', 0) + pivotX, value('translateY', 0) + pivotY),
      rotation(value('rotation', 0)),
      scaling(value('scaleX', 1), value('scaleY', 1)),
      translation(-pivotX, -pivotY),
    ].reduce(multiply);
    const children = this.#children(element, multiply(outer, local));
    const name = androidAttribute(element, 'name')?.value;
    if (name === undefined) return children;
    return [{ kind: 'group', opacity: 1, clips: [], children, id: name, span: element.span }];
  }

  #path(element: XmlElement, matrix: Matrix): Node[] {
    this.#hasPath = true;
    const path = this.#pathData(element);
    const trims = [
      this.#values.number(element, 'trimPathStart', 0),
      this.#values.number(element, 'trimPathEnd', 1),
    ];
    if (trims[0] !== 0 || trims[1] !== 1) this.#values.report('trim-path', {}, element.span);
    const fill = readFill(element, this.#reading);
    const stroke = readStroke(element, this.#reading);
    if (path === undefined || (fill === undefined && stroke === undefined)) return [];
    const name = androidAttribute(element, 'name')?.value;
    const shape: Shape = {
      kind: 'shape',
      path: path.path,
      transform: matrix,
      ...(fill === undefined ? {} : { fill }),
      ...(stroke === undefined ? {} : { stroke }),
      ...(name === undefined ? {} : { id: name }),
      span: element.span,
      dataSpan: path.span,
    };
    if (!this.#reading.isOld || this.#inForce === undefined) return [shape];
    return [{ kind: 'group', opacity: 1, clips: [this.#inForce], children: [shape], span: element.span }];
  }

  #clip(element: XmlElement, matrix: Matrix): Clip {
    const fillType = androidAttribute(element, 'fillType');
    if (fillType !== undefined && fillType.value.trim() === 'evenOdd')
      this.#values.report('clip-fill-type', {}, fillType.span);
    const data = this.#pathData(element);
    // Without path data the clip hides everything.
    if (data === undefined) return { shapes: [], span: element.span };
    const { path, span } = data;
    const shape = {
      path,
      transform: matrix,
      rule: 'nonzero',
      clips: [],
      span: element.span,
      dataSpan: span,
    } as const;
    return { shapes: [shape], span: element.span };
  }

  #pathData(element: XmlElement): { path: Path; span: Span } | undefined {
    const attribute = androidAttribute(element, 'pathData');
    // Without the attribute the platform keeps an empty path.
    if (attribute === undefined) return undefined;
    if (isReference(attribute.value)) {
      this.#values.report(
        'resource-reference',
        { name: 'pathData', reference: attribute.value.trim() },
        attribute.valueSpan,
      );
      return undefined;
    }
    const { commands, crash } = readPathData(attribute.value);
    if (crash !== undefined)
      this.#values.report(
        'path-data-crash',
        { detail: crash.detail },
        spanWithin(attribute, crash.start, crash.end),
      );
    return { path: pathOf(commands), span: attribute.valueSpan };
  }
}

/** Neighbors that the same clip cuts, cut together: apart, each would get an edge of its own. */
function underOneClip(nodes: readonly Node[]): Node[] {
  const result: Node[] = [];
  for (const node of nodes) {
    const last = result[result.length - 1];
    const clip = soleClip(node);
    if (last?.kind === 'group' && node.kind === 'group' && clip !== undefined && clip === soleClip(last)) {
      result[result.length - 1] = { ...last, children: [...last.children, ...node.children] };
    } else result.push(node);
  }
  return result;
}

function soleClip(node: Node): Clip | undefined {
  return node.kind === 'group' && node.id === undefined && node.clips.length === 1
    ? node.clips[0]
    : undefined;
}

function androidOf(root: XmlElement): AndroidAttributes | undefined {
  const text = (name: string): string | undefined => androidAttribute(root, name)?.value;
  const [name, tint, tintMode, autoMirrored] = ['name', 'tint', 'tintMode', 'autoMirrored'].map(text);
  const attributes: AndroidAttributes = {
    ...(name === undefined ? {} : { name }),
    ...(tint === undefined ? {} : { tint }),
    ...(tintMode === undefined ? {} : { tintMode }),
    ...(autoMirrored === undefined ? {} : { autoMirrored: autoMirrored.trim() === 'true' }),
  };
  return Object.keys(attributes).length > 0 ? attributes : undefined;
}

function clampUnit(value: number): number {
  return Math.min(1, Math.max(0, value));
}
