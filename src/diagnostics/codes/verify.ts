import { row } from '../message.ts';

export const verifyMessages = {
  'picture-differs': row<{ share: number; place: string; reading: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ share, place, reading }) =>
      `The output is not the same picture ${reading}: ${percent(share)} of the pixels differ, ${place}.`,
    help: () => 'Nothing is written. Simplify the drawing at that place, or accept it with --allow-lossy.',
  }),
  'picture-close': row<{ share: number }>({
    severity: 'warning',
    effect: 'approximate',
    message: ({ share }) =>
      `The output is close to the picture but not the same: ${percent(share)} of the pixels differ.`,
    help: () => 'Look at it at the size it is shown at; simplify its edges or gradients if it matters.',
  }),
  'not-independent': row<{ feature: string }>({
    severity: 'warning',
    effect: 'approximate',
    message: ({ feature }) =>
      `The renderer that proves outputs does not know ${feature}, so this one is held against windproof's own reading alone.`,
    help: () => 'Look at the output, or export the icon without this feature.',
  }),
  'not-drawn': row({
    severity: 'warning',
    message: () =>
      'Only a picture could tell whether this output is right, and there was no renderer to draw one.',
    help: () =>
      'Convert it where a renderer is at hand, such as on the command line, or accept it unverified.',
  }),
  'drawing-failed': row<{ what: string; reason: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ what, reason }) => `The ${what} could not be drawn, so nothing proves the output: ${reason}.`,
    help: () =>
      'Simplify the drawing: filters, huge regions, countless dashes and enormous strokes are too much for renderers.',
  }),
  'output-unreadable': row<{ detail: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ detail }) => `The output could not be read back: ${detail}`,
    help: () => 'Nothing is written. Please report the icon.',
  }),
  'region-differs': row<{ thickness: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ thickness }) =>
      `A fill of the output covers another region than the source does, by a strip ${thickness} of its size thick.`,
    help: () => 'Nothing is written. Raise the precision, or simplify the drawing.',
  }),
} as const;

function percent(share: number): string {
  const value = share * 100;
  return `${value < 0.01 ? '<0.01' : value.toFixed(2)} %`;
}
