import { findingsOf, type Format } from './finding.ts';
import { fingerprints } from './fingerprint.ts';

const SEVERITY = { error: 'major', warning: 'minor', info: 'info' } as const;

/**
 * A Code Quality report.
 *
 * @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export const gitlab: Format = (report) => {
  const findings = findingsOf(report);
  const names = fingerprints(findings);
  const issues = findings.map(({ source, line, endLine, severity, message, help, code }, index) => ({
    description: `${message} ${help}`,
    check_name: code,
    fingerprint: names[index],
    severity: SEVERITY[severity],
    location: { path: source, lines: { begin: line, end: endLine } },
  }));
  return JSON.stringify(issues, undefined, 2);
};
