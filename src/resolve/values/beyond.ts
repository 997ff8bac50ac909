/** Functions of CSS that a value may hold wherever it is of the right type. */
const ANYWHERE =
  /(?:^|[^\w-])(?:calc|min|max|clamp|round|mod|rem|sin|cos|tan|asin|acos|atan2?|pow|sqrt|hypot|log|exp|abs|sign|env|attr|if|random|anchor|sibling-index|sibling-count|calc-size|var)\(/i;
/** Notations of color that grew later, of which a converter may lag behind. */
const COLORS =
  /(?:^|[^\w-])(?:color-mix|light-dark|contrast-color|device-cmyk|color|palette-mix|alpha)\(|\(\s*from\s/i;
/** Transforms in space, and shapes. */
const OTHERS =
  /(?:^|[^\w-])(?:matrix3d|(?:translate|scale|rotate)(?:3d|z)|rotate[xy]|perspective|shape|image-set|cross-fade)\(/i;

/**
 * Whether a value that was not understood may well be one for a browser. Such a value is refused, since to leave it out,
 * as is right for what nobody understands, would silently draw something else.
 */
export function isBeyondUs(text: string): boolean {
  return ANYWHERE.test(text) || COLORS.test(text) || OTHERS.test(text);
}
