import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { Sandbox, SQUARE } from '../support/cli.ts';

interface Log {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly name: string;
        readonly rules: readonly { id: string; shortDescription: { text: string }; helpUri: string }[];
      };
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

/** OASIS's schema. It says draft 4 of JSON Schema, of which it uses nothing that has changed since. */
function schemaErrors(log: unknown): unknown {
  const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/package.json');
  const file = path.replace('package.json', 'lib/schemas/sarif-2.1.0-rtm.5.json');
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  ajv.addFormat('uri', (text: string) => URL.canParse(text));
  ajv.addFormat('uri-reference', (text: string) => !/[^\x21-\x7e]|[<>"{}|\\^`]|%(?![\da-f]{2})/i.test(text));
  ajv.addFormat('date-time', true);
  const validate = ajv.compile(schema);
  return validate(log) ? [] : validate.errors;
}

it('is valid by the schema of SARIF 2.1.0', async () => {
  expect(schemaErrors(await sarifOf(BAD))).toEqual([]);
  expect(schemaErrors(await sarifOf(SQUARE))).toEqual([]);
  expect(schemaErrors({ version: '2.1.0', runs: [{ results: [] }] })).not.toEqual([]);
});

it('names the rule, the place and the level of each finding', async () => {
  const log = await sarifOf(BAD);
  expect(log.version).toBe('2.1.0');
  expect(log.$schema).toMatch(/^https:.*sarif.*2\.1\.0.*\.json$/);
  const [run] = log.runs;
  expect(run?.tool.driver.name).toBe('windproof');
  const rules = run?.tool.driver.rules ?? [];
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const { helpUri } of rules) expect(() => new URL(helpUri)).not.toThrow();
  expect(rules.find(({ id }) => id === 'no-text')?.shortDescription.text).toBe(
    'Forbids text that is not outlined.',
  );
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
