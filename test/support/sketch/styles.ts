export function color(red: number, green: number, blue: number, alpha = 1) {
  return { _class: 'color', red, green, blue, alpha };
}

export function fill(paint = color(0, 0, 0)) {
  return { _class: 'fill', isEnabled: true, fillType: 0, color: paint };
}

/** The style of a shape filled black by `windingRule`: 0 nonzero, 1 even-odd. */
export function filled(windingRule = 1, more: Record<string, unknown> = {}) {
  return { style: { _class: 'style', fills: [fill()], windingRule, ...more } };
}

/** A border in one color; `position` 0 is centered, 1 inside, 2 outside. */
export function border(thickness: number, position = 0, paint = color(0, 0, 0)) {
  return { _class: 'border', isEnabled: true, fillType: 0, color: paint, position, thickness };
}
