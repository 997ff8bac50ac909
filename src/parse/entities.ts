import type { Span } from '../diagnostics/span.ts';
import { fault, syntaxFault } from './fault.ts';
import { LIMITS } from './limits.ts';

/** A general entity as declared in the document's own DTD. */
interface Declaration {
  /** Undefined for an external entity, which is never fetched. */
  readonly text: string | undefined;
}

const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What expanding a reference costs besides its text, in units of text: many empty ones are a bomb too. */
const COST = 32;

const REFERENCE = /&(?:#(\d{1,10})|#x([0-9a-fA-F]{1,8})|([A-Za-z_:\u0080-\uffff][\w:.\-\u00b7-\uffff]*));/y;

const DECLARATION =
  /<!ENTITY\s+([A-Za-z_:][\w:.-]*)\s+(?:(?:"([^"]*)"|'([^']*)')\s*|(?:SYSTEM|PUBLIC)\s[^>]*)>/y;

/** The references of one document: those XML knows, those its DTD declares, and how much they have grown to. */
export class Entities {
  readonly #declared = new Map<string, Declaration>();
  #expanded = 0;

  /** Reads the declarations of an internal DTD subset, `text` from behind `[` to before `]`. The first one counts. */
  declare(text: string): void {
    let at = text.indexOf('<!ENTITY');
    while (at >= 0) {
      DECLARATION.lastIndex = at;
      const match = DECLARATION.exec(text);
      const name = match?.[1];
      if (name !== undefined && !this.#declared.has(name))
        this.#declared.set(name, { text: match?.[2] ?? match?.[3] });
      at = text.indexOf('<!ENTITY', at + 1);
    }
  }

  /**
   * The reference that starts at `at` of `text`, with the text it stands for (references inside not yet expanded).
   *
   * @throws {Fault} when it is none, unknown, external or grows beyond the limits
   */
  read(text: string, at: number, spanOf: (start: number, end: number) => Span): Reference {
    REFERENCE.lastIndex = at;
    const match = REFERENCE.exec(text);
    if (match === null) throw syntaxFault("'&' starts a reference, and this is none", spanOf(at, at + 1));
    const end = REFERENCE.lastIndex;
    const span = spanOf(at, end);
    const [written, decimal, hexadecimal, name] = match;
    if (name === undefined) {
      const point = decimal === undefined ? Number.parseInt(hexadecimal as string, 16) : Number(decimal);
      if (!isXmlCharacter(point)) throw syntaxFault(`'${written}' is no character`, span);
      return { end, text: String.fromCodePoint(point), declared: false };
    }
    const predefined = PREDEFINED[name];
    if (predefined !== undefined) return { end, text: predefined, declared: false };
    const declaration = this.#declared.get(name);
    if (declaration === undefined) throw syntaxFault(`the entity '${name}' is not declared`, span);
    if (declaration.text === undefined) throw fault('external-entity', { name }, span);
    this.#expanded += declaration.text.length + COST;
    if (this.#expanded > LIMITS.expansion) throw fault('entity-expansion', { name }, span);
    return { end, text: declaration.text, declared: true, name };
  }
}

export interface Reference {
  /** Behind the semicolon. */
  readonly end: number;
  readonly text: string;
  /** True when `text` may hold references and markup of its own. */
  readonly declared: boolean;
  readonly name?: string;
}

function isXmlCharacter(point: number): boolean {
  if (point === 0x9 || point === 0xa || point === 0xd) return true;
  if (point < 0x20 || point > 0x10ffff) return false;
  return !(point >= 0xd800 && point <= 0xdfff) && point !== 0xfffe && point !== 0xffff;
}
