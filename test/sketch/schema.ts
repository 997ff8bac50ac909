import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';

interface Schema {
  readonly definitions: Readonly<
    Record<
      string,
      { readonly properties?: Readonly<Record<string, { readonly const?: string } | undefined>> }
    >
  >;
}

const load = createRequire(import.meta.url);
const read = (kind: string): Schema =>
  load(`@sketch-hq/sketch-file-format/dist/${kind}.schema.json`) as Schema;

const ajv = new Ajv({ strict: false, unicodeRegExp: false, allErrors: true });
const page = read('page');
const files: Readonly<Record<string, ValidateFunction>> = {
  page: ajv.compile(page),
  document: ajv.compile(read('document')),
  meta: ajv.compile(read('meta')),
  user: ajv.compile(read('user')),
};
const layers = new Map(
  Object.entries(page.definitions).flatMap(([name, { properties }]): [string, ValidateFunction][] => {
    const className = properties?.['_class']?.const;
    if (className === undefined) return [];
    const { definitions } = page;
    return [[className, ajv.compile({ definitions, $ref: `#/definitions/${name}` })]];
  }),
);

/** The schema is for formats from this one on, to 146. */
export const OLDEST_FORMAT = 121;

/**
 * Where a JSON file of a document departs from the schema that Sketch publishes, a line each: the class of the layer or
 * the file, the place in it, and what is wrong. Each layer is looked at by itself, without those in it: a union of all
 * layers in a union of all layers takes Ajv minutes.
 *
 * @see https://github.com/sketch-hq/sketch-document
 */
export function departures(file: string, json: unknown): string[] {
  const kind = file.startsWith('pages/') ? 'page' : file.replace(/\.json$/, '');
  const validate = files[kind];
  if (validate === undefined) throw new Error(`there is no schema for ${file}`);
  if (kind !== 'page') return faults(validate, kind, json);
  return [...faults(validate, kind, withoutLayers(json)), ...childrenOf(json).flatMap(layerDepartures)];
}

function layerDepartures(layer: unknown): string[] {
  const className = (layer as Record<string, string>)['_class'] ?? '';
  const validate = layers.get(className);
  const own =
    validate === undefined
      ? [`${className}: no such layer`]
      : faults(validate, className, withoutLayers(layer));
  return [...own, ...childrenOf(layer).flatMap(layerDepartures)];
}

const childrenOf = (parent: unknown): unknown[] => (parent as { layers?: unknown[] }).layers ?? [];

const withoutLayers = (parent: unknown): unknown =>
  childrenOf(parent).length === 0 ? parent : { ...(parent as object), layers: [] };

function faults(validate: ValidateFunction, name: string, json: unknown): string[] {
  validate(json);
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const { missingProperty, additionalProperty } = params as Record<string, string>;
    const member = missingProperty ?? additionalProperty;
    const what =
      missingProperty === undefined ? (additionalProperty === undefined ? message : 'unknown') : 'missing';
    return [
      `${name}:`,
      instancePath.replace(/\/[\dA-F-]{36}/g, '/<id>').replace(/\/\d+/g, '/n'),
      member,
      what,
    ]
      .filter(Boolean)
      .join(' ');
  });
}
