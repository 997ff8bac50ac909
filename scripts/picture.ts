/** Draws docs/before-after.png, the picture on the README's first page, from icons that `npm start` converted. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transcribe } from './conformance/transcribe.ts';
import { contactSheet, ignoringFillRules, readSvg } from './contact-sheet.ts';

const SHOWN = [
  ['pool ladder', 'Pool Ladder', 'pool_ladder'],
  ['car', 'car', 'car'],
  ['camera', 'illustrator/camera', 'illustrator/camera'],
  ['calendar', 'sketch/calendar', 'sketch/calendar'],
] as const;

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const rows = SHOWN.map(([title, source, output]) => {
  const svg = readSvg(`fixtures/icons/${source}.svg`);
  const converted = transcribe(readSvg(`out/icons/${output}.xml`), 'ignored');
  return { title, pictures: [svg, ignoringFillRules(svg), converted] };
});
writeFileSync('docs/before-after.png', contactSheet(['designed', 'Android 5', 'with windproof'], rows, 2));
