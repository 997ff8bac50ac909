import { forbidEvenOdd } from './even-odd.ts';

/** Android clips by nonzero on every version: an even-odd clip lets through what it should cut away. */
export const noEvenoddClip = forbidEvenOdd({
  name: 'no-evenodd-clip',
  summary: 'Forbids clips that need the even-odd rule.',
  rule: 'clip-rule',
  findings: (repairs) =>
    repairs.map(({ method, span, fix }) => ({
      span,
      ...(fix === undefined ? {} : { fix }),
      message:
        method === 'unchanged'
          ? 'This clip asks for even-odd although nonzero cuts the same.'
          : 'This clip is even-odd: every Android version ignores that, and shows what it should hide.',
      help:
        method === 'kept'
          ? 'No repair could be proven; redraw the clip without overlaps.'
          : fix?.safety === 'unsafe'
            ? 'Run windproof lint --fix --unsafe: Android then cuts as it was meant.'
            : 'Run windproof lint --fix: it reverses what must be reversed and takes the rule out.',
    })),
});
