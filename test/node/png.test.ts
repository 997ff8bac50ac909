import { Resvg } from '@resvg/resvg-js';
import { expect, it } from 'vitest';
import { encodePng } from '../../src/node/png.ts';

it('encodes a picture that an independent decoder reads back', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="7" height="5"><rect width="4" height="5" fill="#c84"/><rect x="2" width="5" height="2" fill="#08f" opacity=".5"/></svg>';
  const image = new Resvg(svg).render();
  const { width, height } = image;
  const png = encodePng({ width, height, data: image.pixels });
  const wrapped = `<svg xmlns="http://www.w3.org/2000/svg" width="7" height="5"><image width="7" height="5" image-rendering="optimizeSpeed" href="data:image/png;base64,${png.toString('base64')}"/></svg>`;
  const decoded = new Resvg(wrapped).render().pixels;
  expect(decoded).toHaveLength(image.pixels.length);
  // Taking alpha out of 8-bit colors and putting it back may move one by a step.
  for (const [index, channel] of image.pixels.entries())
    expect(Math.abs(channel - (decoded[index] ?? -9))).toBeLessThanOrEqual(1);
});
