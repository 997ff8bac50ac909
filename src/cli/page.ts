import { styleText } from 'node:util';

export interface PageOptions {
  readonly color: boolean;
  /** Terminal columns that prose is broken to. */
  readonly width: number;
}

/**
 * One of our own Markdown pages for a terminal: headings and code stand out, prose is broken anew, examples are
 * indented. Tables and examples keep their lines.
 */
export function printPage(markdown: string, { color, width }: PageOptions): string {
  const style = (format: Parameters<typeof styleText>[0], text: string): string =>
    color ? styleText(format, text, { validateStream: false }) : text;
  const inline = (text: string): string =>
    text
      .replace(/\[([^\]]+)\]\((?!https?:)[^)]*\)/g, '$1')
      .replace(/\[([^\]]+)\]\(([^)]*)\)/g, '$1 ($2)')
      .replace(/`([^`]+)`/g, (_, code: string) => (color ? style('cyan', code) : `'${code}'`));

  const out: string[] = [];
  let isCode = false;
  for (const block of blocksOf(markdown)) {
    for (const line of block) {
      if (line.startsWith('```')) isCode = !isCode;
      else if (isCode) out.push(style('dim', `    ${line}`.trimEnd()));
      else if (/^#+ /.test(line)) out.push(style('bold', line.replace(/^#+ /, '')));
      else out.push(...wrapped(line, width).map(inline));
    }
  }
  return out.join('\n').trim();
}

/** Lines; those of one paragraph or list item joined, for they are broken anew. */
function* blocksOf(markdown: string): Generator<string[]> {
  let paragraph: string | undefined;
  let isCode = false;
  for (const line of markdown.split(/\r?\n/)) {
    const isFence = line.startsWith('```');
    const isProse = !isCode && !isFence && line.trim() !== '' && !/^[#|]/.test(line);
    if (isProse && paragraph !== undefined && !/^\s*([-*]|\d+\.) /.test(line)) {
      paragraph += ` ${line.trim()}`;
      continue;
    }
    if (paragraph !== undefined) yield [paragraph];
    paragraph = isProse ? line : undefined;
    if (isFence) isCode = !isCode;
    if (!isProse) yield [line];
  }
  if (paragraph !== undefined) yield [paragraph];
}

/** At spaces outside code, so that `` `a b` `` stays whole; list items hang by two. */
function wrapped(line: string, width: number): string[] {
  if (line.startsWith('|') || line.length <= width) return [line];
  const indent = line.startsWith('- ') ? '  ' : '';
  const lines: string[] = [];
  let current = '';
  for (const word of line.match(/(?:`[^`]*`|\S)+/g) ?? []) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current);
      current = indent + word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current];
}
