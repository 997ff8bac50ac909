import { toJsonSchema } from '@valibot/to-json-schema';
import { DOCS_URL } from '../src/diagnostics/diagnostic.ts';
import { ConfigSchema } from '../src/lint/config.ts';
import { RULES } from '../src/lint/registry.ts';

type Json = Record<string, unknown>;

/** The JSON schema of a configuration, as text: the keys, and every rule with its own options. */
export function configJsonSchema(): string {
  const schema = toJsonSchema(ConfigSchema, { errorMode: 'ignore' }) as Json;
  const level = { enum: ['off', 'info', 'warning', 'error'] };
  const rules = Object.fromEntries(
    RULES.map(({ name, summary, options }) => {
      const { $schema: _, ...shape } = toJsonSchema(options, { errorMode: 'ignore' }) as Json;
      return [
        name,
        {
          description: `${summary} ${DOCS_URL}/rules/${name}.md`,
          anyOf: [level, { type: 'array', items: [level, shape], minItems: 2, maxItems: 2 }],
        },
      ];
    }),
  );
  const ofRules = { type: 'object', properties: rules, additionalProperties: false };
  const properties = schema['properties'] as Record<string, Json>;
  const override = (properties['overrides'] as { items: { properties: Json } }).items;
  return `${JSON.stringify(
    {
      ...schema,
      title: 'Configuration of windproof',
      properties: {
        ...properties,
        rules: ofRules,
        overrides: {
          ...properties['overrides'],
          items: { ...override, properties: { ...override.properties, rules: ofRules } },
        },
      },
    },
    undefined,
    2,
  )}\n`;
}
