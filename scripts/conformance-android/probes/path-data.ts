import { drawn, line, path, thrown, vector, type ProbeGroup } from './probe.ts';

const TRIANGLE = '<path d="M4 4L28 4L28 20Z"/>';
const NOTHING = '<path/>';

export const pathData: ProbeGroup = {
  title: 'Path data',
  probes: [
    drawn(
      'separators_none',
      'A minus sign and a second point split numbers: `M4.5.5-1` is three numbers.',
      'M4.5.5L28-2 28.5.5 28 20Z',
      '<path d="M4.5 .5L28 -2L28.5 .5L28 20Z"/>',
    ),
    drawn(
      'separators_commas',
      'A comma, spaces around a comma, and two commas in a row all count as one separator.',
      'M4,4 L 28 , 4 L28,,20Z',
      TRIANGLE,
    ),
    drawn(
      'separators_leading_comma',
      'A comma before the first number, or behind the last, is skipped.',
      'M,4 4L28 4L28 20,Z',
      TRIANGLE,
    ),
    thrown(
      'separators_newline',
      'A line feed or tab (as a character reference, so that XML keeps it) is no separator: inflation throws.',
      'M4&#10;4L28&#9;4L28&#13;&#10;20Z',
      multipleOf(2, 'M'),
    ),
    thrown(
      'number_plus',
      'A plus sign before a number: no separator, so `28+20` is one number, and inflation throws.',
      'M+4 +4L28 +4L28+20Z',
      multipleOf(2, 'L'),
    ),
    drawn(
      'number_point_first',
      'A number may start with its point, also behind a minus sign.',
      'M4 4L28 4L28 20L.5 20L-.5 4Z',
      '<path d="M4 4L28 4L28 20L0.5 20L-0.5 4Z"/>',
    ),
    drawn('number_point_last', 'A number may end with its point.', 'M4. 4.L28. 4.L28. 20.Z', TRIANGLE),
    drawn(
      'number_two_points',
      '`1.5.5` is 1.5 and 0.5.',
      'M4 4L28.5.5L28 20Z',
      '<path d="M4 4L28.5 0.5L28 20Z"/>',
    ),
    drawn(
      'number_exponent',
      'Exponents are read: `2.8e1`, `.4E1`, `40e-1`, `0.4e+1`.',
      'M.4E1 40e-1L2.8e1 0.4e+1L28 20Z',
      TRIANGLE,
    ),
    thrown(
      'number_huge',
      'A number beyond a float (`1e40`) throws.',
      'M4 4L28 4L28 20Z M1e40 4L28 28L4 28Z',
      /Float out of range/,
    ),
    thrown(
      'arc_flags_compact',
      'Arc flags without separators (`0 0128`) are not told apart: inflation throws.',
      'M4 16A12 12 0 0128 16Z',
      multipleOf(7, 'A'),
    ),
    thrown(
      'arc_flags_half_compact',
      'Nor are arc flags joined to each other only (`0 01 28 16`).',
      'M4 16A12 12 0 01 28 16Z',
      multipleOf(7, 'A'),
    ),
    drawn(
      'arc_flags_other',
      'Any flag other than 0 counts as 1.',
      'M4 16A14 14 0 7 0.5 28 16Z',
      '<path d="M4 16A14 14 0 1 1 28 16Z"/>',
    ),
    drawn(
      'arc_plain',
      'Arcs with a rotation and both flags are SVG’s.',
      'M8 16A12 6 30 1 1 20 20Z',
      '<path d="M8 16A12 6 30 1 1 20 20Z"/>',
    ),
    drawn(
      'arc_radius_too_small',
      'Radii too small to reach are scaled up, as in SVG.',
      'M4 16A3 6 0 0 1 28 16Z',
      '<path d="M4 16A3 6 0 0 1 28 16Z"/>',
    ),
    drawn(
      'arc_radius_zero',
      'An arc with rx = 0 is a line, as in SVG.',
      'M4 4A0 12 0 0 1 28 4L28 20Z',
      TRIANGLE,
    ),
    drawn('arc_radius_zero_y', 'An arc with ry = 0 is a line.', 'M4 4A12 0 0 0 1 28 4L28 20Z', TRIANGLE),
    drawn(
      'arc_radius_zero_both',
      'An arc with rx = ry = 0 is a line.',
      'M4 4A0 0 0 0 1 28 4L28 20Z',
      TRIANGLE,
    ),
    drawn(
      'arc_radius_negative',
      'Radii that are both negative count as positive, as in SVG.',
      'M4 16A-12 -12 0 0 1 28 16Z',
      '<path d="M4 16A12 12 0 0 1 28 16Z"/>',
    ),
    drawn(
      'arc_radius_negative_x',
      'So does one negative radius.',
      'M4 16A-12 12 0 0 1 28 16Z',
      '<path d="M4 16A12 12 0 0 1 28 16Z"/>',
    ),
    drawn(
      'arc_nowhere',
      'An arc that ends where it starts draws nothing.',
      'M4 4L28 4A6 6 0 1 1 28 4L28 20Z',
      TRIANGLE,
    ),
    {
      name: 'close_then_relative_move',
      fact: '`z` followed by a relative `m` starts from the closed subpath’s start, as in SVG; the shift reported on API 30 is not seen.',
      drawable: vector(path('M4 4h8v8h-8zm12 12h8v8h-8z')),
      seen: { draws: '<path d="M4 4h8v8h-8zM16 16h8v8h-8z"/>' },
      not: '<path d="M4 4h8v8h-8zM16 24h8v8h-8z"/>',
    },
    drawn(
      'close_then_relative_line',
      '`z` followed by a relative line starts from the closed subpath’s start, as in SVG.',
      'M4 4h8v8zl12 16h8v-8z',
      '<path d="M4 4h8v8zM4 4l12 16h8v-8z"/>',
    ),
    drawn(
      'close_twice',
      '`zz`, and a `z` right behind a moveto, do no harm.',
      'M4 4zL28 4L28 20zz',
      TRIANGLE,
    ),
    drawn(
      'move_implicit_lines',
      'Numbers behind a moveto are lines, relative behind `m`.',
      'm4 4 24 0 0 16z',
      TRIANGLE,
    ),
    drawn(
      'move_missing',
      'Path data that starts with a line: it starts at the origin.',
      'L28 4L28 20z',
      '<path d="M0 0L28 4L28 20Z"/>',
    ),
    drawn(
      'smooth_without_curve',
      '`S` behind a line, and `T` behind a line: the control point is the current point.',
      'M4 4L16 4S28 4 28 20ZM4 12L8 16T20 28L4 28Z',
      '<path d="M4 4L16 4C16 4 28 4 28 20ZM4 12L20 28L4 28Z"/>',
    ),
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
    drawn('data_move_only', 'A lone moveto draws nothing.', 'M4 4', NOTHING),
    drawn(
      'data_leading_space',
      'Space before the first command and behind the last is skipped.',
      '  M4 4L28 4L28 20Z  ',
      TRIANGLE,
    ),
    thrown('fault_arity', 'A number too few (`L28 4 28`) throws.', 'M4 4L28 4 28Z', multipleOf(2, 'L')),
    drawn(
      'fault_arity_none',
      'A command without any number (`L` alone) is skipped.',
      'M4 4L28 4L28 20LZ',
      TRIANGLE,
    ),
    drawn('fault_arity_close', 'Numbers behind `z` are skipped.', 'M4 4L28 4L28 20Z 3', TRIANGLE),
    thrown(
      'fault_verb',
      'A letter that is no command throws.',
      'M4 4L28 4L28 20ZX3',
      /X is not a valid verb/,
    ),
    thrown(
      'fault_no_command',
      'Path data that starts with a number throws.',
      '4 4L28 4L28 20Z',
      /4 is not a valid verb/,
    ),
    thrown('fault_nan', '`NaN` for a number throws.', 'M4 4LNaN 4L28 20Z', /N is not a valid verb/),
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

/** What inflation says of a command whose numbers do not come out even. */
function multipleOf(count: number, command: string): RegExp {
  return new RegExp(`${command} needs to be followed by a multiple of ${count} floats`);
}

/** The triangle, in path data of `length` bytes. */
function padded(length: number): string {
  const start = 'M4 4L28 4L28 20Z';
  const zeros = length - start.length - 1;
  return `M4 4L28 4L28.${'0'.repeat(zeros)} 20Z`;
}
