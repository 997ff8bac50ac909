import { convertCommand } from './convert.ts';
import { fixCommand } from './fix.ts';
import { inspectCommand } from './inspect.ts';

/** In the order that --help lists them. */
export const COMMANDS = [convertCommand, fixCommand, inspectCommand] as const;
