import type { OlderForm } from './form.ts';
import { changeValues } from './values.ts';

/** What an inherited property is where nothing says it, and one that is not. */
const INHERITED: Readonly<Record<string, string>> = {
  color: 'black',
  fill: 'black',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  stroke: 'none',
  'stroke-opacity': '1',
  'stroke-width': '1',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-miterlimit': '4',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0',
  'paint-order': 'normal',
  visibility: 'visible',
  'clip-rule': 'nonzero',
  'marker-start': 'none',
  'marker-mid': 'none',
  'marker-end': 'none',
};
const OWN: Readonly<Record<string, string>> = {
  display: 'inline',
  opacity: '1',
  'clip-path': 'none',
  mask: 'none',
  filter: 'none',
  'stop-color': 'black',
  'stop-opacity': '1',
  transform: 'none',
};

const NAMES = new Set([...Object.keys(INHERITED), ...Object.keys(OWN)]);

/** No sheet of a browser's own says anything of these properties, so that to revert them is to unset them. */
export const wideKeywords: OlderForm = {
  feature: 'unset, revert and initial',
  fixtures: [],
  rewrite: (document) =>
    changeValues(document, NAMES, (property, value) => {
      const word = value.toLowerCase();
      if (word === 'initial') return INHERITED[property] ?? OWN[property];
      if (word === 'unset' || word === 'revert') return OWN[property] ?? 'inherit';
      return undefined;
    }),
};
