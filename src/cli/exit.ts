/** The command line's exit codes. */
export const EXIT = { clean: 0, problems: 1, usage: 2 } as const;
