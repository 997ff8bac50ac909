import { row } from '../message.ts';

const inMiB = (bytes: number): string => `${Math.round((bytes / 2 ** 20) * 10) / 10} MiB`;

export const filesMessages = {
  'unreadable-file': row<{ reason: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ reason }) => `This file cannot be read: ${reason}.`,
    help: () => 'Check the path and the permissions of the file.',
  }),
  'unwritable-file': row<{ path: string; reason: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ path, reason }) => `${path} cannot be written: ${reason}.`,
    help: () => 'Check the permissions and the free space of the output folder.',
  }),
  'empty-file': row({
    severity: 'error',
    effect: 'refused',
    message: () => 'This file is empty.',
    help: () => 'Export the icon again, or delete the file.',
  }),
  'not-text': row<{ format: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ format }) => `This is no SVG text: the file is ${format}.`,
    help: () => 'Export the icon as SVG, in UTF-8.',
  }),
  'not-utf8': row({
    severity: 'error',
    effect: 'refused',
    message: () => 'This file is not in UTF-8, so it is not changed in place.',
    help: () => 'Save it as UTF-8 first.',
  }),
  'file-too-large': row<{ bytes: number; limit: number }>({
    severity: 'error',
    effect: 'refused',
    message: ({ bytes, limit }) => `This file has ${inMiB(bytes)}, more than the limit of ${inMiB(limit)}.`,
    help: () => 'Simplify the drawing; for a picture of this size use a raster image.',
  }),
  'name-collision': row<{ path: string; others: readonly string[] }>({
    severity: 'error',
    effect: 'refused',
    message: ({ path, others }) => `${path} would be written by this icon and by ${others.join(', ')}.`,
    help: () => 'Rename one of the icons or layers, or keep folders apart (without --flat).',
  }),
  'output-is-source': row<{ path: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ path }) => `The output would overwrite a source, ${path}.`,
    help: () => 'Choose another output folder.',
  }),
  'night-without-day': row<{ path: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ path }) =>
      `There is no ${path} beside this icon for the night: by day the app would crash for want of it.`,
    help: () => 'Add the icon for the day, or leave this one out of --night.',
  }),
  'time-limit': row<{ seconds: number }>({
    severity: 'error',
    effect: 'refused',
    message: ({ seconds }) => `This icon took longer than ${seconds} s and was given up.`,
    help: () => 'Simplify the drawing, or allow more time with --time-limit.',
  }),
  'worker-lost': row<{ reason: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ reason }) => `This icon brought its worker down: ${reason}.`,
    help: () => 'Simplify the drawing, and please report the icon.',
  }),
  'internal-error': row<{ stage: string; detail: string }>({
    severity: 'error',
    effect: 'refused',
    message: ({ stage, detail }) => `A check of windproof's own failed in ${stage}: ${detail}.`,
    help: () => 'Nothing was written for this icon. Please report it with the file.',
  }),
} as const;
