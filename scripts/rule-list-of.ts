import { CATEGORIES } from '../src/cli/rules.ts';
import { RULES } from '../src/lint/registry.ts';

const BETWEEN = /(<!-- rules -->\n)[^]*?(\n<!-- \/rules -->)/;

/** A README with the list of rules as the registry has them now. */
export function withRuleList(readme: string): string {
  if (!BETWEEN.test(readme)) throw new Error('README.md has no <!-- rules --> markers.');
  const lines = CATEGORIES.map((category) => {
    const names = RULES.filter((rule) => rule.category === category).map(
      ({ name }) => `[${name}](docs/rules/${name}.md)`,
    );
    return `- *${category}*: ${names.join(', ')}`;
  });
  return readme.replace(BETWEEN, `$1\n${lines.join('\n')}\n$2`);
}
