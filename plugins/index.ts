export { nonzeroFill, type NonzeroFillParams } from './nonzero-fill.ts';
