import { convertCommand } from './convert.ts';
import { fixCommand } from './fix.ts';

/** In the order that --help lists them. */
export const COMMANDS = [convertCommand, fixCommand] as const;
