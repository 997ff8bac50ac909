import type { Span } from '../diagnostics/span.ts';
import { Entities } from './entities.ts';
import { fault, syntaxFault } from './fault.ts';
import { LIMITS, mayBeLong } from './limits.ts';
import { NamespaceScope } from './namespaces.ts';
import type { XmlAttribute, XmlDoctype, XmlElement, XmlNode } from './tree.ts';
import { decodeAttribute, decodeText } from './value.ts';

/** An element while its content is being read. */
type OpenElement = {
  -readonly [K in keyof XmlElement]: XmlElement[K] extends readonly XmlNode[] ? XmlNode[] : XmlElement[K];
};

interface Frame {
  readonly element: OpenElement;
  readonly scope: NamespaceScope;
}

interface RawAttribute {
  readonly name: string;
  readonly value: string;
  readonly offsets: readonly number[] | undefined;
  readonly span: Span;
  readonly valueSpan: Span;
  readonly quote: '"' | "'";
}

const NAME = /[A-Za-z_:\u0080-\uffff][\w:.\-\u00b7-\uffff]*/y;
const SPACE = /[ \t\r\n]*/y;

/**
 * A tokenizer for XML that keeps offsets, which @xmldom/xmldom does not, and builds the tree of tree.ts.
 *
 * It reads one text front to back without recursion. What an entity expands to is read by a reader of its own, whose
 * spans all are the reference's.
 */
export class Reader {
  readonly #text: string;
  readonly #entities: Entities;
  /** The reference all of this text stands for; undefined for the document itself. */
  readonly #origin: Span | undefined;
  readonly #count: { nodes: number };
  readonly #stack: Frame[] = [];
  readonly #nodes: XmlNode[] = [];
  readonly #baseDepth: number;
  readonly #entityDepth: number;
  readonly #scope: NamespaceScope;
  #at = 0;
  /** Prefixes used but declared nowhere, with the place of the first use. */
  readonly undeclared: Map<string, Span>;

  constructor(text: string, outer?: { reader: Reader; origin: Span }) {
    this.#text = text;
    this.#origin = outer?.origin;
    if (outer === undefined) {
      this.#entities = new Entities();
      this.#count = { nodes: 0 };
      this.#baseDepth = 0;
      this.#entityDepth = 0;
      this.#scope = NamespaceScope.initial();
      this.undeclared = new Map();
    } else {
      const { reader } = outer;
      this.#entities = reader.#entities;
      this.#count = reader.#count;
      this.#baseDepth = reader.#baseDepth + reader.#stack.length;
      this.#entityDepth = reader.#entityDepth + 1;
      this.#scope = reader.#scopeInForce;
      this.undeclared = reader.undeclared;
    }
  }

  /** @throws {Fault} when the text is not XML or beyond the limits */
  readDocument(): XmlNode[] {
    if (this.#text.startsWith('\ufeff')) this.#at = 1;
    this.#readContent();
    const unclosed = this.#top?.element;
    if (unclosed !== undefined) throw syntaxFault(`<${unclosed.name}> is not closed`, unclosed.open);
    return this.#nodes;
  }

  get #top(): Frame | undefined {
    return this.#stack[this.#stack.length - 1];
  }

