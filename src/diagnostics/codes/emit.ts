import { row } from '../message.ts';

export interface Kept {
  /** Whether the repair is known to have run out of its work limit. */
  readonly isTooComplex: boolean;
}

export const emitMessages = {
  'no-android-form': row<{ what: string; remedy: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ what }) => `A VectorDrawable has no way to say ${what}.`,
    help: ({ remedy }) => remedy,
  }),
  'evenodd-fill': row<Kept>({
    severity: 'error',
    effect: 'refused',
    message: ({ isTooComplex }) =>
      isTooComplex
        ? 'This fill is too complex to be repaired and still even-odd, which Android draws without its holes below API 24.'
        : 'This fill is still even-odd, which Android draws without its holes below API 24.',
    help: ({ isTooComplex }) =>
      isTooComplex
        ? 'Simplify the shape in the design tool (fewer points, fewer crossings), or require API 24 with --min-sdk 24.'
        : 'Unite or flatten the shapes in the design tool, or require API 24 with --min-sdk 24.',
  }),
  'evenodd-kept': row<Kept>({
    severity: 'warning',
    message: ({ isTooComplex }) =>
      isTooComplex
        ? 'This fill is too complex to be repaired, so it has android:fillType="evenOdd", which needs API 24 or later.'
        : 'This fill is written with android:fillType="evenOdd", which needs API 24 or later.',
    help: ({ isTooComplex }) =>
      isTooComplex
        ? 'Simplify the shape in the design tool (fewer points, fewer crossings) to reach older versions.'
        : 'Unite or flatten the shapes in the design tool to reach older versions.',
  }),
  'evenodd-clip': row({
    severity: 'error',
    effect: 'refused',
    message: () => 'This clip is still even-odd, a rule that Android ignores on clips in every version.',
    help: () => 'Unite or flatten the shapes of the clip in the design tool.',
  }),
  'uneven-stroke': row({
    severity: 'error',
    effect: 'refused',
    message: () => 'This stroke is wider one way than the other, which Android draws even below API 24.',
    help: () => 'Outline the stroke in the design tool, or require API 24 with --min-sdk 24.',
  }),
  'reference-in-png': row<{ reference: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ reference }) =>
      `The build fails: ${reference} stands in a drawable of which it must make PNGs below API 24.`,
    help: () => 'Use a plain color, require API 24 with --min-sdk 24, or say --appcompat.',
  }),
  'unmapped-color': row<{ color: string }>({
    severity: 'warning',
    message: ({ color }) => `The color map has no entry for ${color}.`,
    help: ({ color }) => `Add ${color} to the color map, or use a color that it names.`,
  }),
  'tint-left-out': row<{ tint: string; mode: string }>({
    severity: 'warning',
    effect: 'approximate',
    message: ({ tint, mode }) =>
      `The tint ${tint} (${mode}) is left out: the SVG has the colors that lie beneath it.`,
    help: () => 'Write the tint as #RRGGBB with the usual mode src_in, or name its color in --color-map.',
  }),
  'large-vector': row<{ size: string }>({
    severity: 'warning',
    message: ({ size }) =>
      `This icon is ${size}; Android's lint warns of vectors over 200 dp, which are slow.`,
    help: () => 'Export it smaller, set --size, or use a raster image.',
  }),
  'string-too-long': row({
    severity: 'error',
    effect: 'refused',
    message: () =>
      'This path takes more than 32767 bytes: the build passes, the app crashes, and it cannot be split.',
    help: () => 'Simplify the path, or take it apart into several shapes.',
  }),
} as const;
