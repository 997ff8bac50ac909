import { beforeAll, describe, expect, it } from 'vitest';
import { loadDraw } from '../../src/node/draw.ts';
import { convert } from '../../src/pipeline/convert.ts';
import type { Draw } from '../../src/ports.ts';

let draw: Draw;
beforeAll(async () => {
  draw = await loadDraw();
});

const clipped = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><clipPath id="c"><circle cx="16" cy="16" r="14"/></clipPath><g clip-path="url(#c)">${body}</g></svg>`;

/** Their edges run through samples of the renderer. */
const STRIPES = {
  'up to the right': '<path d="M0 26L26 0h6v6L6 32H0z"/>',
  'down to the right': '<path d="M6 0l26 26v6h-6L0 6V0z"/>',
  'a steep one': '<path d="M8 0h6l8 32h-6z"/>',
  'two that cross': '<path d="M0 26L26 0h6v6L6 32H0z"/><path fill="red" d="M6 0l26 26v6h-6L0 6V0z"/>',
};

describe('stripes cut by a circle', () => {
  it.each(Object.entries(STRIPES))(
    '%s: drawn as they were, and by the same bytes without a renderer',
    (_, body) => {
      const { output = '', fidelity } = convert(clipped(body), { draw });
      expect(fidelity).toBe('exact');
      expect(output).not.toContain('clip-path');
      expect(convert(clipped(body), { allowUnverified: true }).output).toBe(output);
    },
  );
});
