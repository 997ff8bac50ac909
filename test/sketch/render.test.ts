import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/sketch/read.ts';
import { renderDocument } from '../../src/sketch/render.ts';
import { joinRegions } from '../../src/node/sketch/join.ts';
import { documentOf, renderOne } from '../support/sketch/document.ts';
import { artboard, layer, path, rectangle, SVG_EXPORT, type LayerJson } from '../support/sketch/layers.ts';
import { border, color, fill, filled } from '../support/sketch/styles.ts';
import { difference } from '../support/sketch/picture.ts';

const svg = (body: string, size = 24): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">${body}</svg>`;

/** Draws `layers` on an artboard of 24 and holds the picture against `body`. */
function expectPicture(layers: LayerJson[], body: string, document: Record<string, unknown> = {}): void {
  const { svg: drawn, findings } = renderOne(documentOf([artboard(24, 24, layers)], document));
  expect(findings.map(({ diagnostic }) => diagnostic.message)).toEqual([]);
  expect(difference(drawn ?? '', svg(body))).toBeLessThan(0.001);
}

const QUARTER = { hasCurveFrom: true, hasCurveTo: true, curveMode: 2 };

/** A circle as Sketch draws it. */
const oval = (frame: [number, number, number, number], more: Record<string, unknown> = {}): LayerJson =>
  path(
    frame,
    [
      [0.5, 1, { ...QUARTER, curveFrom: '{0.7761423749, 1}', curveTo: '{0.2238576251, 1}' }],
      [1, 0.5, { ...QUARTER, curveFrom: '{1, 0.2238576251}', curveTo: '{1, 0.7761423749}' }],
      [0.5, 0, { ...QUARTER, curveFrom: '{0.2238576251, 0}', curveTo: '{0.7761423749, 0}' }],
      [0, 0.5, { ...QUARTER, curveFrom: '{0, 0.7761423749}', curveTo: '{0, 0.2238576251}' }],
    ],
    more,
  );

describe('shapes', () => {
  it('draws a rectangle with its corner radius', () => {
    expectPicture(
      [rectangle([2, 3, 16, 12], filled(), 4)],
      '<rect x="2" y="3" width="16" height="12" rx="4"/>',
    );
  });

  it('shares an edge between corners that ask for more than it has', () => {
    expectPicture(
      [rectangle([2, 3, 16, 8], filled(), 100)],
      '<rect x="2" y="3" width="16" height="8" rx="4"/>',
    );
  });

  it('rounds a sharp corner with a circle of the radius', () => {
    const triangle: [number, number, Record<string, unknown>][] = [
      [0.5, 0, { cornerRadius: 2 }],
      [1, 1, {}],
      [0, 1, {}],
    ];
    // The circle of radius 2 that touches both sides: its middle is 2 / sin(half angle) below the point.
    const half = Math.atan(10 / 20);
    const tangent = 2 / Math.tan(half);
    const dx = tangent * Math.sin(half);
    const dy = tangent * Math.cos(half);
    expectPicture(
      [path([2, 2, 20, 20], triangle, filled())],
      `<path d="M${12 + dx} ${2 + dy} L22 22 L2 22 L${12 - dx} ${2 + dy} A2 2 0 0 1 ${12 + dx} ${2 + dy} Z"/>`,
    );
  });

  it.each([
    ['angled', 2, 'M6 2H22V22H2V6Z'],
    ['inverted', 1, 'M6 2H22V22H2V6A4 4 0 0 0 6 2Z'],
    ['squared', 3, 'M6 2H22V22H2V6H6Z'],
  ])('draws %s corners', (_name, cornerStyle, d) => {
    const points: [number, number, Record<string, unknown>][] = [
      [0, 0, { cornerRadius: 4, cornerStyle }],
      [1, 0, {}],
      [1, 1, {}],
      [0, 1, {}],
    ];
    expectPicture([path([2, 2, 20, 20], points, filled())], `<path d="${d}"/>`);
  });

  it('turns counterclockwise, then flips', () => {
    const shape = path(
      [4, 8, 16, 6],
      [
        [0, 0],
        [1, 0],
        [0, 1],
      ],
      {
        ...filled(),
        rotation: 30,
        isFlippedHorizontal: true,
      },
    );
    expectPicture(
      [shape],
      '<path transform="translate(12 11) scale(-1 1) rotate(-30) translate(-12 -11)" d="M4 8H20L4 14Z"/>',
    );
  });

  it('reads the points of a format before v102', () => {
    const { points, ...rest } = rectangle([0, 0, 12, 12], { booleanOperation: -1 });
    const old = { ...rest, path: { _class: 'path', isClosed: true, points } };
    const group = layer('shapeGroup', [4, 4, 12, 12], { ...filled(), windingRule: 1, layers: [old] });
    expectPicture([group], '<rect x="4" y="4" width="12" height="12"/>');
  });
});

