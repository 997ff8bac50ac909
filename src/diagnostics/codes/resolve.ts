import { row } from '../message.ts';

export const resolveMessages = {
  'no-area': row({
    severity: 'error',
    effect: 'refused',
    message: () => 'The icon has no area: its width, height or viewBox is zero or negative.',
    help: () => 'Give the <svg> element a viewBox with a positive size, such as "0 0 24 24".',
  }),
  'missing-size': row({
    severity: 'warning',
    message: () =>
      'The icon states neither a full size nor a viewBox, so its size was taken from what it draws.',
    help: () => 'Give the <svg> element a viewBox, such as "0 0 24 24".',
  }),
  'root-transform': row({
    severity: 'warning',
    message: () => 'The root element has a transform, which programs read differently.',
    help: () => 'Move the transform to a <g> around everything.',
  }),
  'too-complex': row<{ limit: number }>({
    severity: 'error',
    effect: 'refused',
    message: ({ limit }) => `With every <use> expanded, the icon draws more than ${limit} elements.`,
    help: () => 'Remove <use> elements that refer to groups of <use> elements.',
  }),
  'too-deep': row({
    severity: 'error',
    effect: 'refused',
    message: () => 'What is drawn here stands too deep inside elements and references, and is left out.',
    help: () => 'Draw it in its place, not through a chain of references.',
  }),
  'uneven-support': row<{ what: string }>({
    severity: 'warning',
    message: ({ what }) => `Programs do not agree about ${what}; it is drawn as the specification says.`,
    help: () => 'Compare the result with the design, or draw it in simpler terms.',
  }),
  'no-antialiasing': row<{ value: string }>({
    severity: 'warning',
    message: ({ value }) => `shape-rendering: ${value} is left out: Android smooths all edges.`,
    help: () => 'Place edges on whole pixels, which stay crisp.',
  }),
  'root-background': row({
    severity: 'warning',
    message: () => 'The background of the root element is drawn as a rectangle; some programs leave it out.',
    help: () => 'Draw the background as a <rect>, or remove it.',
  }),
  'css-syntax': row<{ detail: string }>({
    severity: 'warning',
    message: ({ detail }) => `This part of the style sheet is not understood and left out: ${detail}.`,
    help: () => 'Write the style as attributes of the elements it is for.',
  }),
  'css-too-complex': row({
    severity: 'error',
    effect: 'refused',
    message: () => 'It takes too much to work out which rules of the style sheets are about which elements.',
    help: () => 'Write the style as attributes of the elements it is for, or in plain selectors.',
  }),
  'css-at-rule': row<{ rule: string; applied: boolean }>({
    severity: 'warning',
    message: ({ rule, applied }) =>
      applied
        ? `The rules in ${rule} are taken to apply always.`
        : `The rules in ${rule} are left out: an icon is drawn once, for all devices.`,
    help: () => 'Take the rules that are meant out of the at-rule; for dark themes, export a second icon.',
  }),
  'external-style-sheet': row<{ address: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ address }) => `The style sheet ${address} is in another file, which is never read.`,
    help: () => 'Copy its rules into a <style> element.',
  }),
  'invalid-value': row<{ name: string; value: string }>({
    severity: 'warning',
    message: ({ name, value }) => `'${value}' is no value for ${name}, so it is ignored.`,
    help: ({ name }) => `Correct or remove ${name}.`,
  }),
  'unsupported-css': row<{ property: string; value: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ property, value }) => `${property}: ${value} cannot be carried over.`,
    help: () => 'Draw the effect as shapes, or remove it.',
  }),
  'font-dependent-unit': row<{ value: string }>({
    severity: 'warning',
    effect: 'approximate',
    message: ({ value }) =>
      `The length ${value} depends on a font; half the font size was taken for ex and ch.`,
    help: () => 'Write the length in user units.',
  }),
  'system-color': row<{ name: string }>({
    severity: 'warning',
    effect: 'approximate',
    message: ({ name }) => `${name} is a color that each device chooses; that of a light theme was taken.`,
    help: () => 'Write the color that is meant.',
  }),
  'language-dependent': row<{ languages: string }>({
    severity: 'warning',
    message: ({ languages }) => `What is drawn here depends on the language of the user (${languages}).`,
    help: () => 'Export an icon for each language.',
  }),
  'missing-reference': row<{ id: string }>({
    severity: 'warning',
    message: ({ id }) => `No element has the id '${id}'.`,
    help: () => 'Correct the reference, or remove it.',
  }),
  'wrong-reference': row<{ id: string; found: string; due: string }>({
    severity: 'warning',
    message: ({ id, found, due }) =>
      `'${id}' is <${found}>, where ${due} is due, so the reference is ignored.`,
    help: () => 'Correct the reference, or remove it.',
  }),
  'reference-cycle': row<{ name: string }>({
    severity: 'warning',
    message: ({ name }) => `This reference leads <${name}> back to itself, so it is left out.`,
    help: () => 'Break the circle by removing one of the references.',
  }),
  'external-reference': row<{ address: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ address }) => `'${address}' is in another file, which is never read.`,
    help: () => 'Copy what it names into this file.',
  }),
  'path-error': row<{ attribute: string; reason: string }>({
    severity: 'warning',
    message: ({ attribute, reason }) =>
      `${attribute} cannot be read from here on: ${reason}. What comes before is drawn.`,
    help: () => 'Correct the numbers at this place, or export the icon again.',
  }),
  'out-of-range': row({
    severity: 'error',
    effect: 'refused',
    message: () => 'A coordinate or a transform is too large to be drawn.',
    help: () => 'Correct the number, or export the icon again.',
  }),
  'not-in-clip': row<{ name: string }>({
    severity: 'warning',
    message: ({ name }) => `<${name}> is no part of a clip, so it does not show anything.`,
    help: () => 'Put the shapes into the <clipPath> directly.',
  }),
  'unsupported-text': row({
    severity: 'error',
    effect: 'refused',
    message: () => 'Text cannot be carried over: a vector drawable has no fonts.',
    help: () => 'Convert the text to outlines.',
  }),
  'unsupported-image': row({
    severity: 'error',
    effect: 'refused',
    message: () => 'A picture inside the icon cannot be carried over.',
    help: () => 'Trace the picture as shapes, or ship it as a PNG or WebP file.',
  }),
  'unsupported-foreign': row<{ name: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ name }) => `<${name}> holds what is not SVG and cannot be carried over.`,
    help: () => 'Draw its content as shapes.',
  }),
  'unsupported-filter': row<{ value: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ value }) => `The filter ${value} cannot be carried over.`,
    help: () => 'Draw shadows and blurs as shapes with gradients, or remove the effect.',
  }),
  'unsupported-blend-mode': row<{ mode: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ mode }) => `The blend mode ${mode} cannot be carried over.`,
    help: () => 'Set the layer to blend normally, with the colors it should end up in.',
  }),
  script: row({
    severity: 'warning',
    message: () => 'The icon holds a script, which is left out.',
    help: () => 'Remove the script.',
  }),
  animation: row<{ name: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ name }) => `${name} animates the icon, which a vector drawable does not.`,
    help: () => 'Remove the animation, and animate the finished drawable in Android.',
  }),
  'unknown-element': row<{ name: string }>({
    severity: 'warning',
    message: ({ name }) => `<${name}> is no element of SVG and draws nothing.`,
    help: () => 'Remove it.',
  }),
} as const;
