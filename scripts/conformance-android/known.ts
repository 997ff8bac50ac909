/** Icons whose source resvg draws otherwise than SVG says (or too coarsely to compare), and how that was seen. */
export const KNOWN: ReadonlyMap<string, string> = new Map([
  ['dashes/ring.svg', 'one pixel of 576 at 24 px, where the rounded ends of two dashes meet'],
  [
    'gradients/tiny-radius.svg',
    'resvg drops a gradient whose radius is this small; SVG paints the last color',
  ],
  ['reuse/pattern.svg', 'resvg draws a tile into pixels and repeats those'],
  ['strokes/non-scaling.svg', 'resvg does not know vector-effect'],
  ['svg2vector/ic_strokewidth_nonuniform_transform.svg', 'resvg does not know vector-effect'],
  ['svg2vector/test_color_formats.svg', 'resvg does not know one of the color notations'],
  [
    'resvg/tests/paint-servers/pattern/pattern-on-child.svg',
    'resvg draws a tile into pixels and repeats those',
  ],
  ['resvg/tests/paint-servers/pattern/with-viewBox.svg', 'resvg draws a tile into pixels and repeats those'],
  ['resvg/tests/painting/context/with-pattern-in-use.svg', 'resvg-js 2.6 does not know context-fill'],
  ['resvg/tests/shapes/rect/vmin-and-vmax-values.svg', 'resvg does not know vmin and vmax'],
]);
