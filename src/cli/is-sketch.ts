import type { Input } from './inputs.ts';

// Apart from what reads documents, which is loaded only when there is one.

export const isSketchPath = (path: string): boolean => /\.sketch$/i.test(path);

export const isSketch = ({ absolute }: Input): boolean => absolute !== undefined && isSketchPath(absolute);
