import { Script } from 'node:vm';

/** Work that was ended before it was done. What it had begun to change is left as it stood. */
export class OverTime extends Error {
  override readonly name = 'OverTime';
}

const WORK = Symbol.for('windproof.work');
const held = globalThis as { [WORK]?: (() => void) | undefined };
let call: Script | undefined;

/**
 * What synchronous `work` gives. Where it takes longer than `seconds`, V8 ends it from another thread, no matter what it
 * is at and whether it catches errors; then an OverTime is thrown.
 *
 * @see https://nodejs.org/api/vm.html#scriptruninthiscontextoptions
 */
export function withinTime<T>(seconds: number, work: () => T): T {
  // Only what a script itself does is timed, and a script is handed nothing but what is global.
  call ??= new Script("globalThis[Symbol.for('windproof.work')]()");
  let done: { readonly value: T } | undefined;
  held[WORK] = () => void (done = { value: work() });
  try {
    call.runInThisContext({ timeout: Math.max(1, Math.round(seconds * 1000)) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new OverTime();
  } finally {
    held[WORK] = undefined;
  }
  return (done as unknown as { readonly value: T }).value;
}
