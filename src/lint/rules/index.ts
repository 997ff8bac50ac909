import type { Rule } from '../rule.ts';
import { aspectRatio } from './aspect-ratio.ts';
import { centered } from './centered.ts';
import { fileName } from './file-name.ts';
import { gridSize } from './grid-size.ts';
import { liveArea } from './live-area.ts';
import { maxBytes } from './max-bytes.ts';
import { maxDecimals } from './max-decimals.ts';
import { maxPathLength } from './max-path-length.ts';
import { maxSizeDp } from './max-size-dp.ts';
import { noApproximatedFeature } from './no-approximated-feature.ts';
import { noDanglingReference } from './no-dangling-reference.ts';
import { noDefaultId } from './no-default-id.ts';
import { noDegenerateShape } from './no-degenerate-shape.ts';
import { noDuplicateId } from './no-duplicate-id.ts';
import { noDuplicateShape } from './no-duplicate-shape.ts';
import { noEditorNamespace } from './no-editor-namespace.ts';
import { noEmptyDefs } from './no-empty-defs.ts';
import { noEvenoddClip } from './no-evenodd-clip.ts';
import { noEvenoddFill } from './no-evenodd-fill.ts';
import { noExternalReference } from './no-external-reference.ts';
import { noGeneratorComment } from './no-generator-comment.ts';
import { noHiddenLayer } from './no-hidden-layer.ts';
import { noHigherApi } from './no-higher-api.ts';
import { noIneffectiveSubpath } from './no-ineffective-subpath.ts';
import { noInvisibleShape } from './no-invisible-shape.ts';
import { noLostHole } from './no-lost-hole.ts';
import { noMoveAfterClose } from './no-move-after-close.ts';
import { noNameCollision } from './no-name-collision.ts';
import { noNeedlessGroup } from './no-needless-group.ts';
import { noOffCanvas } from './no-off-canvas.ts';
import { noOpenFill } from './no-open-fill.ts';
import { noOverlongString } from './no-overlong-string.ts';
import { noRaster } from './no-raster.ts';
import { noSameIcon } from './no-same-icon.ts';
import { noScript } from './no-script.ts';
import { noSelfOverlap } from './no-self-overlap.ts';
import { noText } from './no-text.ts';
import { noUnsafeNumber } from './no-unsafe-number.ts';
import { noUnsupportedFeature } from './no-unsupported-feature.ts';
import { palette } from './palette.ts';
import { requireAutoMirror } from './require-auto-mirror.ts';
import { requireOptimized } from './require-optimized.ts';
import { requireViewbox } from './require-viewbox.ts';
import { resourceNameRule } from './resource-name.ts';
import { singleColor } from './single-color.ts';
import { strokeWidth } from './stroke-width.ts';

/** Every rule, in the order of names. `npm run new:rule` adds a line. */
export const rules: readonly Rule[] = [
  aspectRatio,
  centered,
  fileName,
  gridSize,
  liveArea,
  maxBytes,
  maxDecimals,
  maxPathLength,
  maxSizeDp,
  noApproximatedFeature,
  noDanglingReference,
  noDefaultId,
  noDegenerateShape,
  noDuplicateId,
  noDuplicateShape,
  noEditorNamespace,
  noEmptyDefs,
  noEvenoddClip,
  noEvenoddFill,
  noExternalReference,
  noGeneratorComment,
  noHiddenLayer,
  noHigherApi,
  noIneffectiveSubpath,
  noInvisibleShape,
  noLostHole,
  noMoveAfterClose,
  noNameCollision,
  noNeedlessGroup,
  noOffCanvas,
  noOpenFill,
  noOverlongString,
  noRaster,
  noSameIcon,
  noScript,
  noSelfOverlap,
  noText,
  noUnsafeNumber,
  noUnsupportedFeature,
  palette,
  requireAutoMirror,
  requireOptimized,
  requireViewbox,
  resourceNameRule,
  singleColor,
  strokeWidth,
];