describe('boolean operations', () => {
  const below = rectangle([0, 0, 12, 12]);
  const above = (booleanOperation: number): LayerJson => rectangle([6, 6, 12, 12], { booleanOperation });
  const combined = (operation: number, windingRule: number): LayerJson =>
    layer('shapeGroup', [3, 3, 18, 18], { ...filled(windingRule), layers: [below, above(operation)] });

  it.each([
    ['none, even-odd', -1, 1, '<path fill-rule="evenodd" d="M3 3h12v12h-12ZM9 9h12v12h-12Z"/>'],
    ['none, nonzero', -1, 0, '<path d="M3 3h12v12h-12ZM9 9h12v12h-12Z"/>'],
    ['union', 0, 1, '<path d="M3 3h12v6h6v12h-12v-6h-6Z"/>'],
    ['subtract', 1, 1, '<path d="M3 3h12v6h-6v6h-6Z"/>'],
    ['intersect', 2, 1, '<path d="M9 9h6v6h-6Z"/>'],
    ['difference', 3, 1, '<path fill-rule="evenodd" d="M3 3h12v12h-12ZM9 9h12v12h-12Z"/>'],
  ])('%s', (_name, operation, windingRule, body) => {
    expectPicture([combined(operation, windingRule)], body);
  });

  it('nests, and keeps curves', () => {
    const ring = layer('shapeGroup', [0, 0, 16, 16], {
      ...filled(),
      layers: [oval([0, 0, 16, 16]), oval([4, 4, 8, 8], { booleanOperation: 1 })],
    });
    const cut = rectangle([8, 0, 8, 16], { booleanOperation: 1 });
    const half = layer('shapeGroup', [4, 4, 16, 16], { ...filled(), layers: [ring, cut] });
    const body = '<path d="M12 4A8 8 0 0 0 12 20V16A4 4 0 0 1 12 8Z"/>';
    expectPicture([half], body);
    expect(renderOne(documentOf([artboard(24, 24, [half])])).svg).toMatch(/C[\d. ]+/);
  });

  it('leaves hidden parts out', () => {
    const hidden = { ...above(1), isVisible: false };
    const group = layer('shapeGroup', [3, 3, 18, 18], { ...filled(), layers: [below, hidden] });
    expectPicture([group], '<rect x="3" y="3" width="12" height="12"/>');
  });

  it('refuses by name what a library gets wrong', () => {
    const json = documentOf([artboard(24, 24, [combined(1, 1)])]);
    const wrong = renderDocument(readDocument(json), (a) => a);
    expect(wrong.exports[0]?.findings.map((found) => found.diagnostic.code)).toEqual(['sketch-boolean']);
    const failing = renderDocument(readDocument(json), () => {
      throw new Error('no');
    });
    expect(failing.exports[0]?.svg).toBeUndefined();
    expect(failing.exports[0]?.findings[0]?.where).toEqual(['Page', 'icon', 'shapeGroup']);
  });
});

describe('borders', () => {
  const bordered = (position: number, thickness = 2) => ({
    style: { _class: 'style', windingRule: 1, borders: [border(thickness, position, color(1, 0, 0))] },
  });

  it.each([
    ['center', 0, 6, 12],
    ['inside', 1, 7, 10],
    ['outside', 2, 5, 14],
  ])('draws a border %s', (_name, position, at, size) => {
    expectPicture(
      [rectangle([6, 6, 12, 12], bordered(position))],
      `<rect x="${at}" y="${at}" width="${size}" height="${size}" fill="none" stroke="#f00" stroke-width="2"/>`,
    );
  });

  it('centers the border of an open path, with its ends and dashes', () => {
    const { style } = bordered(1);
    const options = {
      _class: 'borderOptions',
      isEnabled: true,
      dashPattern: [6],
      lineCapStyle: 1,
      lineJoinStyle: 1,
    };
    const line = path(
      [4, 4, 16, 16],
      [
        [0, 0],
        [1, 0],
        [1, 1],
      ],
      {
        isClosed: false,
        style: { ...style, borderOptions: options },
      },
    );
    expectPicture(
      [line],
      `<path d="M4 4H20V20" fill="none" stroke="#f00" stroke-width="2" stroke-linecap="round"
        stroke-linejoin="round" stroke-dasharray="6 6"/>`,
    );
  });
});

