/** Writes the list of rules into the README, between its markers. `--check` fails when it is stale. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './conformance/packs.ts';
import { withRuleList } from './rule-list-of.ts';

const path = join(ROOT, 'README.md');
const before = readFileSync(path, 'utf8');
const after = withRuleList(before);
if (!process.argv.includes('--check')) writeFileSync(path, after);
else if (before !== after) {
  console.error('The rules of README.md are stale; run npm run rule-list.');
  process.exitCode = 1;
}
