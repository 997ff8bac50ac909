import { gradientSquare, group, SQUARE, vector, type ProbeGroup } from './probe.ts';

const ACROSS = { type: 'linear', startX: '2', startY: '0', endX: '30', endY: '0' };
const MIDDLE = { type: 'linear', startX: '12', startY: '0', endX: '20', endY: '0' };
const RED = '#FFFF0000';
const BLUE = '#FF0000FF';
const GREEN = '#FF00FF00';
const RADIAL = { type: 'radial', centerX: '16', centerY: '16', gradientRadius: '8' };

const RED_BLUE = '<stop offset="0" stop-color="#f00"/><stop offset="1" stop-color="#00f"/>';

/** An SVG body: the square filled by the gradient `element` (without its id). */
function filled(element: string, d = SQUARE): string {
  return `${element.replace(/^<(\w+)/, '<$1 id="g" gradientUnits="userSpaceOnUse"')}<path d="${d}" fill="url(#g)"/>`;
}

function linear(stops: string, x1 = 2, x2 = 30, more = ''): string {
  return filled(`<linearGradient x1="${x1}" y1="0" x2="${x2}" y2="0" ${more}>${stops}</linearGradient>`);
}

function radial(stops: string, more = ''): string {
  return filled(`<radialGradient cx="16" cy="16" r="8" ${more}>${stops}</radialGradient>`);
}

const solid = (color: string): string => `<path d="${SQUARE}" fill="${color}"/>`;

