import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/cli.ts';
import { CLEAN, HOPELESS, Repository } from '../support/repository.ts';

const action = (repo: Repository, inputs: Readonly<Record<string, string>> = {}) => {
  Object.assign(repo.env, { GITHUB_STEP_SUMMARY: join(repo.path, 'summary.md'), ...inputs });
  return repo.attempt('.', join(ROOT, 'scripts/action.sh'));
};

describe('the GitHub Action', () => {
  it('annotates, appends the report to the summary, writes SARIF and fails as lint does', () => {
    const repo = new Repository({ 'icons/a b.svg': HOPELESS, 'summary.md': 'before\n' });
    const { code, output } = action(repo, { WINDPROOF_PATHS: 'icons\n', WINDPROOF_SARIF: 'out.sarif' });
    expect(code, output).toBe(1);
    expect(output).toMatch(/^::error .*file=icons\/a b\.svg,line=1/m);
    expect(repo.read('summary.md')).toMatch(/^before\n[^]*icons\/a b\.svg/);
    expect(JSON.parse(repo.read('out.sarif'))).toMatchObject({ version: '2.1.0' });
  });

  it('takes several paths, and passes clean icons', () => {
    const repo = new Repository({
      'one/a.svg': CLEAN,
      'two/b.svg': CLEAN.replace('2Z', '9Z'),
      'three/c.svg': HOPELESS,
    });
    const { code, output } = action(repo, { WINDPROOF_PATHS: 'one\ntwo' });
    expect(code, output).toBe(0);
    expect(repo.read('summary.md')).toContain('2 icons');
  });

  it('fails with 2 for a path that leads to nothing, and takes no input for an option', () => {
    expect(action(new Repository(), { WINDPROOF_PATHS: 'nowhere' }).code).toBe(2);
    expect(action(new Repository(), { WINDPROOF_PATHS: '--help' }).code).toBe(2);
  });

  it('hands every input of action.yml to the script', () => {
    const yaml = readFileSync(join(ROOT, 'action.yml'), 'utf8');
    const inputs = [...(yaml.split('runs:')[0] ?? '').matchAll(/^ {2}([a-z-]+):$/gm)].map(([, name]) => name);
    expect(inputs).toContain('paths');
    const script = readFileSync(join(ROOT, 'scripts/action.sh'), 'utf8');
    for (const name of inputs as string[]) {
      const variable = `WINDPROOF_${name.toUpperCase().replaceAll('-', '_')}`;
      expect(yaml).toContain(`${variable}: \${{ inputs.${name} }}`);
      expect(script).toContain(`\${${variable}:-`);
    }
  });
});
