/** By the end of its source's path: icons of the packs whose picture is close and not the same, and why. */
export const KNOWN: ReadonlyMap<string, string> = new Map();
