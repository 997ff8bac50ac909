import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { resourceName } from '../../src/emit/resource-name.ts';
import { loadDraw } from '../../src/node/draw.ts';
import { convert } from '../../src/pipeline/convert.ts';
import { fix } from '../../src/pipeline/fix.ts';
import { bundleForTests, JSC, runPlugin, svgExport } from './jsc.ts';

if (JSC === undefined) console.warn('jsc is absent: the plugin is not run');

const bundle = bundleForTests();

describe.skipIf(JSC === undefined)('the same bytes as the command line', () => {
  const CASES = '../shared/cases/sketch/exported';
  // Outputs, and packages of icons that a machine may or may not have.
  const skipped = ['!**/expected.svg', '!**/*.lowered.svg', '!fixtures/packs/**'];
  const fixtures = globSync(['fixtures/**/*.svg', ...skipped]);
  const paths = [...(existsSync(CASES) ? globSync(`${CASES}/*.svg`) : []), ...fixtures];
  const groupOf = (path: string): string =>
    path.startsWith('fixtures/') ? path.split('/').slice(1, 2).join() : 'real exports';
  if (!existsSync(CASES)) console.warn(`${CASES} is absent: no real export is compared`);

  it.each([...new Set(paths.map(groupOf))])('%s', async (group) => {
    const draw = await loadDraw();
    const sources = new Map(
      paths
        .filter((path) => groupOf(path) === group)
        .map((path) => [`/x/${path.replaceAll('/', '_')}`, { path, source: readFileSync(path, 'utf8') }]),
    );
    const asked = {
      files: Object.fromEntries([...sources].map(([file, { source }]) => [file, source])),
      exports: [...sources.keys()].map((each) => svgExport(each)),
      settings: '{"skipSuffix":"","maxKilobytes":100000,"maxSeconds":600}',
      call: 'onExport',
    };
    const run = runPlugin(bundle, asked);
    const differing: string[] = [];
    for (const [file, { path, source }] of sources) {
      const name = path.replace(/^fixtures\/|\.svg$/g, '');
      if (run.files[file] !== (fix(source, { draw }).output ?? source)) differing.push(`fix ${name}`);
      const xml = `/x/${resourceName(basename(file, '.svg'))}.xml`;
      if (run.files[xml] !== convert(source, { draw }).output) differing.push(`convert ${name}`);
    }
    expect(differing).toEqual([]);
    // The second call for one export, whenever this machine comes to it.
    const memory = Object.fromEntries(
      Object.entries(run.memory).map(([key, text]) => [
        key,
        text.replace(/"time":\d+/, `"time":${Date.now() + 60_000}`),
      ]),
    );
    const { writes, said } = runPlugin(bundle, { ...asked, files: run.files, memory });
    expect([...writes, ...said]).toEqual([]);
  });
});
