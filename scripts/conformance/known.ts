const HALF_TURN =
  'stroked in half turns, which the parsers up to API 25 draw flatter by 0.3 % of the radius where rounding leaves the ' +
  'radius short. They are printed as two arcs; the renderer makes curves of these at other places, and more than 0.1 % ' +
  'of its samples lie so near an edge that they show it. The outline is right, Android 8 gets one arc (--min-sdk 26: ' +
  'exact), and the icon is written as approximate, with the measure';

const HALF_TURNS = [
  'lucide-static/icons/pill.svg',
  'icons/outline/aperture-off.svg',
  'icons/outline/blur-off.svg',
  'icons/outline/brightness-off.svg',
  'icons/outline/contrast-off.svg',
  'icons/outline/current-location-off.svg',
  'icons/outline/discount-off.svg',
  'icons/outline/gender-epicene.svg',
  'icons/outline/help-off.svg',
  'icons/outline/moon-off.svg',
  'ionicons/magnet-outline.svg',
  'svg/magnet-outline.svg',
];

/** By the end of its source's path: icons of the packs whose picture is close and not the same, and why. */
export const KNOWN: ReadonlyMap<string, string> = new Map(HALF_TURNS.map((icon) => [icon, HALF_TURN]));
