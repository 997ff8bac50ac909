import type { Argv } from 'yargs';
import { wholeNumber, atLeast } from './shared-options.ts';

/** What is to be in a VectorDrawable, and what it is to be called. */
export const drawableOptions = <T>(yargs: Argv<T>) =>
  yargs
    .option('appcompat', {
      type: 'boolean',
      default: false,
      describe: 'The app draws vectors with AppCompat, which knows gradients below API 24',
    })
    .option('size', {
      type: 'number',
      requiresArg: true,
      describe: "The longer side in dp; without it the icon's own size",
      coerce: atLeast('--size', 0.001),
    })
    .option('tint', {
      type: 'string',
      requiresArg: true,
      describe: 'android:tint: a color, @color/… or ?attr/…',
    })
    .option('auto-mirror', {
      type: 'string',
      array: true,
      requiresArg: true,
      describe: 'Icons (globs) that are mirrored where text runs from right to left',
    })
    .option('color-map', {
      type: 'string',
      requiresArg: true,
      describe: 'JSON file from "#RRGGBB" to "@color/…" or "?attr/…"',
    })
    .option('keep-ids', {
      type: 'string',
      requiresArg: true,
      describe: 'Ids to keep as names, for animation: a,b,c or all',
    })
    .option('precision', {
      type: 'number',
      requiresArg: true,
      describe: 'Decimals of coordinates, 0 to 8; without it what the viewport needs',
      coerce: wholeNumber('--precision', 0),
    })
    .option('indent', {
      type: 'number',
      requiresArg: true,
      describe: 'Spaces a level; default 1',
      coerce: wholeNumber('--indent', 0),
    })
    .option('minify', { type: 'boolean', default: false, describe: 'No line breaks' })
    .option('split-long', {
      type: 'boolean',
      default: false,
      describe: 'Also take path data of over 800 characters apart, where that cannot show',
    })
    .option('prefix', {
      type: 'string',
      requiresArg: true,
      describe: 'What every output name begins with: ic_',
    })
    .option('name', {
      type: 'string',
      requiresArg: true,
      describe: 'Output names, of {prefix}, {name}, {folder} and {size}; default {prefix}{name}',
    })
    .option('night', {
      type: 'string',
      array: true,
      requiresArg: true,
      describe: "Icons for drawable-night: '*-dark.svg', '*.night.svg', or a folder, 'night/'",
    })
    .option('prune', {
      type: 'boolean',
      default: false,
      describe: 'Remove outputs of earlier runs with --prune whose source or name is gone',
    });
