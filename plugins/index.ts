export { nonzeroFill, type Leftover, type NonzeroFillParams } from './nonzero-fill.ts';
