import { fromConversion } from './from-conversion.ts';

/** What a conversion would carry over only nearly. */
export const noApproximatedFeature = fromConversion({
  name: 'no-approximated-feature',
  summary: 'Reports what a VectorDrawable can only come near to.',
  severity: 'warning',
  presets: ['android', 'strict'],
  picks: ({ effect }) => effect === 'approximate',
});
