import { crc32, deflateSync } from 'node:zlib';
import type { Picture } from './picture.ts';

/** A PNG of `picture`, 8 bits a channel, with alpha. */
export function toPng(picture: Picture): Buffer {
  const { width, height } = picture;
  const rows = Buffer.alloc(height * (1 + 4 * width));
  for (let y = 0; y < height; y++) {
    const row = y * (1 + 4 * width) + 1;
    for (let x = 0; x < width; x++) {
      const from = 4 * (y * width + x);
      const alpha = picture.data[from + 3] ?? 0;
      for (let channel = 0; channel < 3; channel++) {
        const value = picture.data[from + channel] ?? 0;
        rows[row + 4 * x + channel] = alpha === 0 ? 0 : Math.min(255, Math.round((value * 255) / alpha));
      }
      rows[row + 4 * x + 3] = alpha;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
