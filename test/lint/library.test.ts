import { expect, it } from 'vitest';
import { lint, UsageError } from '../../src/index.ts';

const RING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill-rule="evenodd" d="M2 2H22V22H2ZM7 7H17V17H7Z"/></svg>';

it('lints a text with the recommended rules, or those of a configuration', () => {
  expect(lint(RING).diagnostics.map(({ code }) => code)).toEqual(['no-evenodd-fill']);
  const off = { rules: { 'no-evenodd-fill': 'off' } } as const;
  expect(lint(RING, { config: off }).diagnostics).toEqual([]);
  const override = { overrides: [{ files: ['old/**'], ...off }] };
  expect(lint(RING, { config: override, path: 'old/ring.svg' }).diagnostics).toEqual([]);
  expect(lint(RING, { config: override, path: 'new/ring.svg' }).diagnostics).toHaveLength(1);
});

it('throws a usage error for a configuration that cannot be', () => {
  expect(() => lint(RING, { config: { rules: { 'no-evenod-fill': 'off' } } })).toThrow(UsageError);
});
