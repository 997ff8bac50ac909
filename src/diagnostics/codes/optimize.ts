import { row } from '../message.ts';

export const optimizeMessages = {
  'optimizer-failed': row<{ detail: string }>({
    severity: 'warning',
    message: ({ detail }) => `svgo stopped (${detail}), so this icon was not optimized.`,
    help: () => 'Mend the svgo configuration, or leave svgo out with --no-optimize.',
  }),
  'optimizer-changed-picture': row({
    severity: 'warning',
    message: () => 'svgo changed the picture, so its result was dropped and this icon was not optimized.',
    help: () =>
      'Raise floatPrecision in the svgo configuration, or leave out the plugin that draws something else.',
  }),
} as const;
