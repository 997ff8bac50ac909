import { clip, drawn, group, path, SQUARE, vector, type ProbeGroup } from './probe.ts';

const RING = 'M2 2h28v28h-28zM10 10h12v12h-12z';
const RING_HOLE = 'M2 2h28v28h-28zM10 10v12h12v-12z';
const CIRCLE = '<circle cx="16" cy="16" r="12"/>';
const FULL = 'M0 0h32v32h-32z';

export const fills: ProbeGroup = {
  title: 'Fills',
  probes: [
    {
      name: 'fill_default',
      fact: 'Without `fillType` a path fills by the nonzero rule.',
      drawable: vector(path(RING)),
      seen: { draws: `<path d="${RING}"/>` },
      not: `<path d="${RING_HOLE}"/>`,
    },
    {
      name: 'fill_even_odd',
      fact: '`fillType="evenOdd"` on a path is honored.',
      drawable: vector(path(RING, { fillType: 'evenOdd' })),
      seen: { draws: `<path d="${RING_HOLE}"/>` },
    },
    {
      name: 'fill_absent',
      fact: 'Without `fillColor` nothing is filled.',
      drawable: vector(`<path android:pathData="${SQUARE}"/>`),
      seen: { draws: '<path/>' },
    },
    drawn(
      'fill_open',
      'An open subpath fills as if closed.',
      'M4 4L28 4L28 20',
      '<path d="M4 4L28 4L28 20Z"/>',
    ),
    {
      name: 'fill_alpha',
      fact: '`fillAlpha` multiplies the alpha of the color.',
      drawable: vector(path(SQUARE, { fillColor: '#80FF0000', fillAlpha: '0.5' })),
      seen: { draws: `<path d="${SQUARE}" fill="#f00" fill-opacity="0.251"/>` },
      not: `<path d="${SQUARE}" fill="#f00" fill-opacity="0.5"/>`,
    },
    {
      name: 'fill_alpha_above_one',
      fact: 'A `fillAlpha` above 1 multiplies too: 2 doubles an alpha of 0x40.',
      drawable: vector(path(SQUARE, { fillColor: '#40FF0000', fillAlpha: '2' })),
      seen: { draws: `<path d="${SQUARE}" fill="#f00" fill-opacity="0.502"/>` },
    },
    {
      name: 'fill_color_short',
      fact: '`#RGB` and `#ARGB` are read; alpha comes first.',
      drawable: vector(
        path('M2 2h28v14h-28z', { fillColor: '#F00' }) + path('M2 16h28v14h-28z', { fillColor: '#800F' }),
      ),
      seen: {
        draws:
          '<path d="M2 2h28v14h-28z" fill="#f00"/><path d="M2 16h28v14h-28z" fill="#00f" fill-opacity="0.533"/>',
      },
    },
    {
      name: 'fill_color_reference',
      fact: 'A framework color reference is resolved.',
      drawable: vector(path(SQUARE, { fillColor: '@android:color/holo_red_dark' })),
      seen: { draws: `<path d="${SQUARE}" fill="#cc0000"/>` },
    },
    drawn(
      'outside_viewport',
      'What lies outside the viewport is not seen.',
      'M-20 8h72v16h-72z',
      '<path d="M0 8h32v16h-32z"/>',
    ),
  ],
};

export const clips: ProbeGroup = {
  title: 'Clips',
  probes: [
    {
      name: 'clip_fill_type_ignored',
      fact: '`fillType="evenOdd"` on a `<clip-path>` is ignored: the clip is nonzero.',
      drawable: vector(clip(RING, { fillType: 'evenOdd' }) + path(FULL)),
      seen: { draws: `<path d="${RING}"/>` },
      not: `<path d="${RING_HOLE}"/>`,
    },
    {
      name: 'clip_nonzero_hole',
      fact: 'A clip with a contour of opposite winding has a hole.',
      drawable: vector(clip(RING_HOLE) + path(FULL)),
      seen: { draws: `<path d="${RING_HOLE}"/>` },
    },
    {
      name: 'clip_scope_before',
      fact: 'A clip leaves alone the siblings before it.',
      drawable: vector(path('M0 0h32v8h-32z') + clip('M8 0h16v32h-16z') + path('M0 16h32v8h-32z')),
      seen: { draws: '<path d="M0 0h32v8h-32z"/><path d="M8 16h16v8h-16z"/>' },
    },
    {
      name: 'clip_scope_group',
      fact: 'A clip ends with its group.',
      drawable: vector(group({}, clip('M8 0h16v32h-16z'), path('M0 4h32v8h-32z')) + path('M0 20h32v8h-32z')),
      seen: { draws: '<path d="M8 4h16v8h-16z"/><path d="M0 20h32v8h-32z"/>' },
      not: '<path d="M8 4h16v8h-16z"/><path d="M8 20h16v8h-16z"/>',
    },
    {
      name: 'clip_scope_sibling_groups',
      fact: 'A clip in a group reaches into the groups behind it in that group, and not into the next group.',
      drawable: vector(
        group({}, clip('M8 0h16v32h-16z'), group({}, path('M0 4h32v8h-32z'))) +
          group({}, path('M0 20h32v8h-32z')),
      ),
      seen: { draws: '<path d="M8 4h16v8h-16z"/><path d="M0 20h32v8h-32z"/>' },
    },
    {
      name: 'clip_two',
      fact: 'Two clips in a row intersect.',
      drawable: vector(clip('M4 4h16v16h-16z') + clip('M12 12h16v16h-16z') + path(FULL)),
      seen: { draws: '<path d="M12 12h8v8h-8z"/>' },
    },
    {
      name: 'clip_nested',
      fact: 'The clips of nested groups intersect.',
      drawable: vector(group({}, clip('M4 4h16v16h-16z'), group({}, clip('M12 12h16v16h-16z'), path(FULL)))),
      seen: { draws: '<path d="M12 12h8v8h-8z"/>' },
    },
    {
      name: 'clip_transformed',
      fact: 'A clip is drawn under the transform of its group, and that of groups around it.',
      drawable: vector(
        group({ translateX: '8' }, group({ scaleX: '2', scaleY: '2' }, clip('M2 2h8v8h-8z'), path(FULL))),
      ),
      seen: { draws: '<path d="M12 4h16v16h-16z"/>' },
    },
    {
      name: 'clip_empty_area',
      fact: 'A clip without area (`M0 0`) hides everything.',
      drawable: vector(clip('M0 0') + path(FULL)),
      seen: { draws: '<path/>' },
    },
    {
      name: 'clip_no_data',
      fact: 'A `<clip-path>` without path data hides everything.',
      drawable: vector('<clip-path/>' + path(SQUARE)),
      seen: { draws: '<path/>' },
    },
    {
      name: 'clip_empty_data',
      fact: 'A `<clip-path>` with empty path data throws.',
      drawable: vector(clip('') + path(SQUARE)),
      seen: { throws: /Path string cannot be empty/ },
    },
    {
      name: 'clip_edge',
      fact: 'The edge of a clip is not antialiased up to API 33; on API 35 it is.',
      drawable: vector(clip('M4 16A12 12 0 0 1 28 16A12 12 0 0 1 4 16Z') + path(FULL)),
      seen: { draws: CIRCLE.replace('/>', ' shape-rendering="crispEdges"/>') },
      except: { 35: { draws: CIRCLE } },
      not: '<circle cx="16" cy="16" r="11.5"/>',
    },
  ],
};
