/**
 * Writes windproof.schema.json, with which editors complete and check a configuration, from the schemas that check it at
 * run time. `--check` fails when the file is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configJsonSchema } from './config-schema-of.ts';
import { ROOT } from './conformance/packs.ts';

const path = join(ROOT, 'windproof.schema.json');
const schema = configJsonSchema();
if (!process.argv.includes('--check')) writeFileSync(path, schema);
else if (readFileSync(path, 'utf8') !== schema) {
  console.error('windproof.schema.json is stale; run npm run schema.');
  process.exitCode = 1;
}