describe('paint', () => {
  const stops = [
    { _class: 'gradientStop', position: 0, color: color(1, 0, 0) },
    { _class: 'gradientStop', position: 1, color: color(0, 0, 1, 0.5) },
  ];
  const gradient = (gradientType: number, more = {}) => ({
    style: {
      _class: 'style',
      fills: [
        {
          ...fill(),
          fillType: 1,
          gradient: { _class: 'gradient', gradientType, from: '{0.5, 0.25}', to: '{0.5, 1}', stops, ...more },
        },
      ],
    },
  });
  const stopElements = '<stop stop-color="#f00"/><stop offset="1" stop-color="#00f" stop-opacity=".5"/>';

  it('draws a linear gradient', () => {
    expectPicture(
      [rectangle([4, 4, 16, 8], gradient(0))],
      `<linearGradient id="a" gradientUnits="userSpaceOnUse" x1="12" y1="6" x2="12" y2="12">${stopElements}
       </linearGradient><rect x="4" y="4" width="16" height="8" fill="url(#a)"/>`,
    );
  });

  it('draws a radial gradient, an ellipse where it says so', () => {
    expectPicture(
      [rectangle([4, 4, 16, 16], gradient(1, { elipseLength: 0.5 }))],
      `<radialGradient id="a" gradientUnits="userSpaceOnUse" cx="0" cy="0" r="12"
        gradientTransform="translate(12 8) scale(.5 1)">${stopElements}</radialGradient>
       <rect x="4" y="4" width="16" height="16" fill="url(#a)"/>`,
    );
  });

  it('fades a shape with more than one fill as one picture', () => {
    const half = { _class: 'graphicsContextSettings', blendMode: 0, opacity: 0.5 };
    const fills = [fill(color(1, 0, 0)), fill(color(0, 1, 0))];
    const style = { _class: 'style', fills, contextSettings: half };
    expectPicture(
      [rectangle([4, 4, 16, 16], { style })],
      '<rect x="4" y="4" width="16" height="16" fill="#0f0" opacity=".5"/>',
    );
  });

  it('draws the background of an artboard that exports it', () => {
    const background = { hasBackgroundColor: true, backgroundColor: color(0, 0, 1) };
    const board = (include: boolean) =>
      artboard(24, 24, [rectangle([4, 4, 4, 4], filled())], {
        ...background,
        includeBackgroundColorInExport: include,
      });
    const square = '<rect x="4" y="4" width="4" height="4"/>';
    const withBackground = svg(`<rect width="24" height="24" fill="#00f"/>${square}`);
    expect(difference(renderOne(documentOf([board(true)])).svg ?? '', withBackground)).toBe(0);
    expect(difference(renderOne(documentOf([board(false)])).svg ?? '', svg(square))).toBe(0);
  });
});

describe('masks', () => {
  const square = (at: number, more = {}): LayerJson => rectangle([at, at, 12, 12], { ...filled(), ...more });

  it('cuts the layers above a mask, until one that ignores it', () => {
    const mask = rectangle([0, 0, 12, 12], { hasClippingMask: true, clippingMaskMode: 0 });
    const free = rectangle([20, 0, 4, 4], { ...filled(), shouldBreakMaskChain: true });
    expectPicture(
      [square(1, { name: 'below' }), mask, square(8), free],
      '<path d="M1 1h12v12h-12ZM20 0h4v4h-4Z"/>',
    );
  });

  it('masks by alpha', () => {
    const style = { _class: 'style', fills: [fill(color(0, 0, 0, 0.5))] };
    const mask = rectangle([0, 0, 12, 24], { hasClippingMask: true, clippingMaskMode: 1, style });
    const red = rectangle([0, 0, 24, 24], { style: { _class: 'style', fills: [fill(color(1, 0, 0))] } });
    expectPicture(
      [mask, red],
      '<rect width="12" height="24" opacity=".5"/><rect width="12" height="24" fill="#f00" opacity=".5"/>',
    );
  });
});

