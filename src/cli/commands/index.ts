import { convertCommand } from './convert.ts';
import { fixCommand } from './fix.ts';
import { hookCommand } from './hook.ts';
import { inspectCommand } from './inspect.ts';
import { lintCommand } from './lint.ts';

/** In the order that --help lists them. */
export const COMMANDS = [lintCommand, convertCommand, fixCommand, inspectCommand, hookCommand] as const;
