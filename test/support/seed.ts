import * as fc from 'fast-check';

/**
 * What properties try is settled by a number, so that a commit which passes passes again; another number tries other
 * inputs, and `random` a new one each time.
 *   SEED=random npm test
 */
const { SEED = '1' } = process.env;

if (!/^(random|-?\d+)$/.test(SEED)) throw new Error(`SEED is a whole number or random, not ${SEED}`);
fc.configureGlobal(SEED === 'random' ? {} : { seed: Number(SEED) });
