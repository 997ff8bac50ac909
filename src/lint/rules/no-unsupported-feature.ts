import { fromConversion } from './from-conversion.ts';

/** What a conversion would refuse. */
export const noUnsupportedFeature = fromConversion({
  name: 'no-unsupported-feature',
  summary: 'Forbids what cannot be carried over to a VectorDrawable.',
  severity: 'error',
  presets: ['recommended', 'android', 'strict'],
  picks: ({ effect }) => effect === 'refused',
});
