import { findingsOf, type Format } from './finding.ts';

/** One line a finding, as compilers print them, so that editors can jump: `path:line:column: severity: message [code]`. */
export const compact: Format = (report) =>
  findingsOf(report)
    .map(
      ({ source, line, column, severity, message, code }) =>
        `${source}:${line}:${column}: ${severity}: ${message} [${code}]`,
    )
    .join('\n');
