import type { Report, Verdict } from './icons-report.ts';
import { contactSheet, type SheetRow } from './sheet.ts';

/** The project's own icons, and whatever differs: the source drawn by resvg, then each level's drawing. */
export function iconSheet({ verdicts, levels }: Report): Buffer {
  const drawings = byKey(verdicts);
  const rows: SheetRow[] = [];
  for (const [key, found] of drawings) {
    const [first] = found;
    if (first === undefined) continue;
    const isFaulty = found.some(({ fault }) => fault !== undefined);
    if (!isFaulty && !(first.icon.isOwn && key.endsWith('-96'))) continue;
    const label = `${isFaulty ? '✗ ' : ''}${first.icon.kind} ${first.icon.name.split('/').at(-1)} ${key.split('-')[1]}`;
    const drawn = levels.map((level) => found.find((one) => one.level === level)?.drawn);
    rows.push({ label, cells: [first.source, ...drawn] });
  }
  return contactSheet(['source', ...levels.map((level) => `API ${level}`)], rows, { columns: 3, cell: 48 });
}

function byKey(verdicts: readonly Verdict[]): Map<string, Verdict[]> {
  const keys = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const { key } = verdict.drawing;
    keys.set(key, [...(keys.get(key) ?? []), verdict]);
  }
  return keys;
}
