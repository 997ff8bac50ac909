import { STDIN_FILENAME } from './stdin.ts';

/** What `windproof lint` does unless told otherwise. */
export const LINT_DEFAULTS = {
  rule: [] as string[],
  fix: false,
  unsafe: false,
  fixDryRun: false,
  format: ['pretty'],
  quiet: false,
  staged: false,
  stdinFilename: STDIN_FILENAME,
  suppressAll: false,
  prune: false,
  watch: false,
  timeLimit: 30,
};
