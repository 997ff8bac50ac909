import type { Config } from 'svgo/browser';
import type { Size } from '../geometry/point.ts';
import { decimalsFor } from '../path/precision.ts';

/**
 * One decimal more than are printed: svgo rounds each relative command for itself and makes arcs of curves within its
 * rounding error, so with the printed decimals alone it changes the pictures of real icons.
 */
const svgoDecimals = (viewport: Size): number => decimalsFor(viewport) + 1;

/**
 * svgo's configuration for the canonical SVG that a conversion prints: path data is made shorter, and groups are merged
 * where that shows nothing. Transforms stay for the emitter, which bakes them with arcs and strokes in mind, and nothing
 * leaves the flow that a VectorDrawable keeps (ids, the viewBox). Paths are merged by the emitter, which looks whether
 * they touch: svgo merges strokes that overlap, and their edges are then blended once instead of twice.
 */
export function conversionPreset(viewport: Size): Config {
  const precision = svgoDecimals(viewport);
  return {
    multipass: true,
    plugins: [
      'removeUselessDefs',
      'collapseGroups',
      { name: 'convertPathData', params: { ...pathData(precision), applyTransforms: false } },
      'removeEmptyContainers',
    ],
  };
}

export interface SourcePresetOptions {
  /** Printed decimals beyond those that fit the viewport; default 0. */
  readonly moreDecimals?: number;
  /** Whether svgo may make one path of several; default true. It looks at hulls, not at what is seen of edges. */
  readonly mergesPaths?: boolean;
}

/**
 * svgo's configuration for a designer's source: its own default, but ids and the titles that screen readers read
 * stay, since an icon may be part of a larger whole. The viewBox stays by svgo's own default.
 */
export function sourcePreset(viewport: Size, options: SourcePresetOptions = {}): Config {
  const { moreDecimals = 0, mergesPaths = true } = options;
  const precision = svgoDecimals(viewport) + moreDecimals;
  return {
    multipass: true,
    plugins: [
      {
        name: 'preset-default',
        params: {
          floatPrecision: precision,
          overrides: {
            cleanupIds: { remove: false, minify: false },
            removeDesc: false,
            removeUnknownsAndDefaults: { keepAriaAttrs: true, keepDataAttrs: true, keepRoleAttr: true },
            convertPathData: pathData(precision),
            ...(mergesPaths ? {} : { mergePaths: false }),
          },
        },
      },
    ],
  };
}

/** Android's parser reads no compact arc flags (`a1 1 0 01.5 2`), and not every other parser does. */
function pathData(precision: number) {
  return { floatPrecision: precision, noSpaceAfterFlags: false };
}
