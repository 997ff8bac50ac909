import { row } from '../message.ts';

export const parseMessages = {
  'xml-syntax': row<{ detail: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ detail }) => `This is not well-formed XML: ${detail}.`,
    help: () => 'Export the icon again, or mend the markup at this place.',
  }),
  'not-svg': row<{ what: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ what }) => `This is not an SVG document but ${what}.`,
    help: () => 'Export the icon as SVG, as plain UTF-8 text.',
  }),
  'too-large': row<{ what: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ what }) => `This is too large for an icon: ${what}.`,
    help: () => 'Simplify the drawing, or export the icon by itself.',
  }),
  'entity-expansion': row<{ name: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ name }) => `The entity '${name}' expands without bound.`,
    help: () => 'Remove the entity declarations from the document type and write their text out.',
  }),
  'external-entity': row<{ name: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ name }) => `The entity '${name}' is in another file, which is never fetched.`,
    help: () => 'Write the text of the entity into the file.',
  }),
  'undeclared-prefix': row<{ prefix: string }>({
    severity: 'warning',
    message: ({ prefix }) => `The namespace prefix '${prefix}' is not declared: browsers refuse such a file.`,
    help: ({ prefix }) => `Declare it on the root element (xmlns:${prefix}="…"), or remove what uses it.`,
  }),
  'missing-xmlns': row({
    severity: 'warning',
    message: () =>
      'The root element does not say xmlns="http://www.w3.org/2000/svg": as a file, browsers draw nothing.',
    help: () => 'Add the attribute to the <svg> element.',
  }),
} as const;
