import { expect, it } from 'vitest';
import { diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { explained } from '../../src/pipeline/kept-fills.ts';
import type { Repair } from '../../src/repair/icon.ts';

const kept = (reason: Repair['reason'] & string): Repair => ({
  rule: 'fill-rule',
  method: 'kept',
  reason,
  subpaths: 2,
  reversed: 0,
  breaks: 0,
  span: { start: 10, end: 90 },
});

it.each(['evenodd-fill', 'evenodd-kept'] as const)('%s says why the fill was not repaired', (code) => {
  const found = diagnostic(code, { isTooComplex: false }, { start: 20, end: 80 });
  expect(explained(found, [kept('complexity')]).message).toMatch(/too complex/);
  expect(explained(found, [kept('complexity')])).toMatchObject({ code, span: found.span });
  expect(explained(found, [kept('unproven')])).toBe(found);
  expect(explained({ ...found, span: { start: 95, end: 99 } }, [kept('complexity')]).message).not.toMatch(
    /too complex/,
  );
});
