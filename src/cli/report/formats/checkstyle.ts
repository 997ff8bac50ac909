import { findingsOf, type Finding, type Format } from './finding.ts';
import { escapeXml } from './xml.ts';

/** Checkstyle's XML, which many CI servers read. */
export const checkstyle: Format = (report, { version }) => {
  const bySource = new Map<string, Finding[]>();
  for (const finding of findingsOf(report))
    bySource.set(finding.source, [...(bySource.get(finding.source) ?? []), finding]);
  const files = [...bySource].map(([source, findings]) => {
    const errors = findings.map(
      ({ line, column, severity, message, help, code }) =>
        `    <error line="${line}" column="${column}" severity="${severity}" message="${escapeXml(`${message} ${help}`)}" source="windproof.${escapeXml(code)}"/>`,
    );
    return [`  <file name="${escapeXml(source)}">`, ...errors, '  </file>'].join('\n');
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<checkstyle version="${escapeXml(version)}">`,
    ...files,
    '</checkstyle>',
  ].join('\n');
};
