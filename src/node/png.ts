import { crc32, deflateSync } from 'node:zlib';
import type { Picture } from '../ports.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const TRUECOLOR_WITH_ALPHA = 6;

/**
 * The bytes of a PNG file that shows `picture`.
 *
 * @see https://www.w3.org/TR/png-3/
 */
export function encodePng({ width, height, data }: Picture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, TRUECOLOR_WITH_ALPHA, 0, 0, 0], 8);
  // Each row is led by the number of its filter: none.
  const rows = Buffer.alloc(height * (1 + width * 4));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + x) * 4;
      const to = y * (1 + width * 4) + 1 + x * 4;
      const alpha = data[from + 3] ?? 0;
      // PNG keeps colors apart from alpha.
      for (let channel = 0; channel < 3; channel += 1)
        rows[to + channel] = alpha === 0 ? 0 : Math.round(((data[from + channel] ?? 0) * 255) / alpha);
      rows[to + 3] = alpha;
    }
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(8 + data.length + 4);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), 8 + data.length);
  return framed;
}
