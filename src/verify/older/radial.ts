import type { TextEdit } from '../../diagnostics/diagnostic.ts';
import { setAttribute } from '../../parse/edit.ts';
import { childElements, elementsOf, hrefOf, type SvgDocument, type XmlElement } from '../../parse/tree.ts';
import { attribute, plainNumber, type OlderForm } from './form.ts';

/** Around one center, a start circle only moves the stops: from radii between the circles to shares of the larger. */
export const startCircle: OlderForm = {
  feature: 'fr on a radial gradient',
  fixtures: ['paint-servers/radialGradient/fr=0.2', 'paint-servers/radialGradient/fr=0.7'],
  rewrite: (document) => {
    const edits: TextEdit[] = [];
    let templates: Templates | undefined;
    for (const element of elementsOf(document.root)) {
      const start = attribute(element, 'fr');
      if (element.local !== 'radialGradient' || start === undefined || Number.parseFloat(start.value) === 0)
        continue;
      templates ??= templatesIn(document);
      const found = moveStops(document, element, start.value, templates);
      if (found === undefined) return 'unknown';
      edits.push(...found);
    }
    return edits;
  },
};

/** A circle too small for the renderer is a larger one whose stops are as near to its center; beyond them lies the last color. */
export const smallRadius: OlderForm = {
  feature: 'a radial gradient of hardly any radius',
  fixtures: [],
  rewrite: (document) => {
    const edits: TextEdit[] = [];
    let templates: Templates | undefined;
    for (const element of elementsOf(document.root)) {
      const written = attribute(element, 'r');
      if (element.local !== 'radialGradient' || written === undefined) continue;
      const radius = lengthIn(written.value, attribute(element, 'gradientUnits')?.value !== 'userSpaceOnUse');
      if (radius === undefined || !(radius > 0 && radius < SMALLEST)) continue;
      templates ??= templatesIn(document);
      const circles = { inner: 0, outer: radius, whole: SMALLEST };
      const found = spreadStops(document, element, circles, templates);
      if (found === undefined) return 'unknown';
      edits.push(...found);
    }
    return edits;
  },
};

/** The renderer drops a gradient whose radius is below 1/4096. */
const SMALLEST = 1 / 1024;

function moveStops(
  document: SvgDocument,
  gradient: XmlElement,
  start: string,
  templates: Templates,
): TextEdit[] | undefined {
  const isBox = attribute(gradient, 'gradientUnits')?.value !== 'userSpaceOnUse';
  const inner = lengthIn(start, isBox);
  const outer = lengthIn(attribute(gradient, 'r')?.value ?? '50%', isBox);
  if (inner === undefined || outer === undefined || inner === outer) return undefined;
  return spreadStops(document, gradient, { inner, outer, whole: Math.max(inner, outer) }, templates);
}

/** The stops from one radius to the other, as shares of a circle that is as large as both or larger. */
function spreadStops(
  document: SvgDocument,
  gradient: XmlElement,
  { inner, outer, whole }: { readonly inner: number; readonly outer: number; readonly whole: number },
  templates: Templates,
): TextEdit[] | undefined {
  const value = (name: string): string | undefined => attribute(gradient, name)?.value;
  const isConcentric = ['x', 'y'].every(
    (axis) => value(`f${axis}`) === undefined || value(`f${axis}`) === value(`c${axis}`),
  );
  const spread = value('spreadMethod') ?? 'pad';
  const stops = childElements(gradient).filter(({ local }) => local === 'stop');
  const isShared = hrefOf(gradient) !== undefined || templates.has(`#${value('id')}`);
  if (!isConcentric || isShared || spread !== 'pad' || gradient.close === undefined || stops.length === 0)
    return undefined;

  const moved: string[] = [];
  for (const stop of stops) {
    const offset = attribute(stop, 'offset');
    const share = offset === undefined ? 0 : lengthIn(offset.value, true);
    if (share === undefined) return undefined;
    const at = (inner + (outer - inner) * Math.min(1, Math.max(0, share))) / whole;
    const { span, text } = setAttribute(stop, 'offset', String(at));
    moved.push(
      document.text.slice(stop.span.start, span.start) + text + document.text.slice(span.end, stop.span.end),
    );
  }
  if (outer < inner) moved.reverse();
  return [
    setAttribute(gradient, 'r', String(whole)),
    setAttribute(gradient, 'fr', '0'),
    { span: { start: gradient.open.end, end: gradient.close.start }, text: moved.join('') },
  ];
}

/** A number, or a percentage where that is a share of one. */
function lengthIn(value: string, isShare: boolean): number | undefined {
  const percent = /^\s*([-+.\d]+)%\s*$/.exec(value);
  if (percent === null) return plainNumber(value);
  return isShare ? Number.parseFloat(percent[1] as string) / 100 : undefined;
}

type Templates = ReadonlySet<string | undefined>;

/** What gradients take after. */
function templatesIn({ root }: SvgDocument): Templates {
  const gradients = elementsOf(root).filter(({ local }) => local.endsWith('Gradient'));
  return new Set(gradients.map((gradient) => hrefOf(gradient)?.value));
}