export const gradients: ProbeGroup = {
  title: 'Gradients',
  probes: [
    {
      name: 'gradient_linear',
      fact: 'Start and end color; coordinates are those of the path data.',
      drawable: vector(gradientSquare({ ...ACROSS, startColor: RED, endColor: BLUE })),
      seen: { draws: linear(RED_BLUE) },
    },
    {
      name: 'gradient_center_color',
      fact: 'A center color sits at 0.5.',
      drawable: vector(gradientSquare({ ...ACROSS, startColor: RED, centerColor: GREEN, endColor: BLUE })),
      seen: {
        draws: linear(
          '<stop offset="0" stop-color="#f00"/><stop offset="0.5" stop-color="#0f0"/><stop offset="1" stop-color="#00f"/>',
        ),
      },
    },
    {
      name: 'gradient_items_win',
      fact: 'With items, start, center and end color are ignored.',
      drawable: vector(
        gradientSquare({ ...ACROSS, startColor: GREEN, endColor: GREEN }, [
          [0, RED],
          [1, BLUE],
        ]),
      ),
      seen: { draws: linear(RED_BLUE) },
    },
    {
      name: 'gradient_one_item',
      fact: 'A single item throws.',
      drawable: vector(gradientSquare(ACROSS, [[0.5, RED]])),
      seen: { throws: /needs >= 2 number of colors/ },
    },
    {
      name: 'gradient_no_colors',
      fact: 'No color at all draws nothing.',
      drawable: vector(gradientSquare(ACROSS)),
      seen: { draws: '<path/>' },
    },
    {
      name: 'gradient_offsets_inside',
      fact: 'Offsets that start above 0 and end below 1: the ends are carried on.',
      drawable: vector(
        gradientSquare(ACROSS, [
          [0.25, RED],
          [0.75, BLUE],
        ]),
      ),
      seen: {
        draws: linear('<stop offset="0.25" stop-color="#f00"/><stop offset="0.75" stop-color="#00f"/>'),
      },
    },
    {
      name: 'gradient_offsets_unordered',
      fact: 'Offsets out of order (0, 0.75, 0.25, 1): each is raised to the one before, as in SVG.',
      drawable: vector(
        gradientSquare(ACROSS, [
          [0, RED],
          [0.75, GREEN],
          [0.25, BLUE],
          [1, RED],
        ]),
      ),
      seen: {
        draws: linear(
          '<stop offset="0" stop-color="#f00"/><stop offset="0.75" stop-color="#0f0"/><stop offset="0.75" stop-color="#00f"/><stop offset="1" stop-color="#f00"/>',
        ),
      },
    },
    {
      name: 'gradient_offsets_beyond',
      fact: 'Offsets below 0 and above 1 are clamped.',
      drawable: vector(
        gradientSquare(ACROSS, [
          [-1, RED],
          [2, BLUE],
        ]),
      ),
      seen: { draws: linear(RED_BLUE) },
    },
    {
      name: 'gradient_offsets_equal',
      fact: 'Two items at one offset make a hard edge.',
      drawable: vector(
        gradientSquare(ACROSS, [
          [0, RED],
          [0.5, RED],
          [0.5, BLUE],
          [1, BLUE],
        ]),
      ),
      seen: { draws: '<path d="M2 2h14v28h-14z" fill="#f00"/><path d="M16 2h14v28h-14z" fill="#00f"/>' },
    },
    {
      name: 'gradient_no_length',
      fact: 'A linear gradient whose start is its end paints the last color, as in SVG.',
      drawable: vector(gradientSquare({ ...ACROSS, endX: '2', startColor: RED, endColor: BLUE })),
      seen: { draws: solid('#00f') },
    },
    {
      name: 'gradient_clamp',
      fact: 'Without a tile mode the ends are carried on (clamp).',
      drawable: vector(gradientSquare({ ...MIDDLE, startColor: RED, endColor: BLUE })),
      seen: { draws: linear(RED_BLUE, 12, 20) },
    },
    {
      name: 'gradient_repeat',
      fact: '`repeat` is SVG’s repeat.',
      drawable: vector(gradientSquare({ ...MIDDLE, tileMode: 'repeat', startColor: RED, endColor: BLUE })),
      seen: { draws: linear(RED_BLUE, 12, 20, 'spreadMethod="repeat"') },
    },
    {
      name: 'gradient_mirror',
      fact: '`mirror` is SVG’s reflect.',
      drawable: vector(gradientSquare({ ...MIDDLE, tileMode: 'mirror', startColor: RED, endColor: BLUE })),
      seen: { draws: linear(RED_BLUE, 12, 20, 'spreadMethod="reflect"') },
    },
    {
      name: 'gradient_radial',
      fact: 'Radial: center and radius are those of the path data.',
      drawable: vector(gradientSquare({ ...RADIAL, startColor: RED, endColor: BLUE })),
      seen: { draws: radial(RED_BLUE) },
    },
    {
      name: 'gradient_radial_repeat',
      fact: 'A radial gradient repeats, too.',
      drawable: vector(gradientSquare({ ...RADIAL, tileMode: 'repeat', startColor: RED, endColor: BLUE })),
      seen: { draws: radial(RED_BLUE, 'spreadMethod="repeat"') },
    },
    {
      name: 'gradient_radial_focal',
      fact: 'A focal point cannot be said: start and end coordinates on a radial gradient are ignored.',
      drawable: vector(
        gradientSquare({
          ...RADIAL,
          startX: '12',
          startY: '12',
          endX: '20',
          endY: '20',
          startColor: RED,
          endColor: BLUE,
        }),
      ),
      seen: { draws: radial(RED_BLUE) },
      not: radial(RED_BLUE, 'fx="12" fy="12"'),
    },
    {
      name: 'gradient_radial_zero',
      fact: 'A radius of 0 throws.',
      drawable: vector(gradientSquare({ ...RADIAL, gradientRadius: '0', startColor: RED, endColor: BLUE })),
      seen: { throws: /gradientRadius/ },
    },
    {
      name: 'gradient_radial_no_radius',
      fact: 'A radial gradient without a radius throws.',
      drawable: vector(
        gradientSquare({ type: 'radial', centerX: '16', centerY: '16', startColor: RED, endColor: BLUE }),
      ),
      seen: { throws: /gradientRadius/ },
    },
    {
      name: 'gradient_radial_percent',
      fact: 'A radius in percent throws.',
      drawable: vector(gradientSquare({ ...RADIAL, gradientRadius: '25%', startColor: RED, endColor: BLUE })),
      seen: { throws: /NumberFormatException/ },
    },
    {
      name: 'gradient_sweep',
      fact: 'Sweep: from three o’clock, clockwise.',
      drawable: vector(
        gradientSquare({ type: 'sweep', centerX: '16', centerY: '16' }, [
          [0, RED],
          [0.25, RED],
          [0.25, GREEN],
          [0.5, GREEN],
          [0.5, BLUE],
          [1, BLUE],
        ]),
      ),
      seen: {
        draws:
          '<path d="M16 16h14v14h-14z" fill="#f00"/><path d="M2 16h14v14h-14z" fill="#0f0"/><path d="M2 2h28v14h-28z" fill="#00f"/>',
      },
    },
    {
      name: 'gradient_fill_alpha',
      fact: '`fillAlpha` multiplies the gradient.',
      drawable: vector(
        gradientSquare({ ...ACROSS, startColor: RED, endColor: BLUE }, [], { fillAlpha: '0.5' }),
      ),
      seen: { draws: `<g opacity="0.5">${linear(RED_BLUE)}</g>` },
      not: linear(RED_BLUE),
    },
    {
      name: 'gradient_premultiplied',
      fact: 'Colors are interpolated premultiplied: opaque red to clear blue fades without turning blue, unlike SVG.',
      drawable: vector(gradientSquare({ ...ACROSS, startColor: RED, endColor: '#000000FF' })),
      seen: {
        draws: linear(
          '<stop offset="0" stop-color="#f00"/><stop offset="1" stop-color="#f00" stop-opacity="0"/>',
        ),
      },
      not: linear(
        '<stop offset="0" stop-color="#f00"/><stop offset="1" stop-color="#00f" stop-opacity="0"/>',
      ),
    },
    {
      name: 'gradient_premultiplied_partial',
      fact: 'A fade of one color to half its alpha is the same either way.',
      drawable: vector(gradientSquare({ ...ACROSS, startColor: RED, endColor: '#80FF0000' })),
      seen: {
        draws: linear(
          '<stop offset="0" stop-color="#f00"/><stop offset="1" stop-color="#f00" stop-opacity="0.502"/>',
        ),
      },
    },
    {
      name: 'gradient_grouped',
      fact: 'A gradient is drawn under the transform of the groups around it, skew and unequal scale too.',
      drawable: vector(
        group(
          { scaleX: '2', scaleY: '0.5', rotation: '20', translateX: '2' },
          gradientSquare({ ...RADIAL, startColor: RED, endColor: BLUE }),
        ),
      ),
      seen: { draws: `<g transform="translate(2 0) rotate(20) scale(2 0.5)">${radial(RED_BLUE)}</g>` },
    },
    {
      name: 'gradient_stroke',
      fact: 'A gradient may be the stroke’s color; its coordinates are those of the path data.',
      drawable: vector(
        `<path android:pathData="M6 16h20" android:strokeWidth="12"><aapt:attr name="android:strokeColor"><gradient android:type="linear" android:startX="6" android:startY="0" android:endX="26" android:endY="0" android:startColor="${RED}" android:endColor="${BLUE}"/></aapt:attr></path>`,
      ),
      seen: {
        draws: `<linearGradient id="g" gradientUnits="userSpaceOnUse" x1="6" y1="0" x2="26" y2="0">${RED_BLUE}</linearGradient><path d="M6 10h20v12h-20z" fill="url(#g)"/>`,
      },
    },
    {
      name: 'gradient_type_default',
      fact: 'Without a type a gradient is linear, from its start to its end.',
      drawable: vector(
        gradientSquare({ startX: '2', startY: '0', endX: '30', endY: '0', startColor: RED, endColor: BLUE }),
      ),
      seen: { draws: linear(RED_BLUE) },
    },
  ],
};
