import type { Drawing } from './judge.ts';
import type { Picture } from './picture.ts';

/** What an app does to a drawable, done to the picture of its source. */
export function expected(picture: Picture, drawing: Drawing): Picture {
  let { data } = picture;
  if (drawing.rightToLeft === true) data = mirrored(picture);
  if (drawing.tint !== undefined) data = tinted(data, drawing.tint);
  const { alpha } = drawing;
  if (alpha !== undefined) data = data.map((channel) => Math.round((channel * alpha) / 255));
  return { ...picture, data };
}

function mirrored({ width, height, data: pixels }: Picture): Uint8Array {
  const result = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = 4 * (y * width + x);
      result.set(pixels.subarray(from, from + 4), 4 * (y * width + width - 1 - x));
    }
  }
  return result;
}

/** src_in: the tint where the picture is, as strong as the picture is. */
function tinted(pixels: Uint8Array, tint: string): Uint8Array {
  const [alpha = 0, red = 0, green = 0, blue = 0] = [1, 3, 5, 7].map((at) =>
    parseInt(tint.slice(at, at + 2), 16),
  );
  const result = new Uint8Array(pixels.length);
  for (let at = 0; at < pixels.length; at += 4) {
    const cover = ((pixels[at + 3] ?? 0) / 255) * (alpha / 255);
    result.set(
      [red, green, blue, 255].map((channel) => Math.round(channel * cover)),
      at,
    );
  }
  return result;
}
