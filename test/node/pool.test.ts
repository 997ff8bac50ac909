import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FixJob } from '../../src/node/pool/job.ts';
import { Pool } from '../../src/node/pool/pool.ts';

/** A worker that does what its icon's text says, each a way in which a stage could fail. */
const WORKER = `
const grow = [];
export default async function treat({ text }) {
  switch (text) {
    case 'hang': for (;;);
    case 'eat': for (;;) grow.push(new Array(1e6).fill(Math.random()));
    case 'exit': process.exit(3);
    case 'throw': throw new Error('a fault\\nwith more lines');
    default: return { result: { output: text } };
  }
}`;

let folder: string;
let worker: URL;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'windproof-pool-'));
  writeFileSync(join(folder, 'worker.mjs'), WORKER);
  worker = pathToFileURL(join(folder, 'worker.mjs'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const job = (text: string): FixJob => ({ command: 'fix', text, options: {} });

describe('an icon that brings its worker down costs only itself', () => {
  it.each([
    ['hang', 'time-limit', '2 s'],
    ['eat', 'worker-lost', 'it ran out of memory'],
    // Nobody is told of it, so the clock ends the wait.
    ['exit', 'time-limit', '2 s'],
    ['throw', 'worker-lost', 'a fault'],
  ])('%s: %s', { timeout: 60_000 }, async (text, code, said) => {
    const pool = new Pool({
      worker,
      threads: 1,
      timeLimitSeconds: code === 'time-limit' ? 2 : 40,
      heapMib: 64,
    });
    try {
      const before = await pool.run(job('before'));
      const lost = await pool.run(job(text));
      const after = await pool.run(job('after'));
      expect([before, after]).toEqual([{ result: { output: 'before' } }, { result: { output: 'after' } }]);
      expect('problem' in lost && lost.problem.code).toBe(code);
      expect('problem' in lost && lost.problem.message).toContain(said);
    } finally {
      await pool.close();
    }
  });
});
