import { row } from '../message.ts';

export const vectorDrawableMessages = {
  'not-vector-drawable': row<{ what: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ what }) => `This is no VectorDrawable but ${what}.`,
    help: () => 'Give the XML of a <vector> drawable.',
  }),
  'vector-inflation': row<{ detail: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ detail }) => `Android cannot inflate this drawable: ${detail}.`,
    help: () => 'Mend the element, or convert the icon again from its SVG.',
  }),
  'path-data-crash': row<{ detail: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ detail }) => `Android throws on this path data, and the app crashes: ${detail}.`,
    help: () => 'Write it the way Android reads it, or convert the icon again from its SVG.',
  }),
  'old-parser': row<{ text: string; api: number }>({
    severity: 'warning',
    message: ({ text, api }) => `Below API ${api} '${text}' is misread or crashes the app.`,
    help: () => 'Write the number in full, with a digit before its point and a separator before it.',
  }),
  'move-after-close': row({
    severity: 'warning',
    message: () => "A relative moveto after 'z' starts from the wrong point on many Android versions.",
    help: () => "Write an absolute 'M'.",
  }),
  'small-arc': row({
    severity: 'warning',
    message: () => 'Below API 24 this counterclockwise arc of less than 45° is lost and shifts what follows.',
    help: () => 'Write the arc as a curve.',
  }),
  'fill-type': row({
    severity: 'warning',
    message: () => 'android:fillType="evenOdd" is ignored below API 24, and the holes are filled.',
    help: () => 'Reverse the contours that are holes; windproof fix does that.',
  }),
  'clip-fill-type': row({
    severity: 'warning',
    message: () =>
      'Android ignores android:fillType on a clip, in every version; previews that draw it mislead.',
    help: () => 'Reverse the contours that are holes and remove the attribute.',
  }),
  'resource-reference': row<{ name: string; reference: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ name, reference }) => `${name} is the resource ${reference}, which is not in this file.`,
    help: () => 'Write the value itself.',
  }),
  'hairline-stroke': row({
    severity: 'warning',
    effect: 'approximate',
    message: () => 'A stroke color without a strokeWidth draws a line one pixel wide at every size.',
    help: () => 'Give the stroke a width, or remove its color.',
  }),
  'trim-path': row({
    severity: 'error',
    effect: 'refused',
    message: () => 'A trimmed path (android:trimPathStart, trimPathEnd) has no form outside Android.',
    help: () => 'Cut the path itself, or leave the trimming to the animation.',
  }),
} as const;
