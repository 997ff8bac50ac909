/**
 * npm run new:rule <name>: begins a rule. Writes src/lint/rules/<name>.ts, docs/rules/<name>.md and an icon each in
 * fixtures/rules/<name>/{valid,invalid}, adds the rule to the list, and brings what is generated from it up to date. The
 * page's examples and the fixtures are its first tests, and fail until the rule reports.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './conformance/packs.ts';

const name = process.argv[2] ?? '';
const rulePath = join(ROOT, `src/lint/rules/${name}.ts`);
if (!/^[a-z]+(-[a-z]+)+$/.test(name) || existsSync(rulePath)) {
  console.error('Name a new rule in kebab-case: npm run new:rule no-something');
  process.exit(2);
}
const variable = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

writeFileSync(
  rulePath,
  `import * as v from 'valibot';
import { elementsOf } from '../../parse/tree.ts';
import { defineRule } from '../rule.ts';

/** Why this is wrong, in one sentence. */
export const ${variable} = defineRule({
  name: '${name}',
  category: 'correctness',
  summary: 'Forbids …',
  severity: 'warning',
  presets: [],
  languages: ['svg'],
  fixes: [],
  options: v.strictObject({}),
  check({ document, report }) {
    for (const element of elementsOf(document.root)) {
      if (element.local !== '${name}') continue;
      report({ span: element.open, message: 'What is wrong.', help: 'What to do.' });
    }
  },
});
`,
);

const svg = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n  ${content}\n</svg>`;
writeFileSync(
  join(ROOT, `docs/rules/${name}.md`),
  [
    `# ${name}`,
    'Forbids …',
    '## Why',
    '…',
    '## Wrong',
    `\`\`\`svg wrong\n${svg('<path d="M4 4H20V20H4Z"/>')}\n\`\`\``,
    '## Right',
    `\`\`\`svg right\n${svg('<path d="M4 4H20V20H4Z"/>')}\n\`\`\``,
    '## Options',
    'None.\n',
  ].join('\n\n'),
);

for (const kind of ['invalid', 'valid']) {
  const folder = join(ROOT, `fixtures/rules/${name}/${kind}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'name-what-it-shows.svg'), `${svg('<path d="M4 4H20V20H4Z"/>')}\n`);
}

const listPath = join(ROOT, 'src/lint/rules/index.ts');
const list = readFileSync(listPath, 'utf8').split('\n');
insertSorted(
  list,
  /^import \{ .* \} from '\.\/(.*)\.ts';$/,
  name,
  `import { ${variable} } from './${name}.ts';`,
);
insertSorted(list, /^ {2}(\w+),$/, variable, `  ${variable},`);
writeFileSync(listPath, list.join('\n'));

for (const script of ['schema', 'rule-list']) execFileSync('npm', ['run', '-s', script], { cwd: ROOT });
console.log(
  `Now write src/lint/rules/${name}.ts, docs/rules/${name}.md and the icons of fixtures/rules/${name}, then: UPDATE=1 npx vitest run test/lint`,
);

/** Before the first line of the kind that sorts behind `key`, else behind the last of the kind. */
function insertSorted(lines: string[], kind: RegExp, key: string, line: string): void {
  const entries = lines.flatMap((text, index) => {
    const match = kind.exec(text);
    return match === null ? [] : [{ index, key: match[1] as string }];
  });
  const next = entries.find((entry) => entry.key > key);
  lines.splice(next?.index ?? (entries.at(-1)?.index ?? -1) + 1, 0, line);
}
