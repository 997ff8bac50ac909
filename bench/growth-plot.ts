const [WIDTH, HEIGHT, LEFT, BOTTOM] = [640, 400, 60, 350];
const [MAX_SEGMENTS, MIN_MS, DECADES] = [4096, 0.01, 5];

const x = (segments: number): number =>
  LEFT + ((WIDTH - LEFT - 20) * Math.log(segments)) / Math.log(MAX_SEGMENTS);
const y = (milliseconds: number): number =>
  BOTTOM - ((BOTTOM - 20) * Math.log10(Math.max(1, milliseconds / MIN_MS))) / DECADES;

/** A scatter plot, both axes logarithmic, of the time that paths took by their number of commands; as SVG. */
export function growthPlot(
  results: readonly { readonly segments: number; readonly milliseconds: number }[],
): string {
  const lines: string[] = [];
  for (let decade = 0; decade <= DECADES; decade += 1) {
    const milliseconds = MIN_MS * 10 ** decade;
    const at = y(milliseconds).toFixed(1);
    lines.push(`<path d="M${LEFT} ${at}H${WIDTH - 20}" stroke="#ddd"/>`);
    lines.push(
      `<text x="${LEFT - 8}" y="${at}" text-anchor="end">${Number(milliseconds.toPrecision(1))} ms</text>`,
    );
  }
  for (let segments = 1; segments <= MAX_SEGMENTS; segments *= 4) {
    const at = x(segments).toFixed(1);
    lines.push(`<path d="M${at} 20V${BOTTOM}" stroke="#ddd"/>`);
    lines.push(`<text x="${at}" y="${BOTTOM + 18}" text-anchor="middle">${segments}</text>`);
  }
  const dots = results.map(
    ({ segments, milliseconds }) => `M${x(segments).toFixed(1)} ${y(milliseconds).toFixed(1)}h0`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${lines.join('\n')}
<text x="${WIDTH / 2}" y="${HEIGHT - 8}" text-anchor="middle">commands in the path</text>
<path d="${dots.join('')}" stroke="#1a56a8" stroke-opacity=".35" stroke-width="3" stroke-linecap="round"/>
</svg>
`;
}
