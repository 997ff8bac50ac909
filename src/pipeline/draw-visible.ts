import type { Icon } from '../ir.ts';
import { parseSvg } from '../parse/svg.ts';
import type { Draw } from '../ports.ts';
import { resolveIcon } from '../resolve/icon.ts';
import { tooMuchToDraw } from '../verify/draw-cost.ts';
import { withoutOffCanvas } from '../verify/off-canvas.ts';

/**
 * `options` with a renderer that also draws icons in which something translucent, clipped or masked lies far outside the
 * canvas, as parked beside the artboard: @resvg/resvg-js 2.6 gives up on such a layer. What is out there is then taken
 * out of the text first. Was it in sight after all, the picture is another, and refuses the output.
 *
 * An icon whose strokes would keep the renderer busy for minutes is not drawn: it throws at once, for all texts alike.
 *
 * @param icon what the source resolves to: outputs have the strokes that it has
 */
export function drawingVisible<T extends { readonly draw?: Draw }>(options: T, icon: Icon): T {
  const { draw } = options;
  if (draw === undefined) return options;
  // Each failure costs an instance of the renderer, so behind the first one no text is asked for as it is.
  let isWary = false;
  let tooMuch: { readonly reason: string | undefined } | undefined;
  const drawVisible: Draw = (svg, longerSide) => {
    tooMuch ??= { reason: tooMuchToDraw(icon) };
    if (tooMuch.reason !== undefined) throw new Error(tooMuch.reason);
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
