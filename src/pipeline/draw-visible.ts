import { parseSvg } from '../parse/svg.ts';
import type { Draw } from '../ports.ts';
import { resolveIcon } from '../resolve/icon.ts';
import { withoutOffCanvas } from '../verify/off-canvas.ts';

/**
 * `options` with a renderer that also draws icons in which something translucent, clipped or masked lies far outside the
 * canvas, as parked beside the artboard: @resvg/resvg-js 2.6 gives up on such a layer. What is out there is then taken
 * out of the text first. Was it in sight after all, the picture is another, and refuses the output.
 */
export function drawingVisible<T extends { readonly draw?: Draw }>(options: T): T {
  const { draw } = options;
  if (draw === undefined) return options;
  // Each failure costs an instance of the renderer, so behind the first one no text is asked for as it is.
  let isWary = false;
  const drawVisible: Draw = (svg, longerSide) => {
    if (isWary) return draw(visiblePart(svg), longerSide);
    try {
      return draw(svg, longerSide);
    } catch (error) {
      const visible = visiblePart(svg);
      if (visible === svg) throw error;
      isWary = true;
      return draw(visible, longerSide);
    }
  };
  return { ...options, draw: drawVisible };
}

function visiblePart(svg: string): string {
  const { document } = parseSvg(svg);
  const icon = document && resolveIcon(document).icon;
  return document === undefined || icon === undefined ? svg : withoutOffCanvas(document, icon);
}
