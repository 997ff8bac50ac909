import { applyEdits } from '../../parse/edit.ts';
import { parseSvg } from '../../parse/svg.ts';
import { elementsOf } from '../../parse/tree.ts';
import { clipShapes } from './clip-shapes.ts';
import { clippedMiters } from './clipped-miters.ts';
import { closedMarkers } from './closed-markers.ts';
import { contextPaint } from './context-paint.ts';
import { curvedDashes } from './curved-dashes.ts';
import { cssTransforms } from './css-transforms.ts';
import { geometryProperties } from './geometry-properties.ts';
import { lengths } from './lengths.ts';
import { pathLength } from './path-length.ts';
import { placedSymbols } from './symbols.ts';
import { customProperties } from './variables.ts';
import { wideKeywords } from './wide-keywords.ts';
import { markerShorthand, maskShorthand } from './shorthands.ts';
import { colors } from './colors.ts';
import { groupBox } from './group-box.ts';
import { cyclicUses } from './cycles.ts';
import type { OlderForm } from './form.ts';
import { markersAlone, markersBeneath, turnedStart, uncutMarkers } from './markers.ts';
import { quotedReferences, twoReferences, undeclaredNames } from './names.ts';
import { smallRadius, startCircle } from './radial.ts';
import { styleSheets } from './sheets.ts';
import { nonScalingStroke } from './non-scaling-stroke.ts';
import { backgroundColor, inheritedCurrentColor, maskTypeInStyle } from './styles.ts';
import { transformBox } from './transform-box.ts';
import { tinyScale, transformedInnerSvg, transformOrigin } from './transforms.ts';

/** In the order they are applied: what others read comes first. */
export const OLDER_FORMS: readonly OlderForm[] = [
  undeclaredNames,
  quotedReferences,
  twoReferences,
  cyclicUses,
  styleSheets,
  customProperties,
  wideKeywords,
  colors,
  geometryProperties,
  lengths,
  cssTransforms,
  markerShorthand,
  maskShorthand,
  placedSymbols,
  pathLength,
  clipShapes,
  maskTypeInStyle,
  inheritedCurrentColor,
  transformBox,
  transformOrigin,
  groupBox,
  transformedInnerSvg,
  tinyScale,
  startCircle,
  smallRadius,
  turnedStart,
  markersBeneath,
  markersAlone,
  uncutMarkers,
  clippedMiters,
  nonScalingStroke,
  curvedDashes,
  contextPaint,
  closedMarkers,
  backgroundColor,
];

export interface Older {
  /** The source in older terms, as far as they are known; the source itself where it needs none. */
  readonly text: string;
  /** Features without an older form here: what the renderer makes of them proves nothing. */
  readonly unknown: readonly string[];
}

/** Writes an SVG in terms that a renderer of SVG 1.1 and early SVG 2 knows. */
export function inOlderForm(source: string): Older {
  let document = parseSvg(source).document;
  const unknown: string[] = [];
  // What an entity expands to stands nowhere in the text, so it cannot be rewritten there.
  const isExpanded =
    document !== undefined && elementsOf(document.root).some(({ fromEntity }) => fromEntity === true);
  let text = source;
  for (const { feature, rewrite } of OLDER_FORMS) {
    if (document === undefined) break;
    const edits = rewrite(document);
    if (edits === 'unknown' || (isExpanded && edits.length > 0)) unknown.push(feature);
    else if (edits.length > 0) {
      text = applyEdits(text, edits);
      document = parseSvg(text).document;
    }
  }
  return { text, unknown };
}
