import { convertCommand } from './convert.ts';
import { explainCommand } from './explain.ts';
import { fixCommand } from './fix.ts';
import { hookCommand } from './hook.ts';
import { initCommand } from './init.ts';
import { inspectCommand } from './inspect.ts';
import { lintCommand } from './lint.ts';
import { rulesCommand } from './rules.ts';

/** In the order that --help lists them. */
export const COMMANDS = [
  lintCommand,
  convertCommand,
  fixCommand,
  inspectCommand,
  hookCommand,
  rulesCommand,
  explainCommand,
  initCommand,
] as const;
