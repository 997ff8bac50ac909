import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import { insertAttribute, removeAttribute, replaceValue } from '../../parse/edit.ts';
import { elementsOf, SVG_NAMESPACE, XLINK_NAMESPACE } from '../../parse/tree.ts';
import { attribute, type OlderForm } from './form.ts';

/** Files that forgot a declaration are no SVG to a strict reader; what they mean is beyond doubt. */
export const undeclaredNames: OlderForm = {
  feature: 'undeclared namespaces',
  fixtures: [],
  rewrite: ({ root }) => {
    const declared = new Set(['xml', 'xmlns']);
    const used = new Set<string>();
    for (const element of elementsOf(root)) {
      for (const { name } of [element, ...element.attributes]) {
        const [prefix = '', local] = name.split(':');
        if (local === undefined) continue;
        if (prefix === 'xmlns') declared.add(local);
        else used.add(prefix);
      }
    }
    const missing = [...used].filter((prefix) => !declared.has(prefix));
    const edits = missing.map((prefix) =>
      insertAttribute(
        root,
        `xmlns:${prefix}`,
        prefix === 'xlink' ? XLINK_NAMESPACE : prefix === 'svg' ? SVG_NAMESPACE : `urn:${prefix}`,
      ),
    );
    const isPlain = !root.name.includes(':') && attribute(root, 'xmlns') === undefined;
    return isPlain ? [insertAttribute(root, 'xmlns', SVG_NAMESPACE), ...edits] : edits;
  },
};

export const twoReferences: OlderForm = {
  feature: 'href beside xlink:href',
  fixtures: [
    'paint-servers/linearGradient/href-precedence-over-xlink',
    'structure/use/href-precedence-over-xlink',
  ],
  rewrite: (document) =>
    elementsOf(document.root).flatMap((element) => {
      const older = element.attributes.find(
        ({ local, namespace }) => local === 'href' && namespace === XLINK_NAMESPACE,
      );
      if (older === undefined || attribute(element, 'href') === undefined) return [];
      return [removeAttribute(document, older)];
    }),
};

/** In quotes, or in capitals: names of functions have no case. */
const REFERENCE = /url\((?:\s*(["'])\s*(#[^"'()\s]*)\s*\1|\s*(#[^"'()\s]*))\s*\)/gi;

const plainly = (text: string): string =>
  text.replace(REFERENCE, (_whole, _quote, quoted?: string, bare?: string) => `url(${quoted ?? bare})`);

export const quotedReferences: OlderForm = {
  feature: 'quotes and capitals in url()',
  fixtures: ['structure/svg/funcIRI-with-quotes'],
  rewrite: ({ root, text }) =>
    elementsOf(root).flatMap((element) => {
      const edits: TextEdit[] = [];
      for (const one of element.attributes) {
        const value = plainly(one.value);
        if (value !== one.value) edits.push(replaceValue(one, value));
      }
      if (element.local !== 'style') return edits;
      for (const { kind, span } of element.children) {
        const before = text.slice(span.start, span.end);
        const after = plainly(before);
        if (kind === 'text' && after !== before) edits.push({ span, text: after });
      }
      return edits;
    }),
};
