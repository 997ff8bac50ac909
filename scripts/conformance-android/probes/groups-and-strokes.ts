import { group, line, path, SQUARE, vector, type ProbeGroup } from './probe.ts';

const BAR = 'M0 0h12v4h-12z';

const ARC = 'M4 12a2.3 2.3 0 0 1 3 -2.3';
const ARC_AND_CURVES = `<path d="${ARC}C7 9.7 14 16 16 16S28 12 28 12" fill="none" stroke="#000" stroke-width="4"/>`;

/** skewX(30°) as a product, by the singular value decomposition of [1 tan30°; 0 1], moved by 4 and 6. */
function skewed(body: string): string {
  const stretched = { rotation: '36.948943', scaleX: '1.3295081', scaleY: '0.7521579' };
  return group({ ...stretched, translateX: '4', translateY: '6' }, group({ rotation: '-53.051057' }, body));
}

export const groups: ProbeGroup = {
  title: 'Groups',
  probes: [
    {
      name: 'group_order',
      fact: 'A group scales, then rotates, then translates.',
      drawable: vector(
        group({ scaleX: '2', rotation: '30', translateX: '10', translateY: '4' }, path('M0 0h8v6h-8z')),
      ),
      seen: { draws: '<path transform="translate(10 4) rotate(30) scale(2 1)" d="M0 0h8v6h-8z"/>' },
      not: '<path transform="translate(10 4) scale(2 1) rotate(30)" d="M0 0h8v6h-8z"/>',
    },
    {
      name: 'group_pivot',
      fact: 'Scale and rotation are about the pivot; the translation is not scaled.',
      drawable: vector(
        group(
          {
            scaleX: '2',
            scaleY: '0.5',
            rotation: '30',
            pivotX: '8',
            pivotY: '8',
            translateX: '8',
            translateY: '4',
          },
          path('M4 4h8v8h-8z'),
        ),
      ),
      seen: {
        draws:
          '<path transform="translate(16 12) rotate(30) scale(2 0.5) translate(-8 -8)" d="M4 4h8v8h-8z"/>',
      },
    },
    {
      name: 'group_negative_scale',
      fact: 'A negative scale mirrors.',
      drawable: vector(group({ scaleX: '-1', translateX: '32' }, path('M4 4L28 4L28 20Z'))),
      seen: { draws: '<path d="M28 4L4 4L4 20Z"/>' },
    },
    {
      name: 'group_zero_scale',
      fact: 'A scale of 0 hides the group.',
      drawable: vector(group({ scaleX: '0' }, path(SQUARE)) + path('M4 4L28 4L28 20Z')),
      seen: { draws: '<path d="M4 4L28 4L28 20Z"/>' },
    },
    {
      name: 'group_skew',
      fact: 'Two nested groups carry a skew: rotate, scale, rotate.',
      drawable: vector(skewed(path('M0 0h12v16h-12z'))),
      seen: { draws: '<path transform="translate(4 6) skewX(30)" d="M0 0h12v16h-12z"/>' },
    },
    {
      name: 'group_alpha_ignored',
      fact: '`alpha` on a `<group>` is taken by aapt2 and ignored by Android.',
      drawable: vector(group({ alpha: '0.25' }, path(SQUARE))),
      seen: { draws: `<path d="${SQUARE}"/>` },
      not: `<path d="${SQUARE}" opacity="0.25"/>`,
    },
    {
      name: 'path_transform_ignored',
      fact: 'A rotation on a `<path>` is taken by aapt2 and ignored by Android.',
      drawable: vector(path(BAR, { rotation: '45', translateX: '8' })),
      seen: { draws: `<path d="${BAR}"/>` },
    },
  ],
};

const svgLine = (d: string, more = ''): string =>
  `<path d="${d}" fill="none" stroke="#000" stroke-width="4" ${more}/>`;

