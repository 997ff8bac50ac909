import { row } from '../message.ts';

const REFUSED = { severity: 'error', effect: 'refused' } as const;

/** What a .sketch document holds that an icon cannot, and what its next export would lose. */
export const sketchMessages = {
  'sketch-unreadable': row<{ detail: string }>({
    ...REFUSED,
    message: ({ detail }) => `This is not a .sketch document that can be read: ${detail}.`,
    help: () => 'Open it in Sketch, save it again, and try with the new file.',
  }),
  'sketch-database': row({
    ...REFUSED,
    message: () => 'This document was saved before Sketch 43, as a database.',
    help: () => 'Open it in Sketch 43 or later and save it: later documents are zip files of JSON.',
  }),
  'sketch-too-large': row<{ detail: string }>({
    ...REFUSED,
    message: ({ detail }) => `This document unpacks to more than is allowed: ${detail}.`,
    help: () => 'Move the icons to a document of their own.',
  }),
  'sketch-nothing-exportable': row<{ count: number }>({
    severity: 'warning',
    message: ({ count }) =>
      'No layer of this document has export settings' +
      (count === 0 ? ', and no page has a layer.' : `; its ${count} outermost layers were taken.`),
    help: () => 'Select the icons in Sketch and press Make Exportable, then save.',
  }),
  'sketch-empty': row({
    ...REFUSED,
    message: () => 'This layer exports nothing that can be seen.',
    help: () => 'Show a layer in it, give it a fill or a border, or remove its export settings.',
  }),
  'sketch-text': row({
    ...REFUSED,
    message: () => 'Text cannot be drawn without its font.',
    help: () => 'Turn it into shapes: Layer > Convert to Outlines.',
  }),
  'sketch-bitmap': row({
    ...REFUSED,
    message: () => 'A bitmap cannot go into a vector icon.',
    help: () => 'Draw it as shapes, or export this layer as PNG.',
  }),
  'sketch-effect': row<{ effect: string }>({
    ...REFUSED,
    message: ({ effect }) => `This layer has ${effect === 'inner shadow' ? 'an' : 'a'} ${effect}.`,
    help: () => 'Remove it, draw it as shapes, or export this layer as PNG.',
  }),
  'sketch-blend-mode': row<{ mode: string }>({
    ...REFUSED,
    message: ({ mode }) => `The blend mode ${mode} needs what lies below, which an icon does not have.`,
    help: () => 'Set the blend mode to Normal and pick the color that you see.',
  }),
  'sketch-paint': row<{ paint: string }>({
    ...REFUSED,
    message: ({ paint }) => `This layer is painted with ${paint}.`,
    help: () => 'Use a plain color, or a linear or radial gradient.',
  }),
  'sketch-arrowhead': row({
    ...REFUSED,
    message: () => 'Arrow heads are drawn by Sketch alone.',
    help: () => 'Outline the border: Layer > Convert to Outlines.',
  }),
  'sketch-mask': row<{ mask: string }>({
    ...REFUSED,
    message: ({ mask }) => `This layer masks others with ${mask}.`,
    help: () => 'Mask with one shape.',
  }),
  'sketch-boolean': row({
    ...REFUSED,
    message: () => 'The boolean operations of this shape could not be worked out.',
    help: () => 'Flatten it in Sketch: Layer > Combine > Flatten.',
  }),
  'sketch-missing-symbol': row({
    ...REFUSED,
    message: () => 'The symbol of this instance is not in the document.',
    help: () => 'Detach the instance, or save the document with its library at hand.',
  }),
  'sketch-symbol-cycle': row({
    ...REFUSED,
    message: () => 'This symbol contains itself.',
    help: () => 'Detach one of the instances.',
  }),
  'sketch-override': row<{ property: string }>({
    ...REFUSED,
    message: ({ property }) => `The override ${property} of this instance is not known.`,
    help: () => 'Detach the instance from its symbol before saving.',
  }),
  'sketch-unknown-layer': row<{ name: string }>({
    ...REFUSED,
    message: ({ name }) => `Layers of the kind ${name} are not known.`,
    help: () => 'Turn the layer into shapes, or update windproof.',
  }),
  'sketch-smooth-corner': row({
    severity: 'info',
    effect: 'approximate',
    message: () => 'Smooth corners are drawn as near as their shape is known.',
    help: () => 'Compare with an export from Sketch, or flatten the shape there.',
  }),
  'sketch-wide-color': row<{ color: string; drawn: string }>({
    severity: 'warning',
    effect: 'approximate',
    message: ({ color, drawn }) =>
      `The Display P3 color ${color} lies outside sRGB, in which icons are drawn; it became ${drawn} there.`,
    help: () => 'Pick the color with the document in sRGB: File > Document Settings > Canvas.',
  }),
  'sketch-even-odd': row<{ contours: number }>({
    severity: 'warning',
    message: ({ contours }) =>
      `${contours} outlines are filled by the even-odd rule; Android before 7 fills them as nonzero.`,
    help: () => 'Run windproof fix, or set Fill > Non-Zero: the paths already run the right way.',
  }),
  'sketch-lost-hole': row<{ contours: number; reversed: number }>({
    severity: 'error',
    message: ({ contours, reversed }) =>
      `Of ${contours} outlines filled by the even-odd rule, ${reversed} ${reversed === 1 ? 'runs' : 'run'} the ` +
      'wrong way: Android before 7 fills the holes.',
    help: () =>
      'Run windproof fix, or set Fill > Non-Zero and use Layer > Path > Reverse Order on the holes.',
  }),
  'sketch-crossing': row<{ why: 'crossing' | 'unproven' }>({
    severity: 'error',
    message: ({ why }) =>
      why === 'crossing'
        ? 'Outlines that cross are filled by the even-odd rule; no order of their points fills alike.'
        : 'Outlines filled by the even-odd rule are too tangled to prove what order of their points fills alike.',
    help: ({ why }) =>
      why === 'unproven'
        ? 'Simplify them: take points away, or draw them as layers of their own.'
        : 'Combine them: Layer > Combine > Difference, then Flatten. An exported SVG can be repaired as it is.',
  }),
  'sketch-border': row<{ position: string }>({
    severity: 'warning',
    message: ({ position }) => `This layer has a border (${position}) that is not outlined.`,
    help: () => 'Outline it where its width must not change with the icon: Layer > Convert to Outlines.',
  }),
} as const;
