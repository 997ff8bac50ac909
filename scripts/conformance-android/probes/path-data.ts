import { path, line, vector, type ProbeGroup } from './probe.ts';

const TRIANGLE = '<path d="M4 4L28 4L28 20Z"/>';
const NOTHING = '<path/>';

export const pathData: ProbeGroup = {
  title: 'Path data',
  probes: [
    {
      name: 'separators_none',
      fact: 'A minus sign and a second point split numbers: `M4.5.5-1` is three numbers.',
      drawable: vector(path('M4.5.5L28-2 28.5.5 28 20Z')),
      seen: { draws: '<path d="M4.5 .5L28 -2L28.5 .5L28 20Z"/>' },
    },
    {
      name: 'separators_commas',
      fact: 'A comma, spaces around a comma, and two commas in a row all count as one separator.',
      drawable: vector(path('M4,4 L 28 , 4 L28,,20Z')),
      seen: { draws: TRIANGLE },
    },
    {
      name: 'separators_leading_comma',
      fact: 'A comma before the first number, or behind the last, is skipped.',
      drawable: vector(path('M,4 4L28 4L28 20,Z')),
      seen: { draws: TRIANGLE },
    },
    {
      name: 'separators_newline',
      fact: 'A line feed or tab (as a character reference, so that XML keeps it) is no separator: inflation throws.',
      drawable: vector(path('M4&#10;4L28&#9;4L28&#13;&#10;20Z')),
      seen: { throws: /M needs to be followed by a multiple of 2 floats/ },
    },
    {
      name: 'number_plus',
      fact: 'A plus sign before a number: no separator, so `28+20` is one number, and inflation throws.',
      drawable: vector(path('M+4 +4L28 +4L28+20Z')),
      seen: { throws: /L needs to be followed by a multiple of 2 floats/ },
    },
    {
      name: 'number_point_first',
      fact: 'A number may start with its point, also behind a minus sign.',
      drawable: vector(path('M4 4L28 4L28 20L.5 20L-.5 4Z')),
      seen: { draws: '<path d="M4 4L28 4L28 20L0.5 20L-0.5 4Z"/>' },
    },
    {
      name: 'number_point_last',
      fact: 'A number may end with its point.',
      drawable: vector(path('M4. 4.L28. 4.L28. 20.Z')),
      seen: { draws: TRIANGLE },
    },
    {
      name: 'number_two_points',
      fact: '`1.5.5` is 1.5 and 0.5.',
      drawable: vector(path('M4 4L28.5.5L28 20Z')),
      seen: { draws: '<path d="M4 4L28.5 0.5L28 20Z"/>' },
    },
    {
      name: 'number_exponent',
      fact: 'Exponents are read: `2.8e1`, `.4E1`, `40e-1`, `0.4e+1`.',
      drawable: vector(path('M.4E1 40e-1L2.8e1 0.4e+1L28 20Z')),
      seen: { draws: TRIANGLE },
    },
    {
      name: 'number_huge',
      fact: 'A number beyond a float (`1e40`) throws.',
      drawable: vector(path('M4 4L28 4L28 20Z M1e40 4L28 28L4 28Z')),
      seen: { throws: /Float out of range/ },
    },
    {
      name: 'arc_flags_compact',
      fact: 'Arc flags without separators (`0 0128`) are not told apart: inflation throws.',
      drawable: vector(path('M4 16A12 12 0 0128 16Z')),
      seen: { throws: /A needs to be followed by a multiple of 7 floats/ },
    },
    {
      name: 'arc_flags_half_compact',
      fact: 'Nor are arc flags joined to each other only (`0 01 28 16`).',
      drawable: vector(path('M4 16A12 12 0 01 28 16Z')),
      seen: { throws: /A needs to be followed by a multiple of 7 floats/ },
    },
    {
      name: 'arc_flags_other',
      fact: 'Any flag other than 0 counts as 1.',
      drawable: vector(path('M4 16A14 14 0 7 0.5 28 16Z')),
      seen: { draws: '<path d="M4 16A14 14 0 1 1 28 16Z"/>' },
    },
    {
      name: 'arc_plain',
      fact: 'Arcs with a rotation and both flags are SVG’s.',
      drawable: vector(path('M8 16A12 6 30 1 1 20 20Z')),
      seen: { draws: '<path d="M8 16A12 6 30 1 1 20 20Z"/>' },
    },
    {
      name: 'arc_radius_too_small',
      fact: 'Radii too small to reach are scaled up, as in SVG.',
      drawable: vector(path('M4 16A3 6 0 0 1 28 16Z')),
      seen: { draws: '<path d="M4 16A3 6 0 0 1 28 16Z"/>' },
    },
    {
      name: 'arc_radius_zero',
      fact: 'An arc with rx = 0 is a line, as in SVG.',
      drawable: vector(path('M4 4A0 12 0 0 1 28 4L28 20Z')),
      seen: { draws: TRIANGLE },
    },
    {
      name: 'arc_radius_zero_y',
      fact: 'An arc with ry = 0 is a line.',
      drawable: vector(path('M4 4A12 0 0 0 1 28 4L28 20Z')),
      seen: { draws: TRIANGLE },
    },
    {
      name: 'arc_radius_zero_both',
      fact: 'An arc with rx = ry = 0 is a line.',
      drawable: vector(path('M4 4A0 0 0 0 1 28 4L28 20Z')),
      seen: { draws: TRIANGLE },
    },
    {
      name: 'arc_radius_negative',
      fact: 'Radii that are both negative count as positive, as in SVG.',
      drawable: vector(path('M4 16A-12 -12 0 0 1 28 16Z')),
      seen: { draws: '<path d="M4 16A12 12 0 0 1 28 16Z"/>' },
    },
    {
      name: 'arc_radius_negative_x',
      fact: 'So does one negative radius.',
      drawable: vector(path('M4 16A-12 12 0 0 1 28 16Z')),
      seen: { draws: '<path d="M4 16A12 12 0 0 1 28 16Z"/>' },
    },
    {
      name: 'arc_nowhere',
      fact: 'An arc that ends where it starts draws nothing.',
      drawable: vector(path('M4 4L28 4A6 6 0 1 1 28 4L28 20Z')),
      seen: { draws: TRIANGLE },
    },
    {
      name: 'close_then_relative_move',
      fact: '`z` followed by a relative `m` starts from the closed subpath’s start, as in SVG; the shift reported on API 30 is not seen.',
      drawable: vector(path('M4 4h8v8h-8zm12 12h8v8h-8z')),
      seen: { draws: '<path d="M4 4h8v8h-8zM16 16h8v8h-8z"/>' },
      not: '<path d="M4 4h8v8h-8zM16 24h8v8h-8z"/>',
    },
    {
      name: 'close_then_relative_line',
      fact: '`z` followed by a relative line starts from the closed subpath’s start, as in SVG.',
      drawable: vector(path('M4 4h8v8zl12 16h8v-8z')),
      seen: { draws: '<path d="M4 4h8v8zM4 4l12 16h8v-8z"/>' },
    },
    {
      name: 'close_twice',
      fact: '`zz`, and a `z` right behind a moveto, do no harm.',
      drawable: vector(path('M4 4zL28 4L28 20zz')),
      seen: { draws: TRIANGLE },
    },
    {
      name: 'move_implicit_lines',
      fact: 'Numbers behind a moveto are lines, relative behind `m`.',
      drawable: vector(path('m4 4 24 0 0 16z')),
      seen: { draws: TRIANGLE },
    },
    {
      name: 'move_missing',
      fact: 'Path data that starts with a line: it starts at the origin.',
      drawable: vector(path('L28 4L28 20z')),
      seen: { draws: '<path d="M0 0L28 4L28 20Z"/>' },
    },
    {
      name: 'smooth_without_curve',
      fact: '`S` behind a line, and `T` behind a line: the control point is the current point.',
      drawable: vector(path('M4 4L16 4S28 4 28 20ZM4 12L8 16T20 28L4 28Z')),
      seen: { draws: '<path d="M4 4L16 4C16 4 28 4 28 20ZM4 12L20 28L4 28Z"/>' },
    },
    {
      name: 'smooth',
      fact: '`S` behind `c` and `s`, `T` behind `q` and `t`, relative and absolute.',
      drawable: vector(
        line('M2 8c4 -8 8 -8 10 0s4 8 8 0S28 2 30 8M2 22q4 -8 8 0t8 0T30 22', { strokeWidth: '2' }),
      ),
      seen: {
        draws:
          '<path d="M2 8c4 -8 8 -8 10 0s4 8 8 0S28 2 30 8M2 22q4 -8 8 0t8 0T30 22" fill="none" stroke="#000" stroke-width="2"/>',
      },
    },
    {
      name: 'data_empty',
      fact: 'Empty path data (`android:pathData=""`) throws.',
      drawable: vector(path('') + path('M4 4L28 4L28 20Z')),
      seen: { throws: /Path string cannot be empty/ },
    },
    {
      name: 'data_blank',
      fact: 'Path data of a single space throws.',
      drawable: vector(path(' ') + path('M4 4L28 4L28 20Z')),
      seen: { throws: /Path string cannot be empty/ },
    },
    {
      name: 'data_absent',
      fact: 'A `<path>` without path data draws nothing.',
      drawable: vector('<path android:fillColor="#FF000000"/>' + path('M4 4L28 4L28 20Z')),
      seen: { draws: TRIANGLE },
    },
    {
      name: 'data_move_only',
      fact: 'A lone moveto draws nothing.',
      drawable: vector(path('M4 4')),
      seen: { draws: NOTHING },
    },
    {
      name: 'data_leading_space',
      fact: 'Space before the first command and behind the last is skipped.',
      drawable: vector(path('  M4 4L28 4L28 20Z  ')),
      seen: { draws: TRIANGLE },
    },
    {
      name: 'fault_arity',
      fact: 'A number too few (`L28 4 28`) throws.',
      drawable: vector(path('M4 4L28 4 28Z')),
      seen: { throws: /L needs to be followed by a multiple of 2 floats/ },
    },
    {
      name: 'fault_arity_none',
      fact: 'A command without any number (`L` alone) is skipped.',
      drawable: vector(path('M4 4L28 4L28 20LZ')),
      seen: { draws: TRIANGLE },
    },
    {
      name: 'fault_arity_close',
      fact: 'Numbers behind `z` are skipped.',
      drawable: vector(path('M4 4L28 4L28 20Z 3')),
      seen: { draws: TRIANGLE },
    },
    {
      name: 'fault_verb',
      fact: 'A letter that is no command throws.',
      drawable: vector(path('M4 4L28 4L28 20ZX3')),
      seen: { throws: /X is not a valid verb/ },
    },
    {
      name: 'fault_no_command',
      fact: 'Path data that starts with a number throws.',
      drawable: vector(path('4 4L28 4L28 20Z')),
      seen: { throws: /4 is not a valid verb/ },
    },
    {
      name: 'fault_nan',
      fact: '`NaN` for a number throws.',
      drawable: vector(path('M4 4LNaN 4L28 20Z')),
      seen: { throws: /N is not a valid verb/ },
    },
    {
      name: 'length_32767',
      fact: 'Path data of 32,767 bytes is read.',
      drawable: vector(path(padded(32_767))),
      seen: { draws: TRIANGLE },
    },
    {
      name: 'length_32768',
      fact: 'Path data of 32,768 bytes: aapt2 says "error", puts `STRING_TOO_LARGE` in its place and succeeds; inflation throws.',
      drawable: vector(path(padded(32_768))),
      seen: { throws: /STRING_TOO_LARGE/ },
    },
  ],
};

/** The triangle, in path data of `length` bytes. */
function padded(length: number): string {
  const start = 'M4 4L28 4L28 20Z';
  const zeros = length - start.length - 1;
  return `M4 4L28 4L28.${'0'.repeat(zeros)} 20Z`;
}
