import { ruleNamed } from '../../../lint/registry.ts';
import { findingsOf, type Format } from './finding.ts';
import { fingerprints } from './fingerprint.ts';

const LEVEL = { error: 'error', warning: 'warning', info: 'note' } as const;

/** What code scanning lists; a finding of no rule is known by its code alone. */
const describe = (code: string, url: string) => ({
  id: code,
  shortDescription: { text: ruleNamed(code)?.summary ?? code },
  helpUri: url,
});

/**
 * SARIF 2.1.0, with fingerprints that survive moved lines.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export const sarif: Format = (report, { version }) => {
  const findings = findingsOf(report);
  const names = fingerprints(findings);
  const rules = [...new Map(findings.map(({ code, url }) => [code, describe(code, url)])).values()];
  const results = findings.map(
    ({ source, line, column, endLine, endColumn, severity, message, help, code }, index) => ({
      ruleId: code,
      ruleIndex: rules.findIndex(({ id }) => id === code),
      level: LEVEL[severity],
      message: { text: `${message} ${help}` },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: encodeURI(source), uriBaseId: '%SRCROOT%' },
            region: { startLine: line, startColumn: column, endLine, endColumn },
          },
        },
      ],
      partialFingerprints: { 'windproof/v1': names[index] },
    }),
  );
  const driver = {
    name: 'windproof',
    semanticVersion: version,
    informationUri: 'https://github.com/windproof/windproof',
    rules,
  };
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results };
  return JSON.stringify(
    { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] },
    undefined,
    2,
  );
};
