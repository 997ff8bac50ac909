import { group, path, SQUARE, vector, type ProbeGroup } from './probe.ts';

const TRIANGLE = '<path d="M4 4L28 4L28 20Z"/>';

export const wholes: ProbeGroup = {
  title: 'The whole drawable',
  probes: [
    {
      name: 'vector_alpha',
      fact: '`alpha` on `<vector>` fades the picture as one: overlapping paths do not show through.',
      drawable: vector(
        path('M2 2h18v18h-18z', { fillColor: '#FFFF0000' }) +
          path('M12 12h18v18h-18z', { fillColor: '#FF0000FF' }),
        { alpha: '0.5' },
      ),
      seen: {
        draws:
          '<g opacity="0.5"><path d="M2 2h18v18h-18z" fill="#f00"/><path d="M12 12h18v18h-18z" fill="#00f"/></g>',
      },
      not: '<path d="M2 2h18v18h-18z" fill="#f00" opacity="0.5"/><path d="M12 12h18v18h-18z" fill="#00f" opacity="0.5"/>',
    },
    {
      name: 'vector_set_alpha',
      fact: 'What an app sets with `setAlpha` takes the place of `alpha`.',
      drawable: vector(path(SQUARE), { alpha: '0.5' }),
      alpha: 128,
      seen: { draws: `<path d="${SQUARE}" opacity="0.502"/>` },
    },
    {
      name: 'vector_tint',
      fact: '`tint` gives its color and keeps the alpha (src_in).',
      drawable: vector(path(SQUARE, { fillColor: '#80FF0000' }), { tint: '#FF0000FF' }),
      seen: { draws: `<path d="${SQUARE}" fill="#00f" fill-opacity="0.502"/>` },
    },
    {
      name: 'vector_tint_mode',
      fact: '`tintMode="multiply"` multiplies the colors.',
      drawable: vector(path(SQUARE, { fillColor: '#FFFFFF00' }), { tint: '#FF00FFFF', tintMode: 'multiply' }),
      seen: { draws: `<path d="${SQUARE}" fill="#0f0"/>` },
    },
    {
      name: 'vector_set_tint',
      fact: 'What an app sets with `setTint` takes the place of `tint`.',
      drawable: vector(path(SQUARE), { tint: '#FFFF0000' }),
      tint: '#FF0000FF',
      seen: { draws: `<path d="${SQUARE}" fill="#00f"/>` },
    },
    {
      name: 'vector_mirrored',
      fact: '`autoMirrored` mirrors the picture in a right-to-left layout.',
      drawable: vector(path('M4 4L28 4L28 20Z'), { autoMirrored: 'true' }),
      rightToLeft: true,
      seen: { draws: '<path d="M28 4L4 4L4 20Z"/>' },
    },
    {
      name: 'vector_mirrored_ltr',
      fact: 'In a left-to-right layout it does not.',
      drawable: vector(path('M4 4L28 4L28 20Z'), { autoMirrored: 'true' }),
      seen: { draws: TRIANGLE },
    },
    {
      name: 'vector_not_mirrored',
      fact: 'Without `autoMirrored` nothing is mirrored.',
      drawable: vector(path('M4 4L28 4L28 20Z')),
      rightToLeft: true,
      seen: { draws: TRIANGLE },
    },
    {
      name: 'vector_mirrored_clipped',
      fact: 'Groups are mirrored with the picture.',
      drawable: vector(group({ rotation: '30' }, path('M8 0h8v8h-8z')), { autoMirrored: 'true' }),
      rightToLeft: true,
      seen: {
        draws:
          '<g transform="translate(32 0) scale(-1 1)"><path transform="rotate(30)" d="M8 0h8v8h-8z"/></g>',
      },
    },
    {
      name: 'viewport_huge',
      fact: 'A viewport of a million units draws true.',
      drawable: vector(path('M125000 125000L875000 125000L875000 625000Z'), {
        viewportWidth: '1000000',
        viewportHeight: '1000000',
      }),
      seen: { draws: TRIANGLE },
    },
    {
      name: 'viewport_huge_group',
      fact: 'So does one under a group that scales to it.',
      drawable: vector(group({ scaleX: '31250', scaleY: '31250' }, path('M4 4L28 4L28 20Z')), {
        viewportWidth: '1000000',
        viewportHeight: '1000000',
      }),
      seen: { draws: TRIANGLE },
    },
    {
      name: 'viewport_tiny',
      fact: 'A viewport of a thousandth of a unit draws true.',
      drawable: vector(path('M.000125 .000125L.000875 .000125L.000875 .000625Z'), {
        viewportWidth: '0.001',
        viewportHeight: '0.001',
      }),
      seen: { draws: TRIANGLE },
    },
    {
      name: 'viewport_fraction',
      fact: 'A viewport may be no whole number.',
      drawable: vector(path('M4.05 4.05L28.35 4.05L28.35 20.25Z'), {
        viewportWidth: '32.4',
        viewportHeight: '32.4',
      }),
      seen: { draws: TRIANGLE },
    },
    {
      name: 'viewport_stretched',
      fact: 'A viewport of another aspect ratio than the bounds is stretched, strokes with it.',
      drawable: vector(
        path('M4 8h24v48h-24z', { fillColor: '#00000000', strokeColor: '#FF000000', strokeWidth: '4' }),
        { viewportHeight: '64' },
      ),
      seen: {
        draws:
          '<path transform="scale(1 0.5)" d="M4 8h24v48h-24z" fill="none" stroke="#000" stroke-width="4"/>',
      },
    },
    {
      name: 'viewport_zero',
      fact: 'A viewport of 0 throws.',
      drawable: vector(path(SQUARE), { viewportWidth: '0' }),
      seen: { throws: /viewportWidth > 0/ },
    },
    {
      name: 'width_zero',
      fact: 'A width of 0dp throws.',
      drawable: vector(path(SQUARE), { width: '0dp' }),
      seen: { throws: /width > 0/ },
    },
    {
      name: 'vector_no_path',
      fact: 'A `<vector>` without any `<path>` throws.',
      drawable: vector(group({})),
      seen: { throws: /no path defined/ },
    },
    {
      name: 'size_large',
      fact: 'A size above 200 dp is drawn like any other; the limit is lint’s.',
      drawable: vector(path('M4 4L28 4L28 20Z'), { width: '1000dp', height: '1000dp' }),
      seen: { draws: TRIANGLE },
    },
    {
      name: 'size_cache',
      fact: 'Drawn 2,400 pixels wide, the picture is made at 2,048 and stretched: lines one pixel wide blur.',
      drawable: vector(path(bars(0.013_333_333)), { width: '2400dp', height: '2400dp' }),
      size: 2400,
      seen: { drawsOtherThan: `<path d="${bars(0.013_333_333)}"/>` },
    },
  ],
};

/** Bars as wide as the gaps between them, in user units. */
function bars(width: number): string {
  return Array.from(
    { length: 200 },
    (_, bar) => `M${(2 * bar * width).toFixed(6)} 0h${width}v32h-${width}z`,
  ).join('');
}