  get #scopeInForce(): NamespaceScope {
    return this.#top === undefined ? this.#scope : this.#top.scope;
  }

  #span(start: number, end: number = this.#at): Span {
    return this.#origin ?? { start, end };
  }

  readonly #spanOf = (start: number, end: number): Span => this.#span(start, end);

  #fail(detail: string, start: number = this.#at, end: number = start + 1): never {
    throw syntaxFault(detail, this.#span(start, Math.min(end, this.#text.length)));
  }

  #readContent(): void {
    const text = this.#text;
    while (this.#at < text.length) {
      const start = this.#at;
      if (text[start] !== '<') this.#readText();
      else if (text.startsWith('<!--', start)) this.#readComment();
      else if (text.startsWith('<![CDATA[', start)) this.#readCdata();
      else if (text.startsWith('<?', start)) this.#readInstruction();
      else if (text.startsWith('</', start)) this.#readClose();
      else if (text.startsWith('<!', start)) this.#readDoctype();
      else this.#readOpen();
    }
  }

  #add(node: XmlNode): void {
    this.#count.nodes += 1;
    if (this.#count.nodes > LIMITS.nodes)
      throw fault('too-large', { what: `more than ${LIMITS.nodes} nodes` }, node.span);
    (this.#top?.element.children ?? this.#nodes).push(node);
  }

  #parent(): XmlElement | undefined {
    return this.#top?.element;
  }

  /** Up to the next markup; a reference to a declared entity is read on its own. */
  #readText(): void {
    const text = this.#text;
    const markup = text.indexOf('<', this.#at);
    const end = markup < 0 ? text.length : markup;
    let from = this.#at;
    for (let at = text.indexOf('&', from); at >= 0 && at < end; at = text.indexOf('&', at + 1)) {
      const reference = this.#entities.read(text, at, this.#spanOf);
      if (!reference.declared) continue;
      this.#addText(from, at, false);
      this.#readEntity(reference.text, reference.name ?? '', this.#span(at, reference.end));
      from = reference.end;
    }
    this.#addText(from, end, false);
    this.#at = end;
  }

  #readEntity(content: string, name: string, origin: Span): void {
    if (this.#entityDepth >= LIMITS.entityDepth) throw fault('entity-expansion', { name }, origin);
    const inner = new Reader(content, { reader: this, origin });
    for (const node of inner.readDocument()) this.#add(adopt(node, this.#parent()));
  }

  #addText(start: number, end: number, isCdata: boolean): void {
    if (start === end && !isCdata) return;
    const parent = this.#parent();
    const text = this.#text;
    if (parent === undefined && this.#origin === undefined) {
      const stray = /[^ \t\r\n]/.exec(text.slice(start, end));
      if (isCdata || stray !== null)
        this.#fail('text outside the root element', start + (stray?.index ?? 0), end);
    }
    if (!isCdata) {
      const close = text.slice(start, end).indexOf(']]>');
      if (close >= 0) this.#fail("']]>' may not stand in text", start + close, start + close + 3);
    }
    const from = isCdata ? start + '<![CDATA['.length : start;
    const to = isCdata ? end - ']]>'.length : end;
    const decoded = decodeText(text, from, to, this.#entities, this.#spanOf, isCdata);
    const offsets = this.#origin === undefined ? decoded.offsets : [this.#origin.start];
    this.#add({
      kind: 'text',
      value: decoded.value,
      offsets,
      span: this.#span(start, end),
      cdata: isCdata,
      parent,
    });
  }

  /** Behind the next `mark`; `what` is named when there is none. */
  #readUntil(mark: string, what: string): number {
    const start = this.#at;
    const found = this.#text.indexOf(mark, start + 2);
    if (found < 0) this.#fail(`the ${what} is not closed`, start, start + 4);
    this.#at = found + mark.length;
    return found;
  }

  #readComment(): void {
    const start = this.#at;
    this.#at += 2;
    const end = this.#readUntil('-->', 'comment');
    const value = this.#text.slice(start + 4, end);
    const dashes = value.indexOf('--');
    if (dashes >= 0) this.#fail("'--' may not stand in a comment", start + 4 + dashes, start + 6 + dashes);
    this.#add({ kind: 'comment', value, span: this.#span(start), parent: this.#parent() });
  }

  #readCdata(): void {
    const start = this.#at;
    this.#readUntil(']]>', 'CDATA section');
    this.#addText(start, this.#at, true);
  }

  #readInstruction(): void {
    const start = this.#at;
    const end = this.#readUntil('?>', 'processing instruction');
    const [, target = '', value = ''] = /^(\S*)\s*([^]*)$/.exec(this.#text.slice(start + 2, end)) ?? [];
    const isDeclaration = target.toLowerCase() === 'xml';
    const first = this.#text.startsWith('\ufeff') ? 1 : 0;
    if (isDeclaration && start !== first)
      this.#fail('the XML declaration comes first in a file', start, this.#at);
    this.#add({ kind: 'instruction', target, value, span: this.#span(start), parent: this.#parent() });
  }

  #readDoctype(): void {
    const start = this.#at;
    const text = this.#text;
    if (!text.startsWith('<!DOCTYPE', start) || this.#parent() !== undefined)
      this.#fail("'<!' starts no markup here", start, start + 2);
    let subsetStart: number | undefined;
    let quote: string | undefined;
    let at = start + '<!DOCTYPE'.length;
    for (; at < text.length; at += 1) {
      const unit = text[at] as string;
      if (quote !== undefined) {
        if (unit === quote) quote = undefined;
      } else if (subsetStart !== undefined && text.startsWith('<!--', at)) {
        const end = text.indexOf('-->', at);
        if (end < 0) break;
        at = end + 2;
      } else if (unit === '"' || unit === "'") quote = unit;
      else if (unit === '[') subsetStart = at + 1;
      else if (unit === ']' && subsetStart !== undefined) {
        this.#entities.declare(text.slice(subsetStart, at));
        subsetStart = undefined;
      } else if (unit === '>' && subsetStart === undefined) break;
    }
    if (at >= text.length) this.#fail('the document type is not closed', start, start + '<!DOCTYPE'.length);
    this.#at = at + 1;
    const doctype: XmlDoctype = { kind: 'doctype', span: this.#span(start), parent: undefined };
    this.#add(doctype);
  }

  #readName(what: string): string {
    NAME.lastIndex = this.#at;
    const match = NAME.exec(this.#text);
    if (match === null) this.#fail(`${what} is missing`);
    this.#at = NAME.lastIndex;
    return match[0];
  }

  /** Whether there was any. */
  #skipSpace(): boolean {
    SPACE.lastIndex = this.#at;
    SPACE.test(this.#text);
    const moved = SPACE.lastIndex > this.#at;
    this.#at = SPACE.lastIndex;
    return moved;
  }

  #readOpen(): void {
    const start = this.#at;
    const text = this.#text;
    this.#at += 1;
    const name = this.#readName("the element's name behind '<'");
    const raw: RawAttribute[] = [];
    const names = new Set<string>();
    let closesItself = false;
    for (;;) {
      const spaced = this.#skipSpace();
      const unit = text[this.#at];
      if (unit === undefined) this.#fail(`the tag <${name} is not closed`, start, start + 1 + name.length);
      if (unit === '>') break;
      if (unit === '/') {
        if (text[this.#at + 1] !== '>') this.#fail("'/' in a tag is followed by '>'");
        closesItself = true;
        this.#at += 1;
        break;
      }
      if (!spaced) this.#fail('white space is missing before the attribute');
      raw.push(this.#readAttribute(name, names));
      if (raw.length > LIMITS.attributes) {
        const what = `more than ${LIMITS.attributes} attributes of an element`;
        throw fault('too-large', { what }, this.#span(start));
      }
    }
    this.#at += 1;
    this.#openElement(name, raw, this.#span(start), closesItself);
  }

  /** @param before the names of the element's attributes until now, to which this one's is added */
  #readAttribute(element: string, before: Set<string>): RawAttribute {
    const start = this.#at;
    const text = this.#text;
    const name = this.#readName(`an attribute's name in <${element}>`);
    if (before.has(name)) this.#fail(`<${element}> has the attribute '${name}' twice`, start, this.#at);
    before.add(name);
    this.#skipSpace();
    if (text[this.#at] !== '=')
      this.#fail(`the attribute '${name}' has no value`, start, start + name.length);
    this.#at += 1;
    this.#skipSpace();
    const quote = text[this.#at];
    if (quote !== '"' && quote !== "'") this.#fail(`the value of '${name}' is not quoted`);
    const from = this.#at + 1;
    const to = text.indexOf(quote, from);
    if (to < 0) this.#fail(`the value of '${name}' is not closed`, this.#at);
    const less = text.slice(from, to).indexOf('<');
    if (less >= 0) this.#fail("'<' may not stand in an attribute", from + less);
    this.#at = to + 1;
    if (to - from > LIMITS.value && !mayBeLong(name)) {
      const what = `the attribute '${name}' of more than ${LIMITS.value} characters`;
      throw fault('too-large', { what }, this.#span(start));
    }
    const { value, offsets } = decodeAttribute(text, from, to, this.#entities, this.#spanOf);
    return { name, value, offsets, span: this.#span(start), valueSpan: this.#span(from, to), quote };
  }

  #openElement(name: string, raw: readonly RawAttribute[], open: Span, closesItself: boolean): void {
    const parent = this.#parent();
    const isRoot = parent === undefined && this.#origin === undefined;
    if (isRoot && this.#nodes.some(({ kind }) => kind === 'element'))
      throw syntaxFault('a document has one root element, and this is another', open);
    if (this.#baseDepth + this.#stack.length >= LIMITS.depth)
      throw fault('too-large', { what: `more than ${LIMITS.depth} elements inside one another` }, open);

    const scope = this.#scopeInForce.enter(raw);
    const resolve = (
      qualified: string,
      span: Span,
      isElement: boolean,
    ): { local: string; namespace: string } => {
      const found = scope.resolve(qualified, isElement);
      if (found.undeclared !== undefined && !this.undeclared.has(found.undeclared))
        this.undeclared.set(found.undeclared, span);
      return found;
    };
    const attributes = raw.map((attribute): XmlAttribute => {
      const { local, namespace } = resolve(attribute.name, attribute.span, false);
      const offsets = this.#origin === undefined ? attribute.offsets : [this.#origin.start];
      const { name: qualified, value, span, valueSpan, quote } = attribute;
      const plain = { name: qualified, local, namespace, value, span, valueSpan, quote };
      return offsets === undefined ? plain : { ...plain, offsets };
    });
    const { local, namespace } = resolve(name, open, true);
    const element: OpenElement = {
      kind: 'element',
      name,
      local,
      namespace,
      attributes,
      children: [],
      parent,
      span: open,
      open,
      ...(this.#origin === undefined ? {} : { fromEntity: true as const }),
    };
    this.#add(element);
    if (!closesItself) this.#stack.push({ element, scope });
  }

  #readClose(): void {
    const start = this.#at;
    this.#at += 2;
    const name = this.#readName("the element's name behind '</'");
    this.#skipSpace();
    if (this.#text[this.#at] !== '>') this.#fail(`the tag </${name} is not closed`, start, this.#at);
    this.#at += 1;
    const frame = this.#stack.pop();
    const close = this.#span(start);
    if (frame === undefined) throw syntaxFault(`</${name}> closes nothing`, close);
    const { element } = frame;
    if (element.name !== name) throw syntaxFault(`</${name}> stands where </${element.name}> is due`, close);
    element.close = close;
    element.span = this.#origin ?? { start: element.open.start, end: this.#at };
  }
}

/** `node`, read by itself, as a child of `parent`. */
function adopt(node: XmlNode, parent: XmlElement | undefined): XmlNode {
  (node as { parent: XmlElement | undefined }).parent = parent;
  return node;
}
