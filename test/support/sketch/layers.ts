/** A layer's JSON, as Sketch writes it but for what is left at its default. */
export type LayerJson = Record<string, unknown> & { _class: string };

type Frame = readonly [x: number, y: number, width: number, height: number];

let ids = 0;

export function layer(className: string, frame: Frame, more: Record<string, unknown> = {}): LayerJson {
  const [x, y, width, height] = frame;
  ids += 1;
  return {
    _class: className,
    do_objectID: `layer-${ids}`,
    name: className,
    isVisible: true,
    rotation: 0,
    isFlippedHorizontal: false,
    isFlippedVertical: false,
    booleanOperation: -1,
    frame: { _class: 'rect', x, y, width, height },
    ...more,
  };
}

export const SVG_EXPORT = {
  exportFormats: [{ _class: 'exportFormat', fileFormat: 'svg', name: '', scale: 1 }],
};

export function artboard(width: number, height: number, layers: LayerJson[], more = {}): LayerJson {
  return layer('artboard', [7, 11, width, height], {
    name: 'icon',
    exportOptions: SVG_EXPORT,
    layers,
    ...more,
  });
}

type PointJson = [x: number, y: number, more?: Record<string, unknown>];

/** A path through `points`, in parts of the frame. */
export function path(frame: Frame, points: PointJson[], more: Record<string, unknown> = {}): LayerJson {
  return layer('shapePath', frame, {
    isClosed: true,
    pointRadiusBehaviour: 1,
    points: points.map(([x, y, extra]) => ({
      _class: 'curvePoint',
      point: `{${x}, ${y}}`,
      curveFrom: `{${x}, ${y}}`,
      curveTo: `{${x}, ${y}}`,
      hasCurveFrom: false,
      hasCurveTo: false,
      cornerRadius: 0,
      curveMode: 1,
      ...extra,
    })),
    ...more,
  });
}

export function rectangle(frame: Frame, more: Record<string, unknown> = {}, radius = 0): LayerJson {
  const corner = { cornerRadius: radius };
  const corners: PointJson[] = [
    [0, 0, corner],
    [1, 0, corner],
    [1, 1, corner],
    [0, 1, corner],
  ];
  return { ...path(frame, corners, more), _class: 'rectangle' };
}

const STAR: readonly PointJson[] = [
  [0.5, 0],
  [0.8, 1],
  [0, 0.4],
  [1, 0.4],
  [0.2, 1],
];

/** One outline that crosses itself. */
export function star(frame: Frame, more: Record<string, unknown> = {}): LayerJson {
  return path(frame, [...STAR], more);
}
