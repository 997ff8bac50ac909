/** ```svg wrong file="Pool Ladder.svg" */
const FENCE = /^```(svg|xml|json|js|console) (wrong|right|options)(.*)\n([^]*?)\n```$/gm;
const ATTRIBUTE = / (\w+)=(?:"([^"]*)"|'([^']*)')/g;

/** One example of a page under docs/. */
export interface Example {
  readonly language: string;
  readonly kind: string;
  readonly file: string;
  readonly text: string;
  /** What stands behind the kind in the fence: `file`, `run`, `at`, as the tests of the page read them. */
  readonly attributes: ReadonlyMap<string, string>;
}

export function examplesOf(page: string): Example[] {
  return [...page.matchAll(FENCE)].map(([, language = '', kind = '', info = '', text = '']) => {
    const attributes = new Map(
      [...info.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [name, double ?? single ?? '']),
    );
    const file = attributes.get('file') ?? (language === 'xml' ? 'icon.xml' : 'icon.svg');
    return { language, kind, file, text, attributes };
  });
}
