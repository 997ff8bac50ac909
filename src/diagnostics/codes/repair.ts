import { row } from '../message.ts';

type Rule = 'fill-rule' | 'clip-rule';

const RULED: { readonly [rule in Rule]: string } = { 'fill-rule': 'fill', 'clip-rule': 'clip' };

/** Why the engine left something as it was; without one, no result was proven. */
type Reason = 'complexity' | 'unproven' | undefined;

const SIMPLIFY =
  'Simplify the shape in the drawing: fewer points, and fewer outlines that cross or cover each other. Then export again.';

export const repairMessages = {
  'even-odd-kept': row<{ rule: Rule; element: string; reason: Reason }>({
    severity: 'error',
    effect: 'refused',
    message: ({ rule, element, reason }) =>
      reason === 'complexity'
        ? `The even-odd ${RULED[rule]} of ${element} is too complex to be turned into a nonzero one.`
        : `The even-odd ${RULED[rule]} of ${element} could not be turned into a nonzero one that is proven to be the same.`,
    help: ({ reason }) =>
      reason === 'complexity'
        ? SIMPLIFY
        : 'Flatten or unite the overlapping shapes in the drawing, so that no outline crosses itself, and export again.',
  }),
  'clip-union-kept': row<{ reason: Reason }>({
    severity: 'error',
    effect: 'refused',
    message: ({ reason }) =>
      reason === 'complexity'
        ? 'The shapes of this clip are too complex to be joined into one region.'
        : 'The shapes of this clip could not be joined into one region that is proven to be the same.',
    help: ({ reason }) =>
      reason === 'complexity' ? SIMPLIFY : 'Unite the shapes of the mask in the drawing, and export again.',
  }),
  'even-odd-out-of-reach': row<{ rule: Rule; element: string; reason: string }>({
    severity: 'error',
    message: ({ rule, element, reason }) =>
      `The even-odd ${RULED[rule]} of ${element} was left as it is: ${reason}.`,
    help: () => 'Give the shape a d or points attribute of its own in this file, then fix it again.',
  }),
  'repair-unproven': row<{ element: string }>({
    severity: 'error',
    message: ({ element }) =>
      `The repair of ${element} was dropped: with it, the icon would not be proven to draw the same.`,
    help: () => 'Look at the icon with `windproof inspect`, and simplify the shape in the drawing.',
  }),
  'stroke-copied': row<{ element: string }>({
    severity: 'info',
    message: ({ element }) =>
      `The stroke of ${element} depends on the direction of its path, so it was kept apart from the repaired fill.`,
    help: () => 'Nothing needs doing; the fill and the stroke are two elements now.',
  }),
  'subpath-changes-nothing': row<{ subpath: number; isLostHole: boolean }>({
    severity: 'warning',
    message: ({ subpath, isLostHole }) =>
      isLostHole
        ? `Subpath ${subpath} lies inside another that runs the same way, so nonzero draws nothing there.`
        : `Subpath ${subpath} changes nothing: what it fills is filled already.`,
    help: ({ isLostHole }) =>
      isLostHole
        ? 'If a hole was meant, reverse the subpath (windproof lint --fix --unsafe does); else remove it.'
        : 'Remove it (windproof lint --fix does).',
  }),
} as const;