export const strokes: ProbeGroup = {
  title: 'Strokes',
  probes: [
    {
      name: 'stroke_defaults',
      fact: 'Butt caps, miter joins, a miter limit of 4.',
      drawable: vector(line('M4 10L16 4L28 10M6 28L10 14L14 28M18 28L26 26L18 24')),
      seen: { draws: svgLine('M4 10L16 4L28 10M6 28L10 14L14 28M18 28L26 26L18 24') },
    },
    {
      name: 'stroke_caps',
      fact: 'Round and square caps; round and bevel joins.',
      drawable: vector(
        line('M6 6L26 6L16 12', { strokeLineCap: 'round', strokeLineJoin: 'round' }) +
          line('M6 20L26 20L16 26', { strokeLineCap: 'square', strokeLineJoin: 'bevel' }),
      ),
      seen: {
        draws:
          svgLine('M6 6L26 6L16 12', 'stroke-linecap="round" stroke-linejoin="round"') +
          svgLine('M6 20L26 20L16 26', 'stroke-linecap="square" stroke-linejoin="bevel"'),
      },
    },
    {
      name: 'stroke_miter_limit',
      fact: 'The miter limit is SVG’s.',
      drawable: vector(
        line('M4 8L28 10L4 12', { strokeMiterLimit: '20', strokeWidth: '1' }) +
          line('M4 22L28 26L4 28', { strokeMiterLimit: '1' }),
      ),
      seen: {
        draws:
          '<path d="M4 8L28 10L4 12" fill="none" stroke="#000" stroke-miterlimit="20"/>' +
          svgLine('M4 22L28 26L4 28', 'stroke-miterlimit="1"'),
      },
    },
    {
      name: 'stroke_width_default',
      fact: 'Without `strokeWidth`, or with 0, a stroke color draws a hairline one pixel wide.',
      drawable: vector(
        '<path android:strokeColor="#FF000000" android:pathData="M4 8h24"/>' +
          line('M4 20h24', { strokeWidth: '0' }),
      ),
      seen: { draws: '<path d="M4 8h24M4 20h24" stroke="#000" stroke-width="0.125"/>' },
    },
    {
      name: 'stroke_non_uniform',
      fact: 'Under a non-uniform group scale the pen is scaled with the picture.',
      drawable: vector(group({ scaleX: '3', scaleY: '1' }, line('M2 6h6v20h-6z', { strokeWidth: '2' }))),
      seen: {
        draws: '<path transform="scale(3 1)" d="M2 6h6v20h-6z" fill="none" stroke="#000" stroke-width="2"/>',
      },
      not: '<path d="M6 6h18v20h-18z" fill="none" stroke="#000" stroke-width="2"/>',
    },
    {
      name: 'stroke_skewed',
      fact: 'Under nested groups that skew, the pen is skewed too.',
      drawable: vector(skewed(line('M0 0h12v16h-12z'))),
      seen: { draws: `<g transform="translate(4 6) skewX(30)">${svgLine('M0 0h12v16h-12z')}</g>` },
    },
    {
      name: 'stroke_dot_round',
      fact: 'A subpath without length and with round caps is a dot, for `h0` as for `z`; a lone `M` draws nothing.',
      drawable: vector(
        line('M6 6h0', { strokeLineCap: 'round' }) +
          line('M16 16z', { strokeLineCap: 'round' }) +
          line('M26 26', { strokeLineCap: 'round' }),
      ),
      seen: { draws: '<circle cx="6" cy="6" r="2"/><circle cx="16" cy="16" r="2"/>' },
    },
    {
      name: 'stroke_dot_square',
      fact: 'With square caps it is a square; with butt caps nothing.',
      drawable: vector(line('M6 6h0', { strokeLineCap: 'square' }) + line('M16 16h0')),
      seen: { draws: '<path d="M4 4h4v4h-4z"/>' },
    },
    {
      name: 'stroke_behind_arc',
      fact: 'A curve whose first control point is its start, said absolutely behind an arc (`S` does so), is lost or a splinter when stroked, up to API 33: the arc ends a little off the written point.',
      drawable: vector(line(`${ARC}S14 16 16 16s12-4 12-4`)),
      seen: { drawsOtherThan: ARC_AND_CURVES },
      except: { 35: { draws: ARC_AND_CURVES } },
    },
    {
      name: 'stroke_behind_arc_relative',
      fact: 'Said relatively it is stroked right.',
      drawable: vector(line(`${ARC}s7 6.3 9 6.3 12-4 12-4`)),
      seen: { draws: ARC_AND_CURVES },
    },
    {
      name: 'stroke_alpha',
      fact: '`strokeAlpha` multiplies; the stroke lies over the fill.',
      drawable: vector(
        path('M6 6h20v20h-20z', {
          fillColor: '#FFFF0000',
          strokeColor: '#FF0000FF',
          strokeAlpha: '0.5',
          strokeWidth: '8',
        }),
      ),
      seen: {
        draws: '<path d="M6 6h20v20h-20z" fill="#f00" stroke="#00f" stroke-opacity="0.5" stroke-width="8"/>',
      },
    },
    {
      name: 'stroke_trim',
      fact: '`trimPathStart`, `trimPathEnd` and `trimPathOffset` cut the path by its length.',
      drawable: vector(
        line('M4 16h24', { trimPathStart: '0.25', trimPathEnd: '0.5', trimPathOffset: '0.25' }),
      ),
      seen: { draws: svgLine('M16 16h6') },
    },
    {
      name: 'trim_fill',
      fact: 'Trimming cuts the fill of a path too.',
      drawable: vector(path('M4 4h24v24h-24z', { trimPathEnd: '0.5' })),
      seen: { draws: '<path d="M4 4h24v24z"/>' },
    },
  ],
};
