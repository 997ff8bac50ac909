import { printSvg } from '../../src/emit/svg.ts';
import { readVectorDrawable } from '../../src/vector-drawable/read.ts';
import { inOlderForm } from '../../src/verify/older/rewrite.ts';
import { oldestParserFaults } from '../../src/verify/oldest-parser.ts';
import { CLIP_REDUCTION, EDGE_TOLERANCE, isSame, SIZES } from './antialiasing.ts';
import { convertIcon, type Converted } from './convert-icon.ts';
import { expected } from './expected.ts';
import { describe } from './facts.ts';
import type { SourceIcon } from './icons.ts';
import { knownOf } from './known.ts';
import { judge, LEVELS, type Drawing, type Judgement, type JudgeOptions, type Level } from './judge.ts';
import { difference, drawSvg, reduced, type Picture } from './picture.ts';

/** A converted icon and what is drawn of it. */
interface Case {
  readonly icon: SourceIcon;
  readonly resource: string;
  readonly xml: string;
  readonly isExact: boolean;
  /** What our own reader makes of the drawable, as SVG. */
  readonly read: string | undefined;
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
  /** What differs from our own reader's drawing; absent where nothing does. */
  readonly readerFault?: string;
  readonly source: Picture;
  readonly drawn?: Picture;
}

export interface Report {
  readonly verdicts: readonly Verdict[];
  readonly refused: readonly { readonly icon: SourceIcon; readonly why: string }[];
  /** What in the output the oldest parser is not known to read. */
  readonly oldest: readonly { readonly icon: SourceIcon; readonly details: readonly string[] }[];
  readonly seconds: number;
  readonly levels: readonly Level[];
}

interface IconOptions extends JudgeOptions {
  /** Set where neither gradients nor mirroring are known: outputs with gradients are passed over. */
  readonly isOld?: boolean;
}

/** Converts `icons`, lets Android draw them and compares with their sources drawn by resvg. */
export function judgeIcons(folder: string, icons: readonly SourceIcon[], options: IconOptions = {}): Report {
  const { levels = LEVELS, isOld = false } = options;
  const refused: { icon: SourceIcon; why: string }[] = [];
  const oldest: { icon: SourceIcon; details: string[] }[] = [];
  const cases: Case[] = [];
  icons.forEach((icon, index) => {
    const converted = convertIcon(icon.svg, icon.options);
    if (isOld && 'xml' in converted && converted.xml.includes('<gradient')) return;
    if ('refused' in converted) refused.push({ icon, why: converted.refused });
    else if (!isDrawable(inOlderForm(icon.svg).text))
      refused.push({ icon, why: 'resvg cannot read the source' });
    else {
      const one = toCase(icon, `icon_${index}`, converted);
      cases.push(isOld ? { ...one, drawings: one.drawings.filter(({ rightToLeft }) => !rightToLeft) } : one);
      const details = oldestFaults(converted, icon.options?.minSdk ?? 21);
      if (details.length > 0) oldest.push({ icon, details });
    }
  });
  const judged = judge(
    folder,
    new Map(cases.map(({ resource, xml }) => [resource, xml])),
    cases.flatMap(({ drawings }) => drawings),
    options,
  );
  return {
    verdicts: cases.flatMap((one) => verdictsOf(one, judged, levels)),
    refused,
    oldest,
    seconds: judged.seconds,
    levels,
  };
}

function oldestFaults({ xml, diagnostics }: Extract<Converted, { xml: string }>, minSdk: number): string[] {
  const gradients = diagnostics.some(({ code }) => code.startsWith('gradient'));
  return oldestParserFaults(xml, { minSdk, gradients }).map(({ detail }) => detail);
}

function readBack(xml: string): string | undefined {
  const { icon } = readVectorDrawable(xml);
  return icon && printSvg(icon);
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
  return { icon, resource, xml, isExact: converted.isExact, read: readBack(xml), factor, drawings };
}

