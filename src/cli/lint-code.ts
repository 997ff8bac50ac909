/**
 * What looks at icons: the build makes one file of it, lint-code.cjs, which is kept compiled from run to run and which
 * the command line and its workers share.
 */
export { lintBatch, hasLinted } from '../node/pool/lint-batch.ts';
export { hasOpenedThreads } from '../node/lint-runner.ts';
export { judgeStaged } from './judge-staged.ts';
export { lintFiles } from './lint.ts';
