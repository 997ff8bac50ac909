import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/cli.ts';
import { importsIn, importsOf } from './imports.ts';
import { violation } from './layers.ts';

describe('imports point one way', () => {
  const edges = importsIn(ROOT, ['src']);

  it('are found at all', () => {
    expect(edges.length).toBeGreaterThan(200);
    expect(edges).toContainEqual({ from: 'src/cli/explain.ts', to: 'src/errors.ts', typeOnly: false });
  });

  it('and no module reaches where it may not', () => {
    const found = edges.flatMap((edge) => {
      const fault = violation(edge);
      return fault === undefined ? [] : [`${edge.from}: ${fault}`];
    });
    expect(found).toEqual([]);
  });

  it.each([
    [
      'src/geometry/faces.ts',
      "import { parsePathData } from '../path/parse.ts';",
      'geometry may not import path',
    ],
    ['src/lower/icon.ts', "import { printSvg } from '../emit/svg.ts';", 'lower may not import emit'],
    ['src/path/parse.ts', "import { readFileSync } from 'node:fs';", 'the core may not import node:fs'],
    ['src/emit/svg.ts', "export { writeWhole } from '../node/files/write.ts';", 'adapter node/'],
    ['src/parse/svg.ts', "const { run } = await import('../cli/run.ts');", 'adapter cli/'],
    ['src/node/pool/pool.ts', "import type { Terminal } from '../../cli/terminal.ts';", 'may not know'],
  ])('the check sees through %s', (from, text, fault) => {
    const [edge] = importsOf(from, text);
    expect(edge && violation(edge)).toContain(fault);
  });
});

describe('the core compiles without Node and the DOM', () => {
  it('as tsconfig.core.json says, which takes in all of src but the adapters', () => {
    const text = readFileSync(`${ROOT}tsconfig.core.json`, 'utf8').replace(/^\s*\/\/.*$/gm, '');
    expect(JSON.parse(text)).toMatchObject({
      compilerOptions: { lib: ['es2020'], types: [] },
      include: ['src'],
      exclude: ['src/cli', 'src/node'],
    });
  });
});

describe('the core runs where there is nothing but the language', () => {
  let bundle = '';

  beforeAll(async () => {
    const { outputFiles } = await build({
      entryPoints: [`${ROOT}src/index.ts`],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'windproof',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      conditions: ['import', 'default'],
      target: 'es2020',
      logLevel: 'silent',
    });
    bundle = outputFiles[0]?.text ?? '';
  });

  /** A context that has no console, no timers, no URL, no TextDecoder: only what ECMAScript defines. */
  const evaluate = (expression: string): unknown => {
    const context = createContext({});
    runInContext(bundle, context);
    return runInContext(expression, context) as unknown;
  };

  it('converts an icon', () => {
    const svg = readFileSync(`${ROOT}fixtures/icons/Pool Ladder.svg`, 'utf8');
    const result = evaluate(`JSON.stringify(windproof.convert(${JSON.stringify(svg)}))`);
    const { output, repairs } = JSON.parse(result as string) as {
      output: string;
      repairs: { method: string }[];
    };
    expect(output).toMatch(/^<vector /);
    expect(repairs.map(({ method }) => method)).toEqual(['reversed']);
  });

  it('fixes an icon', () => {
    const svg = readFileSync(`${ROOT}fixtures/icons/car.svg`, 'utf8');
    const result = evaluate(`windproof.fix(${JSON.stringify(svg)}, { optimize: true }).output`);
    expect(result).toMatch(/^<svg /);
    expect(result).not.toMatch(/evenodd/);
  });
});
