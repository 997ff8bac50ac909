import type { Span } from '../diagnostics/span.ts';
import type { Entities } from './entities.ts';
import { fault, syntaxFault } from './fault.ts';
import { LIMITS } from './limits.ts';

/** Decoded character data and, where it is not the text unit by unit, where each unit came from. */
export interface Decoded {
  readonly value: string;
  readonly offsets?: readonly number[];
}

type SpanOf = (start: number, end: number) => Span;

/**
 * The value of an attribute written as `text` from `start` to `end`: references expanded, each line end and tab a
 * space.
 */
export function decodeAttribute(
  text: string,
  start: number,
  end: number,
  entities: Entities,
  spanOf: SpanOf,
): Decoded {
  const raw = text.slice(start, end);
  if (!raw.includes('&') && !raw.includes('\r')) {
    // Path data is long, and hardly ever broken into lines.
    const isOneLine = !raw.includes('\n') && !raw.includes('\t');
    return { value: isOneLine ? raw : raw.replace(/[\t\n]/g, ' ') };
  }
  const units: string[] = [];
  const offsets: number[] = [];
  const put = (unit: string, offset: number): void => {
    units.push(unit);
    for (let index = 0; index < unit.length; index += 1) offsets.push(offset);
  };

  const expand = (part: string, from: number, to: number, depth: number, place: SpanOf): void => {
    let at = from;
    while (at < to) {
      const unit = part[at] as string;
      const span = place(at, at + 1);
      if (unit === '<') throw syntaxFault("'<' may not stand in an attribute", span);
      if (unit !== '&') {
        const isPair = unit === '\r' && part[at + 1] === '\n';
        put(/[\t\n\r]/.test(unit) ? ' ' : unit, span.start);
        at += isPair ? 2 : 1;
        continue;
      }
      const reference = entities.read(part, at, place);
      const whole = place(at, reference.end);
      if (reference.declared) {
        if (depth >= LIMITS.entityDepth)
          throw fault('entity-expansion', { name: reference.name ?? '' }, whole);
        expand(reference.text, 0, reference.text.length, depth + 1, () => whole);
      } else put(reference.text, whole.start);
      at = reference.end;
    }
  };
  expand(text, start, end, 0, spanOf);
  offsets.push(spanOf(end, end).end);
  return { value: units.join(''), offsets };
}

/** Character data without declared entities, which may hold markup and are the reader's own matter. */
export function decodeText(
  text: string,
  start: number,
  end: number,
  entities: Entities,
  spanOf: SpanOf,
  isCdata: boolean,
): Decoded {
  const raw = text.slice(start, end);
  if (!raw.includes('\r') && (isCdata || !raw.includes('&'))) return { value: raw };
  const units: string[] = [];
  const offsets: number[] = [];
  let at = start;
  while (at < end) {
    const from = spanOf(at, at + 1).start;
    let unit = text[at] as string;
    if (unit === '&' && !isCdata) {
      const reference = entities.read(text, at, spanOf);
      unit = reference.text;
      at = reference.end;
    } else if (unit === '\r') {
      at += text[at + 1] === '\n' ? 2 : 1;
      unit = '\n';
    } else at += 1;
    units.push(unit);
    for (let index = 0; index < unit.length; index += 1) offsets.push(from);
  }
  offsets.push(spanOf(end, end).end);
  return { value: units.join(''), offsets };
}
