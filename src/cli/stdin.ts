/**
 * What stands for standard input among the paths, once the command line has been read. The user writes `-`, which
 * yargs would make an empty string of; no path can hold this one.
 */
export const STDIN = '\0stdin';

/** What a text from standard input is called unless it is told otherwise. */
export const STDIN_FILENAME = 'stdin.svg';