describe('symbols', () => {
  const dot = (more = {}): LayerJson => rectangle([2, 2, 4, 4], { ...filled(), do_objectID: 'dot', ...more });
  const master = (symbolID: string, layers: LayerJson[]): LayerJson =>
    layer('symbolMaster', [100, 0, 8, 8], { symbolID, layers });
  const instance = (frame: [number, number, number, number], more = {}): LayerJson =>
    layer('symbolInstance', frame, { symbolID: 'dots', overrideValues: [], ...more });
  const draw = (...layers: LayerJson[]) =>
    renderOne(
      documentOf([
        artboard(24, 24, layers),
        master('dots', [dot()]),
        master('ring', [rectangle([0, 0, 8, 8], { ...filled(), do_objectID: 'ring' })]),
        master('outer', [layer('symbolInstance', [0, 0, 8, 8], { symbolID: 'dots', do_objectID: 'inner' })]),
      ]),
    );
  const expectDrawn = (body: string, ...layers: LayerJson[]) => {
    const { svg: drawn, findings } = draw(...layers);
    expect(findings).toEqual([]);
    expect(difference(drawn ?? '', svg(body))).toBe(0);
  };

  it('draws an instance where it lies', () => {
    expectDrawn('<rect x="12" y="6" width="4" height="4"/>', instance([10, 4, 8, 8]));
  });

  it('stretches layers, and keeps those that are pinned', () => {
    expectDrawn('<rect x="4" y="4" width="8" height="8"/>', instance([0, 0, 16, 16]));
    const pinned = (resizingConstraint: number) =>
      documentOf([
        artboard(24, 24, [instance([0, 0, 16, 16])]),
        master('dots', [dot({ resizingConstraint })]),
      ]);
    // Every bit that is cleared holds something: here left, top, width and height.
    const { svg: fixed } = renderOne(pinned(63 & ~(2 | 4 | 16 | 32)));
    expect(difference(fixed ?? '', svg('<rect x="2" y="2" width="4" height="4"/>'))).toBe(0);
    const { svg: sides } = renderOne(pinned(63 & ~(1 | 4 | 8 | 32)));
    expect(difference(sides ?? '', svg('<rect x="2" y="2" width="12" height="12"/>'))).toBe(0);
  });

  it('swaps nested symbols, also through an instance, and hides what is swapped for nothing', () => {
    const swap = (overrideName: string, value: string) => ({
      symbolID: 'outer',
      overrideValues: [{ _class: 'overrideValue', overrideName, value }],
    });
    expectDrawn('<rect x="2" y="2" width="4" height="4"/>', instance([0, 0, 8, 8], { symbolID: 'outer' }));
    expectDrawn('<rect width="8" height="8"/>', instance([0, 0, 8, 8], swap('inner_symbolID', 'ring')));
    const empty = draw(instance([0, 0, 8, 8], swap('inner_symbolID', '')));
    expect(empty.findings.map((found) => found.diagnostic.code)).toEqual(['sketch-empty']);
    const deep = instance([0, 0, 8, 8], swap('inner/dot_color:fill-0', ''));
    expect(draw(deep).findings.map((found) => found.diagnostic.code)).toEqual(['sketch-override']);
    const painted = { overrideName: 'inner/dot_color:fill-0', value: color(1, 0, 0) };
    expectDrawn(
      '<rect x="2" y="2" width="4" height="4" fill="#f00"/>',
      instance([0, 0, 8, 8], { symbolID: 'outer', overrideValues: [painted] }),
    );
  });

  it('refuses a symbol that is missing and one that contains itself', () => {
    const codes = (json: Parameters<typeof renderOne>[0]) =>
      renderOne(json).findings.map((found) => found.diagnostic.code);
    expect(codes(documentOf([artboard(24, 24, [instance([0, 0, 8, 8])])]))).toEqual([
      'sketch-missing-symbol',
    ]);
    const itself = master('dots', [instance([0, 0, 8, 8])]);
    expect(codes(documentOf([artboard(24, 24, [instance([0, 0, 8, 8])]), itself]))).toEqual([
      'sketch-symbol-cycle',
    ]);
  });
});

