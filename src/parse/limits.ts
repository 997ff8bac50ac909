/**
 * What a document may cost. Far above any icon, far below what would hang a build or overflow a stack; what is beyond
 * is refused with a diagnostic.
 */
export const LIMITS = {
  /** UTF-16 units of the whole text. */
  length: 16_000_000,
  /** Elements and text nodes, entities expanded. */
  nodes: 200_000,
  /** Attributes of an element, which are looked through for each one that is asked for. */
  attributes: 256,
  /** UTF-16 units of an attribute's value, save of those that hold outlines, pictures or data. */
  value: 16_384,
  /** Elements inside one another; every later stage walks the tree by recursion. */
  depth: 256,
  /** UTF-16 units that all references to declared entities may add. */
  expansion: 1_000_000,
  /** Entities inside one another. */
  entityDepth: 16,
} as const;

/**
 * Whether an attribute's value may be of any length: path data, points, a picture, what an animation runs through, and
 * what other programs keep beside the drawing.
 */
export const mayBeLong = (name: string): boolean =>
  /^(?:d|points|href|values|content|data-.*|.*:.*)$/.test(name);
