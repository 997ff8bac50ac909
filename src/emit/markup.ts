/** An XML element to be printed. Attributes without a value are left out. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly Element[];
}

export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly Element[] = [],
): Element {
  return { name, attributes, children };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** `value` as it stands between double quotes. Characters that XML 1.0 cannot hold are dropped. */
function escapeAttribute(value: string): string {
  return value
    .replace(/[&<"\t\n\r]/g, (character) => ENTITIES[character] as string)
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

/**
 * Prints `root` with one element a line, each level deeper by `indent`; with no line breaks at all when `indent` is
 * undefined.
 */
export function printElement(root: Element, indent?: string): string {
  const lines: string[] = [];
  const visit = (node: Element, depth: number): void => {
    const margin = (indent ?? '').repeat(depth);
    let tag = `<${node.name}`;
    for (const [name, value] of Object.entries(node.attributes))
      if (value !== undefined) tag += ` ${name}="${escapeAttribute(value)}"`;
    if (node.children.length === 0) {
      lines.push(`${margin}${tag}/>`);
      return;
    }
    lines.push(`${margin}${tag}>`);
    for (const child of node.children) visit(child, depth + 1);
    lines.push(`${margin}</${node.name}>`);
  };
  visit(root, 0);
  return lines.join(indent === undefined ? '' : '\n') + (indent === undefined ? '' : '\n');
}
