import { findingsOf, type Format } from './finding.ts';

/** A table for a pull request's comment or a job's summary. */
export const markdown: Format = (report) => {
  const findings = findingsOf(report);
  const files = report.files.length;
  if (findings.length === 0)
    return `windproof looked at ${files} ${files === 1 ? 'icon' : 'icons'} and found nothing.`;
  const rows = findings.map(
    ({ severity, source, line, column, message, help, code, url }) =>
      `| ${severity} | \`${cell(source)}:${line}:${column}\` | ${cell(message)} ${cell(help)} | [${code}](${url}) |`,
  );
  const count = (severity: string): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return [
    `**windproof**: ${count('error')} errors, ${count('warning')} warnings, ${count('info')} notes in ${files} ${files === 1 ? 'icon' : 'icons'}`,
    '',
    '| | where | what | rule |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
};

const cell = (text: string): string =>
  text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll(/\s+/g, ' ');