/** The drawable's own extent, its longer side `longer` pixels. */
function extentOf(xml: string, longer: number): { width: number; height: number } {
  const read = (name: string): number => Number(new RegExp(`android:${name}="([\\d.]+)dp"`).exec(xml)?.[1]);
  const [width, height] = [read('width'), read('height')];
  const scale = longer / Math.max(width, height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function verdictsOf(one: Case, judged: Judgement, levels: readonly Level[]): Verdict[] {
  const { icon, isExact, factor } = one;
  const refusal = judged.refused.get(one.resource);
  return one.drawings.flatMap((drawing) => {
    const picture = (svg: string): Picture =>
      reduced(expected(drawSvg(svg, drawing), asSeen(drawing, icon)), factor);
    const source = picture(inOlderForm(icon.svg).text);
    const byReader = one.read === undefined ? undefined : picture(one.read);
    return levels.map((level): Verdict => {
      const common = { icon, drawing, level, isExact, source };
      if (refusal !== undefined) return { ...common, fault: `aapt2: ${refusal}` };
      const outcome = judged.outcome(level, drawing.key);
      if (outcome.kind === 'threw') return { ...common, fault: `threw ${outcome.message}` };
      const drawn = reduced(outcome.picture, factor);
      const found = difference(drawn, source, EDGE_TOLERANCE);
      const readerFault = byReader === undefined ? undefined : partingOf(drawn, byReader);
      return {
        ...common,
        drawn,
        ...(isSame(found) ? {} : { fault: describe(found) }),
        ...(readerFault === undefined ? {} : { readerFault }),
      };
    });
  });
}

/** An app's tint takes the place of the drawable's own. */
function asSeen(drawing: Drawing, { options }: SourceIcon): Drawing {
  const tint = drawing.tint ?? options?.tint;
  return tint === undefined ? drawing : { ...drawing, tint };
}

function partingOf(a: Picture, b: Picture): string | undefined {
  const found = difference(a, b, EDGE_TOLERANCE);
  return isSame(found) ? undefined : describe(found);
}

/**
 * A Markdown table: a row a kind, and for each level how many of its icons were the same in all their pictures, as
 * their sources and as our own reader draws them.
 */
export function table(
  { verdicts, refused, oldest, levels }: Report,
  nameOf = (level: Level) => `API ${level}`,
): string {
  const kinds = [...new Set([...verdicts, ...refused].map(({ icon }) => icon.kind))];
  const lines = kinds.map((kind) => {
    const own = verdicts.filter(({ icon }) => icon.kind === kind);
    const count = (list: readonly { readonly icon: SourceIcon }[]): number =>
      new Set(list.map(({ icon }) => icon).filter((icon) => icon.kind === kind)).size;
    const drawn = count(own);
    const cells = levels.map((level) => {
      const here = own.filter((one) => one.level === level);
      const asSource = drawn - count(here.filter(({ fault }) => fault !== undefined));
      const asReader = drawn - count(here.filter(({ readerFault }) => readerFault !== undefined));
      return `${asSource} / ${asReader}`;
    });
    const approximate = count(own.filter(({ isExact }) => !isExact));
    return `| ${[kind, drawn, approximate, count(refused), count(oldest), ...cells].join(' | ')} |`;
  });
  const heads = ['kind', 'drawn', 'approximate', 'refused', 'not for API 21', ...levels.map(nameOf)];
  return [`| ${heads.join(' | ')} |`, `|${'---|'.repeat(heads.length)}`, ...lines].join('\n');
}

/** The picture's name without its icon's: its size, or what the app does. */
function pictureOf({ key }: Drawing): string {
  return key.slice(key.lastIndexOf('-') + 1);
}

/** A line for each icon that differs although it should not, and is not known to, with its first picture that does. */
export function differing({ verdicts }: Report): string[] {
  const lines = new Map<SourceIcon, string>();
  for (const { icon, isExact, drawing, level, fault, readerFault } of verdicts) {
    const [name, picture] = [`${icon.kind}/${icon.name}`, pictureOf(drawing)];
    const words = [
      ...(isExact && fault !== undefined ? [`source: ${fault}`] : []),
      ...(readerFault === undefined ? [] : [`reader: ${readerFault}`]),
    ];
    if (words.length === 0 || lines.has(icon) || knownOf(name, picture) !== undefined) continue;
    lines.set(icon, `${icon.kind} ${icon.name} (${drawing.key}, API ${level}): ${words.join('; ')}`);
  }
  return [...lines.values()];
}