describe('exports', () => {
  const exported = { exportOptions: SVG_EXPORT };

  it('gives a group the whole points about what it shows', () => {
    const group = layer('group', [10, 10, 9, 9], {
      ...exported,
      layers: [rectangle([0.5, 0.5, 8.2, 8], filled())],
    });
    const { svg: drawn, where } = renderOne(documentOf([group]));
    expect(where).toEqual(['Page', 'group']);
    expect(drawn).toContain('viewBox="0 0 9 9"');
    expect(drawn).toContain('M0.5 0.5');
  });

  it('lays a slice over its own background', () => {
    const slice = layer('slice', [12, 12, 8, 8], {
      ...exported,
      hasBackgroundColor: true,
      backgroundColor: color(0, 0, 1),
    });
    const { svg: drawn } = renderOne(documentOf([rectangle([10, 10, 6, 6], filled()), slice]));
    const wanted = svg('<path fill="#00f" d="M0 0h8v8H0z"/><path d="M0 0h4v4H0z"/>', 8);
    expect(difference(drawn ?? '', wanted)).toBe(0);
  });

  it('shows through a slice what lies in it', () => {
    const slice = layer('slice', [12, 12, 8, 8], exported);
    const board = artboard(
      24,
      24,
      [rectangle([10, 10, 6, 6], filled()), rectangle([0, 0, 2, 2], filled()), slice],
      {
        exportOptions: { exportFormats: [] },
      },
    );
    const { svg: drawn } = renderOne(documentOf([board]));
    expect(difference(drawn ?? '', svg('<rect width="4" height="4"/>', 8))).toBe(0);
    expect(drawn?.match(/<path/g)).toHaveLength(1);
  });

  it('takes the artboards of a document without export settings, and says so', () => {
    const board = artboard(24, 24, [rectangle([4, 4, 4, 4], filled())], {
      exportOptions: { exportFormats: [] },
    });
    const { exports, findings } = renderDocument(readDocument(documentOf([board])), joinRegions);
    expect(exports.map(({ name }) => name)).toEqual(['icon']);
    expect(findings.map((found) => found.diagnostic.code)).toEqual(['sketch-nothing-exportable']);
  });

  it('adds the suffix of the export format to the name', () => {
    const format = { _class: 'exportFormat', fileFormat: 'svg', name: '_24dp', namingScheme: 0 };
    const board = artboard(24, 24, [rectangle([4, 4, 4, 4], filled())], {
      exportOptions: { exportFormats: [format] },
    });
    expect(renderOne(documentOf([board])).name).toBe('icon_24dp');
  });
});

