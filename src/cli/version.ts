import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** By the package's own name, which resolves alike from the sources and from dist/. */
export const { version } = require('windproof/package.json') as { version: string };
