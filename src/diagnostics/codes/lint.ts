import { row } from '../message.ts';

export const lintMessages = {
  'fix-dropped': row<{ rule: string }>({
    severity: 'warning',
    message: ({ rule }) => `A fix of ${rule} was dropped: with it, the picture would not be the same.`,
    help: () => 'Mend this place by hand; and tell us, since a safe fix should never do that.',
  }),
} as const;
