import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, Sandbox } from '../support/cli.ts';
import { BROKEN, CLEAN, HOPELESS, Repository, WINDPROOF } from '../support/repository.ts';

const found = spawnSync('pre-commit', ['--version'], { encoding: 'utf8' });
const isThere = found.status === 0;
if (!isThere) console.warn('skipped: the pre-commit framework is not installed (apt-get install pre-commit)');

const LOCAL = `repos:
  - repo: local
    hooks:
      - id: windproof
        name: windproof
        entry: ${WINDPROOF.replaceAll("'", '')} lint --fix
        language: system
        types: [svg]
        require_serial: true
`;

function repository(files: Readonly<Record<string, string>>, config = LOCAL): Repository {
  const repo = new Repository({ '.pre-commit-config.yaml': config, ...files });
  repo.env['PRE_COMMIT_HOME'] = new Sandbox().path;
  repo.git('add', '-A');
  const installed = repo.attempt('.', 'pre-commit', 'install');
  expect(installed.code, installed.output).toBe(0);
  return repo;
}

describe.skipIf(!isThere)('under the pre-commit framework', () => {
  it('fixes the files and stops the commit; staged again, it goes through', () => {
    const repo = repository({ 'icons/pool é.svg': BROKEN, 'readme.txt': 'x' });
    const first = repo.commit();
    expect(first.code).toBe(1);
    expect(first.output).toContain('files were modified by this hook');
    expect(repo.read('icons/pool é.svg')).not.toContain('evenodd');
    repo.git('add', '-A');
    const second = repo.commit();
    expect(second.code, second.output).toBe(0);
    expect(repo.committed('icons/pool é.svg')).not.toContain('evenodd');
  });

  it('stops for what cannot be fixed, and shows it', () => {
    const { code, output } = repository({ 'a.svg': HOPELESS }).commit();
    expect(code).toBe(1);
    expect(output).toContain('no-text');
  });

  it('keeps unstaged changes', () => {
    const repo = repository({ 'a.svg': CLEAN });
    const unstaged = `${CLEAN}<!-- unstaged -->\r\n`;
    repo.write('a.svg', unstaged);
    const { code, output } = repo.commit();
    expect(code, output).toBe(0);
    expect(repo.committed('a.svg')).toBe(CLEAN);
    expect(repo.read('a.svg')).toBe(unstaged);
  });

  it('passes when every file is ignored by the configuration', () => {
    const repo = repository({
      'windproof.config.json': '{ "ignore": ["drafts/**"] }',
      'drafts/a.svg': HOPELESS,
    });
    const { code, output } = repo.commit();
    expect(code, output).toBe(0);
  });

  it('is offered by .pre-commit-hooks.yaml, which the framework finds valid', () => {
    const { status, stderr, stdout } = spawnSync(
      'pre-commit',
      ['validate-manifest', '.pre-commit-hooks.yaml'],
      {
        cwd: ROOT,
        encoding: 'utf8',
      },
    );
    expect(status, stdout + stderr).toBe(0);
    expect(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')).toContain(
      'entry: windproof lint --fix\n',
    );
  });

  // A minute, and the npm registry: not in every run.
  it.skipIf(process.env['WINDPROOF_TEST_INSTALL'] === undefined)(
    'is installed from a clone with language: node',
    () => {
      const clone = new Sandbox().path;
      execFileSync('git', ['clone', '-q', ROOT, clone]);
      const rev = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: clone, encoding: 'utf8' }).trim();
      const config = `repos:\n  - repo: ${clone}\n    rev: ${rev}\n    hooks: [{ id: windproof }]\n`;
      const repo = repository({ 'a.svg': BROKEN }, config);
      const { code, output } = repo.commit();
      expect(code).toBe(1);
      expect(output).toContain('files were modified by this hook');
      expect(repo.read('a.svg')).not.toContain('evenodd');
    },
    600_000,
  );
});
