import { expect, it } from 'vitest';
import { Sandbox, SQUARE } from '../support/cli.ts';

interface Log {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly name: string; readonly rules: readonly { id: string; helpUri: string }[] };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: Readonly<Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>>;
        };
      }[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
    }[];
  }[];
}

const BAD = SQUARE.replace('<path', '\n<text>A</text><text>B</text>\n<path');

const sarifOf = async (text: string): Promise<Log> =>
  JSON.parse((await new Sandbox({ 'ä b.svg': text }).run('lint', '.', '--format', 'sarif')).stdout) as Log;

// No package brings the SARIF 2.1.0 schema itself, so what it requires is spelled out here.
it('writes what SARIF 2.1.0 requires', async () => {
  const log = await sarifOf(BAD);
  expect(log.version).toBe('2.1.0');
  expect(log.$schema).toMatch(/^https:.*sarif.*2\.1\.0.*\.json$/);
  const [run] = log.runs;
  expect(run?.tool.driver.name).toBe('windproof');
  const rules = run?.tool.driver.rules ?? [];
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const { helpUri } of rules) expect(() => new URL(helpUri)).not.toThrow();
  expect(run?.results.length).toBeGreaterThanOrEqual(2);
  for (const { ruleId, ruleIndex, level, message, locations, partialFingerprints } of run?.results ?? []) {
    expect(rules[ruleIndex]?.id).toBe(ruleId);
    expect(['none', 'note', 'warning', 'error']).toContain(level);
    expect(message.text).not.toBe('');
    const { artifactLocation, region } = locations[0]!.physicalLocation;
    expect(artifactLocation.uri).toBe('%C3%A4%20b.svg');
    for (const value of Object.values(region)) expect(Number.isInteger(value) && value >= 1).toBe(true);
    expect(region.endLine).toBeGreaterThanOrEqual(region.startLine);
    expect(Object.values(partialFingerprints)[0]).toMatch(/^[0-9a-f]+$/);
  }
});

it('keeps fingerprints apart in a file, and through moved lines', async () => {
  const prints = (log: Log) =>
    log.runs[0]?.results.flatMap(({ partialFingerprints }) => Object.values(partialFingerprints)) ?? [];
  const before = prints(await sarifOf(BAD));
  expect(new Set(before).size).toBe(before.length);
  expect(prints(await sarifOf(BAD.replace('\n', '\n\n\n')))).toEqual(before);
});
