import { setFlagsFromString } from 'node:v8';

/**
 * By node's major version, since V8 prints an error for an option it does not know. Node 20: four times the work in a
 * function before it is optimized; 22: twice the calls. Both: a ninth of the bytecode drawn into it. Node 24 has a quick
 * compiler before the thorough one and gains nothing.
 *
 * @see https://nodejs.org/api/v8.html#v8setflagsfromstringflags
 */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  20: ['--interrupt-budget=270000', '--max-inlined-bytecode-size-cumulative=100'],
  22: ['--invocation-count-for-turbofan=6000', '--max-inlined-bytecode-size-cumulative=100'],
};

/**
 * Has V8 optimize functions later, and draw fewer others into them; for this process and all its threads.
 *
 * Threads that lint some thousand icons live for two seconds, and each has its own functions optimized: with Node's
 * defaults that takes two fifths of the processor time and comes too late to pay.
 */
export function optimizeLater(): void {
  const [major = ''] = process.versions.node.split('.');
  for (const option of OPTIONS[major] ?? []) setFlagsFromString(option);
}
