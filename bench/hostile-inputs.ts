import { seeded } from './random-paths.ts';

const random = seeded(7);
const number = (): string => (random() * 1000).toFixed(2);
const point = (): string => `${number()} ${number()}`;
const times = (count: number, each: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => each(index)).join('');

const svg = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000">${content}</svg>`;
const evenOdd = (pathData: string): string => svg(`<path fill-rule="evenodd" d="${pathData}"/>`);

const square = (x: number, y: number, side: number): string => `M${x} ${y}h${side}v${side}h${-side}z`;
const circle = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
const cubics = (count: number): string =>
  `M${point()}${times(count, () => `C${point()} ${point()} ${point()}`)}`;
const polar = (radius: number, angle: number): string =>
  `${(500 + radius * Math.cos(angle)).toFixed(3)} ${(500 + radius * Math.sin(angle)).toFixed(3)}`;
const randomSquare = (): string => `M${point()}h90v90h-90z`;

/** Icons that nobody draws, by name: each takes some part of the work to its limit. The same in each run. */
export const HOSTILE: Readonly<Record<string, () => string>> = {
  '50,000 random lines': () => evenOdd(`M${point()}${times(50_000, () => `L${point()}`)}Z`),
  '17,000 random cubics': () => evenOdd(`${cubics(17_000)}Z`),
  '300 random cubics': () => evenOdd(`${cubics(300)}Z`),
  'a spiral of 50,000 lines': () =>
    evenOdd(`M500 500${times(50_000, (index) => `L${polar((490 * index) / 50_000, index * 0.02)}`)}Z`),
  '5,000 squares on one another': () => evenOdd(square(100, 100, 800).repeat(5000)),
  '5,000 circles on one another': () => evenOdd(circle(500, 500, 400).repeat(5000)),
  '5,000 rings in one another': () => evenOdd(times(5000, (index) => circle(500, 500, (index + 1) / 11))),
  '12,500 squares apart': () =>
    evenOdd(times(12_500, (index) => square((index % 112) * 8, Math.floor(index / 112) * 8, 6))),
  '3,000 squares across one another': () => evenOdd(times(3000, randomSquare)),
  'a grid of 1,000 bars': () =>
    evenOdd(times(500, (index) => `M${index * 2} 0h1v1000h-1zM0 ${index * 2}h1000v1h-1000z`)),
  '50,000 paths': () => svg(times(50_000, () => `<path d="M${point()}h2v2z"/>`)),
  '2,000 even-odd paths of 20 crossing lines': () =>
    svg(times(2000, () => `<path fill-rule="evenodd" d="M${point()}${times(20, () => `L${point()}`)}Z"/>`)),
  'a stroke of 5,000 lines': () =>
    svg(`<path fill="none" stroke="#000" d="M${point()}${times(5000, () => `L${point()}`)}"/>`),
  'a stroke of 2,000 cubics': () =>
    svg(`<path fill="none" stroke="#000" stroke-width="30" stroke-linejoin="round" d="${cubics(2000)}"/>`),
  'a dashed stroke of 2,000 cubics': () =>
    svg(`<path fill="none" stroke="#000" stroke-width="5" stroke-dasharray="1 1" d="${cubics(2000)}"/>`),
  'a stroke of a million dashes': () =>
    svg(`<path fill="none" stroke="#000" stroke-dasharray="0.0009" d="M0 500H1000V0H0Z"/>`),
  '2,000 dashed paths': () =>
    svg(
      times(
        2000,
        () =>
          `<path fill="none" stroke="red" stroke-dasharray="3 4" d="M${point()}${times(5, () => `L${point()}`)}"/>`,
      ),
    ),
  'a stroke of 500 cubics, 1e9 wide': () =>
    svg(
      `<path fill="none" stroke="#000" stroke-width="1e9" stroke-linejoin="round" stroke-linecap="round" d="${cubics(500)}"/>`,
    ),
  'a stroke of 1,000 cubics joined by arcs': () =>
    svg(`<path fill="none" stroke="red" stroke-linejoin="arcs" stroke-width="9" d="${cubics(1000)}"/>`),
  'an even-odd dashed stroke and fill of 300 cubics': () =>
    svg(`<path fill-rule="evenodd" stroke="red" stroke-dasharray="9 4" d="${cubics(300)}Z"/>`),
  'a clip of 5,000 shapes': () =>
    svg(
      `<clipPath id="c">${times(5000, () => `<path d="${randomSquare()}"/>`)}</clipPath><path clip-path="url(#c)" d="M0 0h1000v1000H0z"/>`,
    ),
  'an even-odd clip of 3,000 squares': () =>
    svg(
      `<clipPath id="c"><path clip-rule="evenodd" d="${times(3000, randomSquare)}"/></clipPath><path clip-path="url(#c)" d="M0 0h1000v1000H0z"/>`,
    ),
  '1,000 clipped shapes': () =>
    svg(
      `<clipPath id="c"><path d="${circle(500, 500, 400)}"/></clipPath><g clip-path="url(#c)">${times(1000, () => `<path fill="#${(random() * 899 + 100).toFixed(0)}" d="${randomSquare()}"/>`)}</g>`,
    ),
  '20,000 uses': () =>
    svg(`<path id="a" d="M0 0h9v9z"/>${times(20_000, () => `<use href="#a" x="${number()}"/>`)}`),
  'uses of uses, 10 to the 5th': () =>
    svg(
      `<path id="a" d="M0 0h9v9z"/>${times(5, (level) => `<g id="${'bcdef'[level]}">${`<use href="#${'abcde'[level]}" x="3"/>`.repeat(10)}</g>`)}`,
    ),
  'groups 250 deep': () =>
    svg(
      `${'<g opacity=".99" transform="rotate(1)">'.repeat(250)}<path d="M0 0h900v900z"/>${'</g>'.repeat(250)}`,
    ),
  '3,000 gradients': () =>
    svg(
      times(
        3000,
        (index) =>
          `<linearGradient id="g${index}"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient><path fill="url(#g${index})" d="${randomSquare()}"/>`,
      ),
    ),
  '1,000 masks': () =>
    svg(
      times(
        1000,
        (index) =>
          `<mask id="m${index}"><path fill="#fff" d="${randomSquare()}"/></mask><path mask="url(#m${index})" d="${randomSquare()}"/>`,
      ),
    ),
  'a mask of 2,000 shapes': () =>
    svg(
      `<mask id="m">${times(2000, () => `<path fill="#888" d="${randomSquare()}"/>`)}</mask><path mask="url(#m)" d="M0 0h1000v1000H0z"/>`,
    ),
  'opacity over 2,000 shapes': () =>
    svg(`<path d="M0 0h9v9z"/><g opacity=".5">${times(2000, () => `<path d="${randomSquare()}"/>`)}</g>`),
  'opacity over 60 shapes of 300 cubics': () =>
    svg(
      `<path d="M0 0h9v9z"/><g opacity=".5">${times(60, (index) => `<path fill="#${100 + index}" d="${cubics(300)}Z"/>`)}</g>`,
    ),
  'a pattern of 2,000 shapes': () =>
    svg(
      `<pattern id="p" width="100" height="100" patternUnits="userSpaceOnUse">${times(2000, () => `<path d="${randomSquare()}"/>`)}</pattern><path fill="url(#p)" d="M0 0h1000v1000H0z"/>`,
    ),
  '5,000 markers': () =>
    svg(
      `<marker id="k" orient="auto"><path d="M0 0h9v9z"/></marker><path marker-mid="url(#k)" fill="none" stroke="red" d="M${point()}${times(5000, () => `L${point()}`)}"/>`,
    ),
  '3,000 rules of a style sheet': () =>
    svg(
      `<style>${times(3000, (index) => `g>path.c${index}:not(.d){fill:#${100 + (index % 900)}}`)}</style><g>${times(3000, (index) => `<path class="c${index}" d="${randomSquare()}"/>`)}</g>`,
    ),
};
