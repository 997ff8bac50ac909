import { optimize, type CustomPlugin, type XastRoot } from 'svgo';

/** svgo hands its printer and its parser to nobody; an optimize without optimizations is both. */

/** The text of svgo's tree, as svgo prints it. */
export function printTree(root: XastRoot): string {
  const graft: CustomPlugin = {
    name: 'graft',
    fn: (empty) => {
      empty.children = root.children;
      return null;
    },
  };
  return optimize('<svg/>', { plugins: [graft] }).data;
}

/** The tree svgo reads from `text`, which must be well-formed. */
export function readTree(text: string): XastRoot {
  let tree: XastRoot = { type: 'root', children: [] };
  const take: CustomPlugin = {
    name: 'take',
    fn: (root) => {
      tree = root;
      return null;
    },
  };
  optimize(text, { plugins: [take] });
  return tree;
}
