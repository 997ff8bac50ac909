import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/cli.ts';
import { BROKEN, CLEAN, HOPELESS, Repository, WINDPROOF } from '../support/repository.ts';

const BIN = join(ROOT, 'test/hooks/node_modules/.bin');
const isThere = existsSync(join(BIN, 'lefthook'));
if (!isThere)
  console.warn(
    'skipped: lefthook, husky and lint-staged are not installed (npm install --prefix test/hooks --ignore-scripts)',
  );

/** A repository in which the managers and windproof are commands. */
function repository(files: Readonly<Record<string, string>>): Repository {
  const repo = new Repository(files);
  repo.script('.git/bin/windproof', `#!/bin/sh\nexec ${WINDPROOF} "$@"\n`);
  repo.env['PATH'] = [join(repo.path, '.git/bin'), BIN, process.env['PATH']].join(':');
  repo.git('add', '-A');
  return repo;
}

const UNSTAGED = `${CLEAN}<!-- unstaged -->\r\n`;

describe.skipIf(!isThere)('under lefthook', () => {
  const CONFIG = `pre-commit:
  commands:
    windproof:
      glob: '*.svg'
      run: windproof lint --fix -- {staged_files}
      stage_fixed: true
`;
  const installed = (files: Readonly<Record<string, string>>): Repository => {
    const repo = repository({ 'lefthook.yml': CONFIG, ...files });
    const { code, output } = repo.attempt('.', 'lefthook', 'install');
    expect(code, output).toBe(0);
    return repo;
  };

  it('commits what was fixed, in one go', () => {
    const repo = installed({ 'icons/pool é.svg': BROKEN, 'readme.txt': 'x' });
    const { code, output } = repo.commit();
    expect(code, output).toBe(0);
    expect(repo.committed('icons/pool é.svg')).not.toContain('evenodd');
    expect(repo.status()).toBe('');
  });

  it('stops for what cannot be fixed', () => {
    const { code, output } = installed({ 'a.svg': HOPELESS }).commit();
    expect(code).toBe(1);
    expect(output).toContain('no-text');
  });

  it('keeps unstaged changes on other lines of the icon', () => {
    const repo = installed({ 'readme.txt': 'x' });
    // lefthook cannot put changes aside before the first commit.
    repo.git('commit', '-qm', 'first', '--no-verify');
    repo.write('a.svg', BROKEN);
    repo.git('add', '-A');
    repo.write('a.svg', `${BROKEN}<!-- unstaged -->\n`);
    const { code, output } = repo.commit();
    expect(code, output).toBe(0);
    expect(repo.committed('a.svg')).not.toContain('evenodd');
    expect(repo.read('a.svg')).toBe(`${repo.committed('a.svg')}<!-- unstaged -->\n`);
  });
});

describe.skipIf(!isThere)('under husky with lint-staged', () => {
  const installed = (files: Readonly<Record<string, string>>): Repository => {
    const repo = repository({
      'package.json': '{ "lint-staged": { "*.svg": "windproof lint --fix --" } }',
      '.husky/pre-commit': 'lint-staged\n',
      ...files,
    });
    const { code, output } = repo.attempt('.', 'husky');
    expect(code, output).toBe(0);
    repo.git('add', '-A');
    return repo;
  };

  it('commits what was fixed, in one go, and keeps unstaged changes of another icon', () => {
    const repo = installed({ 'icons/pool é.svg': BROKEN, 'b.svg': CLEAN });
    repo.write('b.svg', UNSTAGED);
    const { code, output } = repo.commit();
    expect(code, output).toBe(0);
    expect(repo.committed('icons/pool é.svg')).not.toContain('evenodd');
    expect(repo.read('b.svg')).toBe(UNSTAGED);
  });

  it('stops for what cannot be fixed, and leaves the icon as it was', () => {
    const repo = installed({ 'a.svg': HOPELESS });
    const { code, output } = repo.commit();
    expect(code).toBe(1);
    expect(output).toContain('no-text');
    expect(repo.read('a.svg')).toBe(HOPELESS);
  });
});
