import { attributeOf, type XmlElement } from '../parse/tree.ts';
import type { Context } from './context.ts';

/**
 * Whether an element's conditional attributes let it be drawn.
 *
 * @see https://www.w3.org/TR/SVG2/struct.html#ConditionalProcessing
 */
export function passesConditions(element: XmlElement, context: Context): boolean {
  const extensions = attributeOf(element, 'requiredExtensions');
  if (extensions !== undefined && extensions.value.trim() !== '') return false;
  const languages = attributeOf(element, 'systemLanguage');
  if (languages === undefined) return true;
  const wanted = languages.value.split(',').map((language) => language.trim().toLowerCase());
  // An icon is drawn once for all users, so what depends on their language is said.
  context.report('language-dependent', { languages: languages.value.trim() }, languages.valueSpan);
  return wanted.some((language) =>
    context.languages.some(
      (own) =>
        language === own ||
        (language !== '' && language.startsWith(`${own}-`)) ||
        own.startsWith(`${language}-`),
    ),
  );
}
