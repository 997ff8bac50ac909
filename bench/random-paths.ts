/** A small, fast, seeded generator (mulberry32): the same seed gives the same paths everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** `float`: coordinates anywhere, three decimals. `grid`: whole numbers 0 to 10, where everything touches everything. */
export type Family = 'float' | 'grid';

/** Path data of one to four closed subpaths of lines, quadratics, cubics and arcs. */
export function randomPath(family: Family, random: () => number): string {
  const coordinate = (): string =>
    family === 'grid' ? String(Math.floor(random() * 11)) : (random() * 100).toFixed(3);
  const point = (): string => `${coordinate()} ${coordinate()}`;
  const radius = (): string =>
    family === 'grid' ? String(1 + Math.floor(random() * 6)) : (2 + random() * 50).toFixed(3);
  const flag = (): string => (random() < 0.5 ? '0' : '1');
  let text = '';
  const subpaths = 1 + Math.floor(random() * 4);
  for (let subpath = 0; subpath < subpaths; subpath += 1) {
    text += `M${point()}`;
    const count = 2 + Math.floor(random() * 5);
    for (let index = 0; index < count; index += 1) {
      const kind = random();
      if (kind < 0.45) text += `L${point()}`;
      else if (kind < 0.6) text += `Q${point()} ${point()}`;
      else if (kind < 0.8) text += `C${point()} ${point()} ${point()}`;
      else {
        const angle = family === 'grid' ? 15 * Math.floor(random() * 12) : Math.floor(random() * 180);
        text += `A${radius()} ${radius()} ${angle} ${flag()} ${flag()} ${point()}`;
      }
    }
    text += 'Z';
  }
  return text;
}
