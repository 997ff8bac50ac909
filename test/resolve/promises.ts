import { determinant, type Matrix } from '../../src/geometry/matrix.ts';
import type { Clip, Icon, Mask, Node, Paint, Shape } from '../../src/ir.ts';
import { toContours } from '../../src/path/contours.ts';

/** The sentences of docs/ir.md that `icon` breaks; empty for a sound one. */
export function brokenPromises(icon: Icon): string[] {
  const broken = new Set<string>();
  const promise = (holds: boolean, sentence: string): void => {
    if (!holds) broken.add(sentence);
  };
  const share = (value: number, what: string): void => promise(value >= 0 && value <= 1, `${what} is 0 to 1`);

  const matrix = (m: Matrix): void => promise(Number.isFinite(determinant(m)), 'transforms are finite');

  const paint = (it: Paint): void => {
    if (it.kind === 'solid') {
      share(it.color.a, 'alpha');
      promise(
        [it.color.r, it.color.g, it.color.b].every((c) => Number.isInteger(c) && c >= 0 && c <= 255),
        'channels are whole numbers to 255',
      );
      return;
    }
    matrix(it.transform);
    if (it.kind === 'pattern') {
      promise(it.tile.x === 0 && it.tile.y === 0, 'a tile starts at the origin');
      promise(it.tile.width > 0 && it.tile.height > 0, 'a tile has an area');
      nodes(it.children);
      return;
    }
    promise(it.stops.length >= 2, 'a gradient has two stops');
    it.stops.forEach(({ offset }, index) => {
      share(offset, 'an offset');
      promise(offset >= (it.stops[index - 1]?.offset ?? 0), 'offsets never fall');
    });
  };

  const shape = ({ fill, stroke, path, transform }: Shape): void => {
    promise(fill !== undefined || stroke !== undefined, 'a shape is painted');
    matrix(transform);
    promise(determinant(transform) !== 0, 'no transform is singular');
    promise(
      JSON.stringify(path.contours) === JSON.stringify(toContours(path.commands)),
      'contours are those of the commands',
    );
    promise(!/null/.test(JSON.stringify(path)), 'coordinates are finite');
    if (fill !== undefined) {
      promise(fill.opacity > 0 && fill.opacity <= 1, 'a fill can be seen');
      paint(fill.paint);
    }
    if (stroke === undefined) return;
    promise(stroke.opacity > 0 && stroke.opacity <= 1, 'a stroke can be seen');
    promise(stroke.width > 0, 'a stroke has a width');
    promise(stroke.dashes.length % 2 === 0, 'dashes come in pairs');
    promise(
      stroke.dashes.every((dash) => dash >= 0) &&
        (stroke.dashes.length === 0 || stroke.dashes.some((dash) => dash > 0)),
      'dashes have a length',
    );
    paint(stroke.paint);
  };

  const clips = (list: readonly Clip[]): void => {
    for (const { shapes } of list)
      for (const clipShape of shapes) {
        matrix(clipShape.transform);
        clips(clipShape.clips);
      }
  };

  const mask = (it: Mask): void => {
    clips(it.clips);
    nodes(it.children);
    if (it.mask !== undefined) mask(it.mask);
  };

  function nodes(list: readonly Node[]): void {
    for (const node of list) {
      if (node.kind === 'shape') {
        shape(node);
        continue;
      }
      share(node.opacity, 'opacity');
      promise(node.children.length > 0, 'a group has children');
      promise(
        node.opacity < 1 || node.clips.length > 0 || node.mask !== undefined || node.id !== undefined,
        'a group has a reason',
      );
      promise(
        node.clips.every(({ shapes }) => shapes.length > 0),
        'a clip that hides all leaves no group',
      );
      clips(node.clips);
      if (node.mask !== undefined) mask(node.mask);
      nodes(node.children);
    }
  }

  promise(icon.size.width > 0 && icon.size.height > 0, 'the size is positive');
  promise(icon.viewport.width > 0 && icon.viewport.height > 0, 'the viewport is positive');
  share(icon.opacity, 'opacity');
  nodes(icon.children);
  return [...broken];
}
