/** ```svg wrong file=Pool%20Ladder.svg */
const FENCE = /^```(svg|xml|json) (wrong|right|options)(?: file=(\S+))?\n([^]*?)\n```$/gm;

/** One example of a rule's page. */
export interface Example {
  readonly kind: string;
  readonly file: string;
  readonly text: string;
}

export function examplesOf(page: string): Example[] {
  return [...page.matchAll(FENCE)].map(([, language, kind, file, text]) => ({
    kind: kind as string,
    file: decodeURIComponent(file ?? (language === 'xml' ? 'icon.xml' : 'icon.svg')),
    text: text as string,
  }));
}
