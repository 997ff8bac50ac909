import { SVG_NAMESPACE, XLINK_NAMESPACE, XML_NAMESPACE, XMLNS_NAMESPACE } from './tree.ts';

/** Prefixes that tools use without declaring them, and the namespaces everybody means. */
const WELL_KNOWN: Readonly<Record<string, string>> = { svg: SVG_NAMESPACE, xlink: XLINK_NAMESPACE };

interface Resolved {
  readonly local: string;
  readonly namespace: string;
  /** The prefix, where nothing declares it. */
  readonly undeclared?: string;
}

/** The namespace declarations in force at an element. */
export class NamespaceScope {
  readonly #prefixes: ReadonlyMap<string, string>;

  private constructor(prefixes: ReadonlyMap<string, string>) {
    this.#prefixes = prefixes;
  }

  /** What holds before the root element. */
  static initial(): NamespaceScope {
    return new NamespaceScope(
      new Map([
        ['xml', XML_NAMESPACE],
        ['xmlns', XMLNS_NAMESPACE],
      ]),
    );
  }

  /** What holds for an element with these attributes, and inside it. */
  enter(attributes: readonly { readonly name: string; readonly value: string }[]): NamespaceScope {
    let prefixes: Map<string, string> | undefined;
    for (const { name, value } of attributes) {
      if (!name.startsWith('xmlns')) continue;
      const prefix = name === 'xmlns' ? '' : name[5] === ':' ? name.slice(6) : undefined;
      if (prefix === undefined) continue;
      prefixes ??= new Map(this.#prefixes);
      prefixes.set(prefix, value.trim());
    }
    return prefixes === undefined ? this : new NamespaceScope(prefixes);
  }

  /** Elements without a prefix are in the default namespace, which is SVG's when none is declared; attributes in none. */
  resolve(qualified: string, isElement: boolean): Resolved {
    const colon = qualified.indexOf(':');
    if (colon <= 0 || colon === qualified.length - 1) {
      if (qualified === 'xmlns') return { local: qualified, namespace: XMLNS_NAMESPACE };
      const namespace = isElement ? (this.#prefixes.get('') ?? SVG_NAMESPACE) : '';
      return { local: qualified, namespace };
    }
    const prefix = qualified.slice(0, colon);
    const local = qualified.slice(colon + 1);
    const namespace = this.#prefixes.get(prefix);
    if (namespace !== undefined) return { local, namespace };
    return { local, namespace: WELL_KNOWN[prefix] ?? `undeclared:${prefix}`, undeclared: prefix };
  }
}
