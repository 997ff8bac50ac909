import { emitMessages } from './codes/emit.ts';
import { filesMessages } from './codes/files.ts';
import { lintMessages } from './codes/lint.ts';
import { lowerMessages } from './codes/lower.ts';
import { optimizeMessages } from './codes/optimize.ts';
import { parseMessages } from './codes/parse.ts';
import { repairMessages } from './codes/repair.ts';
import { resolveMessages } from './codes/resolve.ts';
import { vectorDrawableMessages } from './codes/vector-drawable.ts';
import { sketchMessages } from './codes/sketch.ts';
import { verifyMessages } from './codes/verify.ts';
import type { Effect, Message, Severity } from './message.ts';
import { shortened } from './shortened.ts';
import type { Span } from './span.ts';

/** Every code with its sentences, a table a stage. A code without a row, or with wrong arguments, does not compile. */
export const MESSAGES = {
  ...parseMessages,
  ...resolveMessages,
  ...repairMessages,
  ...lintMessages,
  ...lowerMessages,
  ...optimizeMessages,
  ...emitMessages,
  ...verifyMessages,
  ...vectorDrawableMessages,
  ...filesMessages,
  ...sketchMessages,
} as const;

export type Code = keyof typeof MESSAGES;

export type MessageArgs<C extends Code> = (typeof MESSAGES)[C] extends Message<infer Args> ? Args : never;

/** A replacement of `span` by `text`. Edits of one fix do not overlap. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

export interface Fix {
  /** A safe fix keeps the picture; an unsafe one may change it and waits for `--unsafe`. */
  readonly safety: 'safe' | 'unsafe';
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

export interface Diagnostic<C extends string = string> {
  /** Stable and searchable; the name of its page under docs/diagnostics. */
  readonly code: C;
  readonly severity: Severity;
  readonly effect?: Effect;
  readonly message: string;
  readonly help: string;
  /** Offsets into the source text; reporters print 1-based line and column. */
  readonly span: Span;
  readonly fix?: Fix;
  /** The page that says why it matters. */
  readonly url: string;
}

/** Where the pages of the codes can be read. */
export const DOCS_URL = 'https://github.com/windproof/windproof/blob/main/docs';

/** The diagnostic `code` about `span`, with its sentences made of `args`. */
export function diagnostic<C extends Code>(
  code: C,
  args: MessageArgs<C>,
  span: Span,
  fix?: Fix,
): Diagnostic<C> {
  const entry = MESSAGES[code] as Message<MessageArgs<C>>;
  const quoted = code in filesMessages ? args : inShort(args);
  return {
    code,
    severity: entry.severity,
    ...(entry.effect === undefined ? {} : { effect: entry.effect }),
    message: entry.message(quoted),
    help: entry.help(quoted),
    span,
    ...(fix === undefined ? {} : { fix }),
    url: `${DOCS_URL}/diagnostics/${code}.md`,
  };
}

/** Two of them leave a message readable. */
const MOST_QUOTED = 120;

/** Ids, names and values are as long as an icon makes them. The paths of files, which the user gave, stay whole. */
function inShort<Args>(args: Args): Args {
  const entries = Object.entries(args as object).map(([name, value]) => [
    name,
    typeof value === 'string' ? shortened(value, MOST_QUOTED) : value,
  ]);
  return Object.fromEntries(entries) as Args;
}
