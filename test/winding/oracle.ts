/**
 * Winding numbers the slow and obvious way, for holding the engine against: path data is read by a reader of its own,
 * every curve is cut into many short lines, and a ray is walked past all of them. Imports nothing from `src`.
 */
export interface Line {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Lines a curve. They stray from it by less than 1e-4 of its size, a quarter of the margin that points keep. */
const STEPS = 200;

/** The closed outline as short lines. */
export function linesOf(pathData: string): Line[] {
  const tokens = tokenize(pathData);
  const lines: Line[] = [];
  let cursor = 0;
  let letter = '';
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let control: { x: number; y: number; kind: string } | undefined;
  const to = (nextX: number, nextY: number): void => {
    if (nextX !== x || nextY !== y) lines.push({ x0: x, y0: y, x1: nextX, y1: nextY });
    [x, y] = [nextX, nextY];
  };
  const number = (isFlag = false): number => {
    const token = tokens[cursor]!;
    if (isFlag && token.length > 1) {
      tokens.splice(cursor, 1, token[0]!, ...tokenize(token.slice(1)));
    }
    cursor += 1;
    return Number(tokens[cursor - 1]);
  };
  while (cursor < tokens.length) {
    if (/^[a-z]$/i.test(tokens[cursor]!)) {
      letter = tokens[cursor]!;
      cursor += 1;
    } else if (letter === 'M') letter = 'L';
    else if (letter === 'm') letter = 'l';
    const isRelative = letter === letter.toLowerCase();
    const [baseX, baseY] = isRelative ? [x, y] : [0, 0];
    const point = (): [number, number] => [baseX + number(), baseY + number()];
    const curve = (at: (t: number) => [number, number], endX: number, endY: number): void => {
      for (let step = 1; step < STEPS; step += 1) to(...at(step / STEPS));
      to(endX, endY);
    };
    const kind = letter.toLowerCase();
    let nextControl: typeof control;
    if (kind === 'm') {
      to(startX, startY);
      [x, y] = point();
      [startX, startY] = [x, y];
    } else if (kind === 'z') to(startX, startY);
    else if (kind === 'l') to(...point());
    else if (kind === 'h') to(baseX + number(), y);
    else if (kind === 'v') to(x, baseY + number());
    else if (kind === 'c' || kind === 's') {
      const [ax, ay] = [x, y];
      const implied = control?.kind === 'c' ? [2 * x - control.x, 2 * y - control.y] : [x, y];
      const [bx, by] = kind === 'c' ? point() : implied;
      const [cx, cy] = point();
      const [dx, dy] = point();
      curve((t) => [cubic(ax, bx!, cx, dx, t), cubic(ay, by!, cy, dy, t)], dx, dy);
      nextControl = { x: cx, y: cy, kind: 'c' };
    } else if (kind === 'q' || kind === 't') {
      const [ax, ay] = [x, y];
      const implied = control?.kind === 'q' ? [2 * x - control.x, 2 * y - control.y] : [x, y];
      const [bx, by] = kind === 'q' ? point() : implied;
      const [cx, cy] = point();
      curve((t) => [quad(ax, bx!, cx, t), quad(ay, by!, cy, t)], cx, cy);
      nextControl = { x: bx!, y: by!, kind: 'q' };
    } else if (kind === 'a') {
      const radii = [number(), number()] as const;
      const rotation = number();
      const flags = [number(true) === 1, number(true) === 1] as const;
      const [endX, endY] = point();
      const at = ellipse([x, y], [endX, endY], radii, rotation, flags);
      if (at === undefined) to(endX, endY);
      else curve(at, endX, endY);
    }
    control = nextControl;
  }
  to(startX, startY);
  return lines;
}

const between = (a: number, b: number, t: number): number => a + (b - a) * t;

/** A quadratic's point, by de Casteljau's construction. */
const quad = (a: number, b: number, c: number, t: number): number =>
  between(between(a, b, t), between(b, c, t), t);

/** A cubic's point, by de Casteljau's construction. */
const cubic = (a: number, b: number, c: number, d: number, t: number): number =>
  between(quad(a, b, c, t), quad(b, c, d, t), t);

function tokenize(text: string): string[] {
  return text.match(/[a-z]|[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi) ?? [];
}

/** An arc's points, from the equations of SVG's implementation notes. */
function ellipse(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  radii: readonly [number, number],
  rotation: number,
  [isLarge, isSweep]: readonly [boolean, boolean],
): ((t: number) => [number, number]) | undefined {
  let [rx, ry] = [Math.abs(radii[0]), Math.abs(radii[1])];
  if (rx === 0 || ry === 0 || (x1 === x2 && y1 === y2)) return undefined;
  const phi = (rotation / 180) * Math.PI;
  const [c, s] = [Math.cos(phi), Math.sin(phi)];
  // Seen along the axes and with both radii 1, the arc is one of a circle through two points.
  const [px, py] = [(c * x1 + s * y1) / rx, (c * y1 - s * x1) / ry];
  const [qx, qy] = [(c * x2 + s * y2) / rx, (c * y2 - s * x2) / ry];
  const half = Math.hypot(qx - px, qy - py) / 2;
  const scale = Math.max(1, half);
  [rx, ry] = [rx * scale, ry * scale];
  const [ax, ay, bx, by] = [px / scale, py / scale, qx / scale, qy / scale];
  const chord = Math.min(1, half / scale);
  const away = Math.sqrt(1 - chord * chord) * (isLarge === isSweep ? 1 : -1);
  const centerX = (ax + bx) / 2 + (away * (by - ay)) / (2 * chord);
  const centerY = (ay + by) / 2 - (away * (bx - ax)) / (2 * chord);
  const first = Math.atan2(ay - centerY, ax - centerX);
  let turn = Math.atan2(by - centerY, bx - centerX) - first;
  if (isSweep && turn < 0) turn += 2 * Math.PI;
  if (!isSweep && turn > 0) turn -= 2 * Math.PI;
  return (t) => {
    const u = rx * (centerX + Math.cos(first + turn * t));
    const v = ry * (centerY + Math.sin(first + turn * t));
    return [c * u - s * v, s * u + c * v];
  };
}

/** Turns of the outline about a point, counted along a ray to the right. */
export function turnsAbout(lines: readonly Line[], x: number, y: number): number {
  let turns = 0;
  for (const { x0, y0, x1, y1 } of lines) {
    if (y0 <= y === y1 <= y) continue;
    if (x0 + ((y - y0) / (y1 - y0)) * (x1 - x0) > x) turns += y1 > y0 ? 1 : -1;
  }
  return turns;
}

/** Distance from a point to the nearest line. */
export function distanceTo(lines: readonly Line[], x: number, y: number): number {
  let nearest = Infinity;
  for (const { x0, y0, x1, y1 } of lines) {
    const [dx, dy] = [x1 - x0, y1 - y0];
    const t = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)));
    nearest = Math.min(nearest, Math.hypot(x0 + t * dx - x, y0 + t * dy - y));
  }
  return nearest;
}
