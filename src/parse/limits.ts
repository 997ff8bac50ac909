/**
 * What a document may cost. Far above any icon, far below what would hang a build or overflow a stack; what is beyond
 * is refused with a diagnostic.
 */
export const LIMITS = {
  /** UTF-16 units of the whole text. */
  length: 16_000_000,
  /** Elements and text nodes, entities expanded. */
  nodes: 200_000,
  /** Elements inside one another; every later stage walks the tree by recursion. */
  depth: 256,
  /** UTF-16 units that all references to declared entities may add. */
  expansion: 1_000_000,
  /** Entities inside one another. */
  entityDepth: 16,
} as const;
