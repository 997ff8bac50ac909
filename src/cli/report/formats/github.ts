import { findingsOf, type Format } from './finding.ts';

const COMMAND = { error: 'error', warning: 'warning', info: 'notice' } as const;

/**
 * Workflow commands: GitHub shows each as an annotation on the pull request.
 *
 * @see https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export const github: Format = (report) =>
  findingsOf(report)
    .map(({ source, line, column, endLine, endColumn, severity, message, help, code }) => {
      const properties = {
        file: source,
        line,
        // Columns are only taken for one line.
        ...(endLine === line ? { col: column, endColumn } : { endLine }),
        title: `windproof ${code}`,
      };
      const list = Object.entries(properties).map(
        ([key, value]) => `${key}=${escapeProperty(String(value))}`,
      );
      return `::${COMMAND[severity]} ${list.join(',')}::${escapeData(`${message}\n${help}`)}`;
    })
    .join('\n');

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