describe('a document in Display P3', () => {
  it('shows its colors as sRGB has them', () => {
    const pale = rectangle([2, 2, 8, 8], {
      style: { fills: [fill(color(0.5, 0.25, 0.75))], windingRule: 0 },
    });
    const drawn = (colorSpace: number) =>
      renderOne(documentOf([artboard(24, 24, [pale])], { colorSpace })).svg;
    // By the matrix from linear Display P3 to linear sRGB, whose first row is 1.2249, -0.2249, 0.
    expect(drawn(2)).toContain('fill="#8a3bc6"');
    expect(drawn(1)).toContain('fill="#8040bf"');
  });

  it('says which colors sRGB does not have, and what they became', () => {
    const stops = [
      { _class: 'gradientStop', position: 0, color: color(1, 1, 1) },
      { _class: 'gradientStop', position: 1, color: color(1, 0, 0) },
    ];
    const gradient = { _class: 'gradient', gradientType: 0, from: '{0, 0}', to: '{1, 1}', stops };
    const layers = [
      rectangle([2, 2, 8, 8], { name: 'green', style: { fills: [fill(color(0, 1, 0))], windingRule: 0 } }),
      rectangle([12, 2, 8, 8], {
        name: 'fade',
        style: { fills: [{ ...fill(), fillType: 1, gradient }], windingRule: 0 },
      }),
      rectangle([2, 12, 8, 8], {
        name: 'grey',
        style: { fills: [fill(color(0.5, 0.5, 0.5))], windingRule: 0 },
      }),
    ];
    const wide = (colorSpace: number) =>
      renderOne(documentOf([artboard(24, 24, layers)], { colorSpace })).findings.map(
        ({ where, diagnostic: { code, severity, effect, message } }) => [
          where[where.length - 1],
          code,
          severity,
          effect,
          message.match(/#\w+/g),
        ],
      );
    expect(wide(2)).toEqual([
      ['green', 'sketch-wide-color', 'warning', 'approximate', ['#00FF00', '#00FF00']],
      ['fade', 'sketch-wide-color', 'warning', 'approximate', ['#FF0000', '#FF0000']],
    ]);
    expect(wide(1)).toEqual([]);
  });
});

describe('what an icon cannot hold', () => {
  const effect = (name: string, value: unknown) => rectangle([0, 0, 8, 8], filled(1, { [name]: value }));
  const enabled = { isEnabled: true };

  it.each<[string, LayerJson, string]>([
    ['text', layer('text', [0, 0, 8, 8]), 'sketch-text'],
    ['a bitmap', layer('bitmap', [0, 0, 8, 8]), 'sketch-bitmap'],
    ['a shadow', effect('shadows', [enabled]), 'sketch-effect'],
    ['an inner shadow', effect('innerShadows', [enabled]), 'sketch-effect'],
    ['a blur', effect('blur', enabled), 'sketch-effect'],
    ['a blend mode', effect('contextSettings', { blendMode: 2, opacity: 1 }), 'sketch-blend-mode'],
    ['an image fill', effect('fills', [{ ...fill(), fillType: 4 }]), 'sketch-paint'],
    ['a style that is not known', effect('glass', enabled), 'sketch-effect'],
    ['another blur', effect('blurs', [enabled]), 'sketch-effect'],
    ['corners that only the style has', effect('corners', { radii: [4] }), 'sketch-effect'],
    [
      'arrow heads in a shape group',
      layer('shapeGroup', [0, 0, 8, 8], {
        style: { _class: 'style', borders: [border(1)], startMarkerType: 2 },
        layers: [
          path(
            [0, 0, 8, 8],
            [
              [0, 0],
              [1, 1],
            ],
            { isClosed: false },
          ),
        ],
      }),
      'sketch-arrowhead',
    ],
    ['an unknown layer', layer('hologram', [0, 0, 8, 8]), 'sketch-unknown-layer'],
    [
      'a mask that is no shape',
      layer('group', [0, 0, 8, 8], { hasClippingMask: true, layers: [] }),
      'sketch-mask',
    ],
  ])('names %s', (_name, offender, code) => {
    const { findings } = renderOne(
      documentOf([artboard(24, 24, [rectangle([4, 4, 4, 4], filled()), offender])]),
    );
    expect(findings.map((found) => found.diagnostic.code)).toEqual([code]);
    expect(findings[0]?.diagnostic.effect).toBe('refused');
    expect(findings[0]?.where).toEqual(['Page', 'icon', offender['name']]);
  });

  it('names what frames are painted with in formats after those described', () => {
    const frame = { style: { fills: [fill()], borders: [border(1)] } };
    const codesIn = (version: number, more: Record<string, unknown>): string[] => {
      const board = artboard(24, 24, [rectangle([4, 4, 4, 4], filled())], more);
      const { findings } = renderOne({ ...documentOf([board]), meta: { version } });
      return findings.map(({ diagnostic }) => diagnostic.code);
    };
    expect(codesIn(150, frame)).toEqual(['sketch-paint', 'sketch-paint']);
    expect(codesIn(150, {})).toEqual([]);
    expect(codesIn(146, frame)).toEqual([]);
  });

  it('names what moves the other layers of a smart layout', () => {
    const instance = (overrideName: string) =>
      layer('symbolInstance', [0, 0, 8, 8], { symbolID: 's', overrideValues: [{ overrideName, value: 0 }] });
    const codesOf = (name: string, groupLayout: unknown): string[] => {
      const dot = rectangle([0, 0, 4, 4], { ...filled(), do_objectID: 'dot' });
      const master = layer('symbolMaster', [40, 0, 8, 8], { symbolID: 's', groupLayout, layers: [dot] });
      const document = documentOf([
        artboard(24, 24, [rectangle([9, 9, 4, 4], filled()), instance(name)]),
        master,
      ]);
      return renderOne(document).findings.map(({ diagnostic }) => diagnostic.code);
    };
    const smart = { _class: 'MSImmutableInferredGroupLayout', axis: 0 };
    expect(codesOf('dot_isVisible', smart)).toEqual(['sketch-override']);
    expect(codesOf('dot_isVisible', { _class: 'MSImmutableFreeformGroupLayout' })).toEqual([]);
    expect(codesOf('dot_stringValue', smart)).toEqual([]);
  });

  it('does not mind corners that the points have as well', () => {
    const shape = rectangle([0, 0, 8, 8], filled(1, { corners: { radii: [2] } }), 2);
    const square = rectangle([9, 9, 8, 8], filled(1, { corners: { radii: [] } }));
    expect(renderOne(documentOf([artboard(24, 24, [shape, square])])).findings).toEqual([]);
  });

  it('does not mind what is switched off or hidden', () => {
    const off = effect('shadows', [{ isEnabled: false }]);
    const hidden = { ...layer('text', [0, 0, 8, 8]), isVisible: false };
    expect(renderOne(documentOf([artboard(24, 24, [off, hidden])])).findings).toEqual([]);
  });
});
