import { clip, EXTENT, line, path, vector } from './probes/probe.ts';

/** One picture said twice, as a VectorDrawable and as an SVG, in the same words: what differs is the rasterizer. */
export interface EqualShape {
  readonly name: string;
  readonly family: 'edges' | 'curves' | 'strokes' | 'overlaps' | 'detail' | 'clips';
  readonly drawable: string;
  readonly svg: string;
}

/** Path data is valid in both and drawn from no icon, so that nothing measured here was chosen to pass. */
export const EQUAL_SHAPES: readonly EqualShape[] = [
  ...series('edges', 30, (step) => filled(turnedSquare(step * 3 + 0.5))),
  ...series('curves', 20, (step) => filled(circle(16 + step / 37, 16 - step / 41, 3 + step * 0.6))),
  ...series('strokes', 20, (step) => stroked(wave(step), 0.4 + step / 5)),
  ...series('overlaps', 20, (step) => overlapping(step * 9 + 4)),
  ...series('detail', 20, (step) => filled(teeth(2 + step))),
  ...series('clips', 20, (step) => clipped(turnedSquare(step * 4 + 1))),
];

interface Bodies {
  readonly android: string;
  readonly svg: string;
}

function series(family: EqualShape['family'], count: number, draw: (step: number) => Bodies): EqualShape[] {
  return Array.from({ length: count }, (_, step) => {
    const { android, svg } = draw(step);
    return { name: `equal_${family}_${step}`, family, drawable: vector(android), svg: toSvg(svg) };
  });
}

/** An SVG document of the probes' extent. */
export function toSvg(body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 ${EXTENT} ${EXTENT}">${body}</svg>`;
}

function filled(data: string): Bodies {
  return { android: path(data), svg: `<path d="${data}"/>` };
}

function stroked(data: string, width: number): Bodies {
  return {
    android: line(data, { strokeWidth: String(width) }),
    svg: `<path d="${data}" fill="none" stroke="#000" stroke-width="${width}"/>`,
  };
}

/** Two half planes that share an edge, over a third shape: the edges of all three meet in the same pixels. */
function overlapping(degrees: number): Bodies {
  const first = turned([-20, -20, 0, -20, 0, 20, -20, 20], degrees);
  const second = turned([0, -20, 20, -20, 20, 20, 0, 20], degrees);
  const below = circle(16, 16, 10);
  return {
    android:
      path(below) +
      path(first, { fillColor: '#FFFF0000', fillAlpha: '0.5' }) +
      path(second, { fillColor: '#FF00FF00' }),
    svg: `<path d="${below}"/><path d="${first}" fill="#f00" fill-opacity="0.5"/><path d="${second}" fill="#0f0"/>`,
  };
}

function clipped(region: string): Bodies {
  const all = 'M0 0h32v32h-32z';
  return {
    android: clip(region) + path(all),
    svg: `<clipPath id="c"><path d="${region}"/></clipPath><path d="${all}" clip-path="url(#c)"/>`,
  };
}

function turnedSquare(degrees: number): string {
  return turned([-9, -9, 9, -9, 9, 9, -9, 9], degrees);
}

/** The polygon of `coordinates`, turned about the middle of the picture. */
function turned(coordinates: readonly number[], degrees: number): string {
  const angle = (degrees * Math.PI) / 180;
  const points: string[] = [];
  for (let at = 0; at < coordinates.length; at += 2) {
    const x = coordinates[at] ?? 0;
    const y = coordinates[at + 1] ?? 0;
    const across = 16 + x * Math.cos(angle) - y * Math.sin(angle);
    const down = 16 + x * Math.sin(angle) + y * Math.cos(angle);
    points.push(`${across.toFixed(4)} ${down.toFixed(4)}`);
  }
  return `M${points.join('L')}Z`;
}

/** Four cubics, the usual approximation. */
function circle(cx: number, cy: number, r: number): string {
  const k = r * 0.5523;
  const at = (x: number, y: number): string => `${(cx + x).toFixed(4)} ${(cy + y).toFixed(4)}`;
  return `M${at(r, 0)}C${at(r, k)} ${at(k, r)} ${at(0, r)}C${at(-k, r)} ${at(-r, k)} ${at(-r, 0)}C${at(-r, -k)} ${at(-k, -r)} ${at(0, -r)}C${at(k, -r)} ${at(r, -k)} ${at(r, 0)}Z`;
}

function wave(step: number): string {
  return `M2 ${8 + step / 3}C10 ${step} 12 ${30 - step} 20 16S26 ${step + 2} 30 ${28 - step / 2}L4 30`;
}

/** A comb with `count` teeth, which at small sizes are thinner than a pixel. */
function teeth(count: number): string {
  const pitch = 28 / count;
  const points = Array.from({ length: count }, (_, tooth) => {
    const x = 2 + tooth * pitch;
    return `L${(x + pitch / 2).toFixed(4)} 4L${(x + pitch).toFixed(4)} 24`;
  });
  return `M2 24${points.join('')}L30 28L2 28Z`;
}
