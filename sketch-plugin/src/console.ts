const ignore = (): void => {};

/**
 * Stands in the bundle for the global that Sketch lacks. Libraries call it to warn of things that are reported here as
 * diagnostics; without it such a warning would end the script.
 */
export const console = { error: ignore, info: ignore, log: ignore, warn: ignore };
