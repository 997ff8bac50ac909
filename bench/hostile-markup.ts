const times = (count: number, each: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => each(index)).join('');

const TRIANGLE = '<path d="M0 0h9v9z"/>';
const svg = (content: string, doctype = ''): string =>
  `${doctype}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000">${content}</svg>`;
const withAttributes = (attributes: string): string => svg(`<path ${attributes} d="M0 0h9v9z"/>`);
const nested = (declare: (name: string, text: string) => string, refer: (name: string) => string): string =>
  declare('a', 'aaaaaaaaaa') +
  times(9, (index) => declare('bcdefghij'[index] as string, refer('abcdefghi'[index] as string).repeat(10)));

/** Texts that nobody writes, by name: what reads them is taken to its limit, and nothing of it is drawn. */
export const HOSTILE_MARKUP: Readonly<Record<string, () => string>> = {
  'an opacity of 16,000 zeros': () => withAttributes(`opacity="${'0'.repeat(16_000)}"`),
  'an opacity of 1,000,000 zeros and a letter': () => withAttributes(`opacity="${'0'.repeat(1e6)}x"`),
  'a style of 16,000 spaces': () => withAttributes(`style="fill:red${' '.repeat(16_000)}x"`),
  'a style of 1,000,000 spaces': () => withAttributes(`style="fill:red${' '.repeat(1e6)}x"`),
  'a class list of 200,000': () => withAttributes(`class="${times(200_000, (index) => `c${index} `)}"`),
  '100,000 attributes': () => withAttributes(times(100_000, (index) => `a${index}="1" `)),
  '100,000 comments': () => svg('<!-- a -->'.repeat(100_000) + TRIANGLE),
  'path data of 500,000 moves': () => svg(`<path d="${'M0 0'.repeat(500_000)}"/>`),
  'path data of 1,000,000 dots': () => svg(`<path d="M${'.'.repeat(1e6)} 0h9v9z"/>`),
  'a picture of 10 million characters': () =>
    svg(`<image width="9" height="9" href="data:image/png;base64,${'A'.repeat(1e7)}"/>${TRIANGLE}`),
  'a sum of 100,000 terms': () => withAttributes(`style="stroke-width:calc(1px${' + 1px'.repeat(100_000)})"`),
  'variables of variables, 10 to the 40th': () =>
    svg(
      `<style>svg{--a0:9 9 9 9;${times(40, (index) => `--a${index + 1}:${`var(--a${index}) `.repeat(10)};`)}}path{stroke-dasharray:var(--a40)}</style>${TRIANGLE}`,
    ),
  'entities of entities, 10 to the 9th': () =>
    svg(
      `&j;${TRIANGLE}`,
      `<!DOCTYPE svg [${nested(
        (name, text) => `<!ENTITY ${name} "${text}">`,
        (name) => `&${name};`,
      )}]>`,
    ),
  '100,000 entities declared': () =>
    svg(
      '<path d="&a7;"/>',
      `<!DOCTYPE svg [${times(100_000, (index) => `<!ENTITY a${index} "M0 0h9v9z">`)}]>`,
    ),
};
