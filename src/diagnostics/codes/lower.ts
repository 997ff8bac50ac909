import { row } from '../message.ts';

export const lowerMessages = {
  'gradient-needs-api-24': row<{ minSdk: number }>({
    severity: 'warning',
    message: ({ minSdk }) =>
      `Gradients need API 24, or AppCompat; at API ${minSdk} the build replaces this icon by PNG pictures.`,
    help: () => 'Set --min-sdk 24 or --appcompat if the app has it, or use a solid color.',
  }),
  'unsupported-dashes': row<{ count: number }>({
    severity: 'error',
    effect: 'refused',
    message: ({ count }) => `This dashed line has ${count} dashes, too many to draw one by one.`,
    help: () => 'Make the dashes longer, or draw the line solid.',
  }),
  'unsupported-focal-point': row<{ reason: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ reason }) => `This radial gradient cannot be drawn on Android: ${reason}.`,
    help: () => "Put the gradient's highlight at its center.",
  }),
  'stepped-gradient': row<{ count: number }>({
    severity: 'warning',
    effect: 'approximate',
    message: ({ count }) =>
      `Android has no radial gradient with an off-center highlight; it is drawn as ${count} rings of even color.`,
    help: () => "Put the gradient's highlight at its center for a smaller, smooth result.",
  }),
  'unsupported-pattern': row<{ reason: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ reason }) => `This pattern cannot be drawn on Android: ${reason}.`,
    help: () => 'Draw the repeated shapes themselves, or fill with a color.',
  }),
  'unsupported-mask': row<{ reason: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ reason }) => `Android has no masks, and this one cannot be turned into clips: ${reason}.`,
    help: () => 'Mask with one opaque shape, or cut the shape itself to its visible part.',
  }),
  'opacity-seam': row<{ seam: number }>({
    severity: 'warning',
    effect: 'approximate',
    message: ({ seam }) =>
      `Shapes of this translucent group are cut along each other, and at some sizes the ground shows through the cut by up to ${Math.round(seam * 100)} %.`,
    help: () => 'Give the opacity to the whole icon, or the shapes colors that are mixed with the ground.',
  }),
  'unsupported-group-opacity': row<{ reason: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ reason }) =>
      `Android has no opacity of a group, and the shapes in this one overlap so that it cannot be given to each: ${reason}.`,
    help: () => 'Merge the overlapping shapes into one, or give each shape its own opacity.',
  }),
} as const;
