/** What `windproof lint` does unless told otherwise. */
export const LINT_DEFAULTS = {
  rule: [] as string[],
  fix: false,
  unsafe: false,
  fixDryRun: false,
  format: ['pretty'],
  quiet: false,
  staged: false,
  stdinFilename: 'stdin.svg',
  suppressAll: false,
  prune: false,
  watch: false,
  timeLimit: 30,
};
