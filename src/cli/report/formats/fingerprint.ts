import type { Finding } from './finding.ts';

/**
 * A name for each finding that stays when lines move: of the file, the code and the message, counted where they recur.
 * Unique within one report.
 */
export function fingerprints(findings: readonly Finding[]): string[] {
  // Every report can be asked for, and few need this: loading it takes node milliseconds.
  const { createHash } = process.getBuiltinModule('node:crypto');
  const seen = new Map<string, number>();
  return findings.map(({ source, code, message }) => {
    const key = JSON.stringify([source, code, message]);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return createHash('sha256').update(`${key}#${count}`).digest('hex').slice(0, 40);
  });
}
