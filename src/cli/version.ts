import manifest from '../../package.json' with { type: 'json' };

/** Of this package; the build writes it into the code. */
export const { version } = manifest;
