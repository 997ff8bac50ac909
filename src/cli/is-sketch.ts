import type { Input } from './inputs.ts';

/** Apart from what reads documents, which is loaded only when there is one. */
export const isSketch = ({ absolute }: Input): boolean => /\.sketch$/i.test(absolute ?? '');
