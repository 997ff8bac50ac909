import type { Format } from './finding.ts';
import { escapeXml } from './xml.ts';

/** JUnit's XML: each file a test suite, each error or warning a failed test, a clean file a passed one. */
export const junit: Format = ({ files }) => {
  const suites = files.map(({ source, diagnostics }) => {
    const failures = diagnostics.filter(({ severity }) => severity !== 'info');
    const name = escapeXml(source);
    const cases = failures.map(({ code, severity, message, help, line, column }) => {
      const detail = escapeXml(`${source}:${line}:${column}\n${message}\n${help}`);
      return [
        `    <testcase classname="${name}" name="${escapeXml(code)} at ${line}:${column}">`,
        `      <failure type="${severity}" message="${escapeXml(message)}">${detail}</failure>`,
        '    </testcase>',
      ].join('\n');
    });
    const body = cases.length > 0 ? cases : [`    <testcase classname="${name}" name="windproof"/>`];
    const tests = Math.max(1, cases.length);
    return [
      `  <testsuite name="${name}" tests="${tests}" failures="${cases.length}" errors="0" skipped="0">`,
      ...body,
      '  </testsuite>',
    ].join('\n');
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="windproof">',
    ...suites,
    '</testsuites>',
  ].join('\n');
};
