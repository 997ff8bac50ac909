/**
 * What `npm start` shows a newcomer: converts the project's icons with the built command line, proves the pictures
 * the same, and draws a sheet of them before and after.
 */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import compare from './conformance/compare.ts';
import { transcribe } from './conformance/transcribe.ts';
import { contactSheet, ignoringFillRules, readSvg, type SheetRow } from './contact-sheet.ts';

interface ConvertedFile {
  readonly source: string;
  readonly outputs: readonly { readonly path: string }[];
}

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
rmSync('out/icons', { recursive: true, force: true });

const command = ['convert', 'fixtures/icons', '-o', 'out/icons'];
console.log(`$ windproof ${command.join(' ')}`);
const cli = join(root, 'dist/cli/main.js');
const shown = spawnSync(process.execPath, [cli, ...command], { stdio: 'inherit' });
if (shown.status !== 0) process.exit(shown.status ?? 1);

const { stdout } = spawnSync(process.execPath, [cli, ...command, '--format', 'json'], { encoding: 'utf8' });
const { files } = JSON.parse(stdout) as { files: readonly ConvertedFile[] };
const rows: SheetRow[] = [];
const wrong: string[] = [];
for (const { source, outputs } of files) {
  const [output] = outputs;
  if (output === undefined) continue;
  const { faults } = compare({ source, output: output.path });
  if (faults.length > 0) wrong.push(`${source}: ${faults.join('; ')}`);
  const svg = readSvg(source);
  const title = source.replace(/^.*\//, '').replace(/\.svg$/, '');
  rows.push({ title, pictures: [svg, ignoringFillRules(svg), transcribe(readSvg(output.path), 'ignored')] });
}
const columns = ['designed', 'Android 5', 'with windproof'];
writeFileSync('out/contact-sheet.png', contactSheet(columns, rows, 2));

for (const line of wrong) console.log(line);
console.log(`
${rows.length - wrong.length} of ${rows.length} icons show the same picture as their source, drawn again by another renderer.

  out/icons/             the VectorDrawables
  out/contact-sheet.png  each icon as designed, as Android 5 draws it, and converted`);
process.exitCode = wrong.length === 0 ? 0 : 1;
