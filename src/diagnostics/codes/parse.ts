import { row } from '../message.ts';

export const parseMessages = {
  'xml-syntax': row<{ detail: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ detail }) => `This is not well-formed XML: ${detail}.`,
    help: () => 'Export the icon again, or mend the markup at this place.',
  }),
} as const;
