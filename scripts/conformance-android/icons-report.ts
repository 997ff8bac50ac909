import { CLIP_REDUCTION, EDGE_TOLERANCE, isSame, SIZES } from './antialiasing.ts';
import { convertIcon, type Converted } from './convert-icon.ts';
import { expected } from './expected.ts';
import { describe } from './facts.ts';
import type { SourceIcon } from './icons.ts';
import { judge, LEVELS, type Drawing, type Judgement, type Level } from './judge.ts';
import { difference, drawSvg, reduced, type Picture } from './picture.ts';

/** A converted icon and what is drawn of it. */
interface Case {
  readonly icon: SourceIcon;
  readonly resource: string;
  readonly xml: string;
  readonly isExact: boolean;
  /** Pictures are drawn this many times as large and averaged down before they are compared. */
  readonly factor: number;
  readonly drawings: readonly Drawing[];
}

export interface Verdict {
  readonly icon: SourceIcon;
  readonly drawing: Drawing;
  readonly level: Level;
  readonly isExact: boolean;
  /** What differs from the source drawn by resvg; absent where nothing does. */
  readonly fault?: string;
  readonly source: Picture;
  readonly drawn?: Picture;
}

export interface Report {
  readonly verdicts: readonly Verdict[];
  readonly refused: readonly { readonly icon: SourceIcon; readonly why: string }[];
  readonly seconds: number;
}

/** Converts `icons`, lets Android draw them and compares with their sources drawn by resvg. */
export function judgeIcons(folder: string, icons: readonly SourceIcon[]): Report {
  const refused: { icon: SourceIcon; why: string }[] = [];
  const cases: Case[] = [];
  icons.forEach((icon, index) => {
    const converted = convertIcon(icon.svg, { autoMirrored: true });
    if ('refused' in converted) refused.push({ icon, why: converted.refused });
    else if (!isDrawable(icon.svg)) refused.push({ icon, why: 'resvg cannot read the source' });
    else cases.push(toCase(icon, `icon_${index}`, converted));
  });
  const judged = judge(
    folder,
    new Map(cases.map(({ resource, xml }) => [resource, xml])),
    cases.flatMap(({ drawings }) => drawings),
  );
  return { verdicts: cases.flatMap((one) => verdictsOf(one, judged)), refused, seconds: judged.seconds };
}

function isDrawable(svg: string): boolean {
  try {
    drawSvg(svg, { width: 24, height: 24 });
    return true;
  } catch {
    return false;
  }
}

function toCase(icon: SourceIcon, resource: string, converted: Extract<Converted, { xml: string }>): Case {
  const { xml } = converted;
  const factor = xml.includes('<clip-path') ? CLIP_REDUCTION : 1;
  const plain = SIZES.map((size): Drawing => ({
    key: `${resource}-${size}`,
    resource,
    ...extentOf(xml, size * factor),
  }));
  const middle = extentOf(xml, 96 * factor);
  const changed: Drawing[] = [
    { key: `${resource}-rtl`, resource, ...middle, rightToLeft: true },
    { key: `${resource}-tint`, resource, ...middle, tint: '#FF2266AA' },
    { key: `${resource}-alpha`, resource, ...middle, alpha: 128 },
  ];
  const fades = /<vector[^>]*android:alpha/.test(xml);
  const drawings = [...plain, ...changed.filter(({ alpha }) => alpha === undefined || !fades)];
  return { icon, resource, xml, isExact: converted.fidelity === 'exact', factor, drawings };
}

/** The drawable's own extent, its longer side `longer` pixels. */
function extentOf(xml: string, longer: number): { width: number; height: number } {
  const read = (name: string): number => Number(new RegExp(`android:${name}="([\\d.]+)dp"`).exec(xml)?.[1]);
  const [width, height] = [read('width'), read('height')];
  const scale = longer / Math.max(width, height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function verdictsOf(one: Case, judged: Judgement): Verdict[] {
  const { icon, isExact, factor } = one;
  const refusal = judged.refused.get(one.resource);
  return one.drawings.flatMap((drawing) => {
    const source = reduced(expected(drawSvg(icon.svg, drawing), drawing), factor);
    return LEVELS.map((level): Verdict => {
      const common = { icon, drawing, level, isExact, source };
      if (refusal !== undefined) return { ...common, fault: `aapt2: ${refusal}` };
      const outcome = judged.outcome(level, drawing.key);
      if (outcome.kind === 'threw') return { ...common, fault: `threw ${outcome.message}` };
      const drawn = reduced(outcome.picture, factor);
      const found = difference(drawn, source, EDGE_TOLERANCE);
      return { ...common, drawn, ...(isSame(found) ? {} : { fault: describe(found) }) };
    });
  });
}

/** A Markdown table: a row a kind, and for each level how many of its icons were the same in all their pictures. */
export function table({ verdicts, refused }: Report): string {
  const kinds = [...new Set([...verdicts, ...refused].map(({ icon }) => icon.kind))];
  const lines = kinds.map((kind) => {
    const own = verdicts.filter(({ icon }) => icon.kind === kind);
    const icons = new Set(own.map(({ icon }) => icon));
    const counts = LEVELS.map((level) => {
      const faulty = new Set(
        own.filter((one) => one.level === level && one.fault !== undefined).map(({ icon }) => icon),
      );
      return icons.size - faulty.size;
    });
    const approximate = new Set(own.filter(({ isExact }) => !isExact).map(({ icon }) => icon)).size;
    const gone = refused.filter(({ icon }) => icon.kind === kind).length;
    return `| ${[kind, icons.size, approximate, gone, ...counts].join(' | ')} |`;
  });
  const heads = [
    'kind',
    'drawn',
    'of these approximate',
    'refused',
    ...LEVELS.map((level) => `same on ${level}`),
  ];
  return [`| ${heads.join(' | ')} |`, `|${'---|'.repeat(heads.length)}`, ...lines].join('\n');
}
