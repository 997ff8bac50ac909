import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/span.ts';
import { removeAttribute, removeElement } from '../../parse/edit.ts';
import {
  elementsOf,
  textOf,
  XMLNS_NAMESPACE,
  type SvgDocument,
  type XmlAttribute,
  type XmlElement,
} from '../../parse/tree.ts';
import { defineLeftover } from './leftover.ts';

/** Namespaces in which drawing programs keep their own notes. */
const EDITORS =
  /inkscape|sodipodi|sketchapp|bohemiancoding|ns\.adobe\.com|serif\.com|figma\.com|corel\.com|vectornator|boxy-svg|gravit|svgjs|purl\.org|creativecommons|rdf-syntax|^undeclared:(inkscape|sodipodi|sketch|serif)$/i;

/** What a drawing program noted for itself: no picture needs it, and it names people and machines. */
export const noEditorNamespace = defineLeftover({
  name: 'no-editor-namespace',
  summary: 'Forbids what drawing programs note for themselves.',
  fixes: ['safe'],
  check({ document, report }) {
    const notes = notesOf(document);
    const [first] = notes;
    if (first === undefined) return;
    report({
      span: first.span,
      message: `A drawing program left ${notes.length} ${notes.length === 1 ? 'note' : 'notes'} of its own in this icon.`,
      help: 'Remove them: no renderer reads them.',
      fix: { safety: 'safe', title: 'Remove the notes', edits: notes.map(({ edit }) => edit) },
    });
  },
});

interface Note {
  readonly span: Span;
  readonly edit: TextEdit;
}

/** The outermost elements and the attributes of drawing programs, and the declarations of their prefixes. */
function notesOf(document: SvgDocument): Note[] {
  const notes: Note[] = [];
  /** Elements that go with one around them, and those that stay with all that is in them. */
  const settled = new Set<XmlElement>();
  const kept = new Set<string>();
  const declarations: XmlAttribute[] = [];
  for (const element of elementsOf(document.root)) {
    const isInside = element.parent !== undefined && settled.has(element.parent);
    const isNote = EDITORS.test(element.namespace);
    if (isInside || isNote || element.fromEntity) settled.add(element);
    if (isInside) continue;
    if (isNote && !element.fromEntity && !statesRights(element)) {
      notes.push({ span: element.open, edit: removeElement(document, element) });
      continue;
    }
    if (settled.has(element)) {
      for (const { namespace, attributes } of elementsOf(element))
        for (const used of [namespace, ...attributes.map((attribute) => attribute.namespace)]) kept.add(used);
      continue;
    }
    for (const attribute of element.attributes) {
      if (attribute.namespace === XMLNS_NAMESPACE) {
        if (attribute.name !== 'xmlns' && EDITORS.test(attribute.value)) declarations.push(attribute);
      } else if (EDITORS.test(attribute.namespace))
        notes.push({ span: attribute.span, edit: removeAttribute(document, attribute) });
    }
  }
  for (const attribute of declarations)
    if (!kept.has(attribute.value))
      notes.push({ span: attribute.span, edit: removeAttribute(document, attribute) });
  return notes.sort((a, b) => a.span.start - b.span.start);
}

/** Who made the icon and who may use it is no note of the program's. */
function statesRights(element: XmlElement): boolean {
  return elementsOf(element).some(
    (inside) =>
      /^(license|licence|rights|creator|attributionName)$/i.test(inside.local) &&
      (textOf(inside).trim() !== '' || inside.attributes.some(({ local }) => local === 'resource')),
  );
}
