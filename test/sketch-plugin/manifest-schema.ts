/**
 * What Sketch takes as a plugin's manifest: which members there are, of which types, and nothing else.
 *
 * Facts of Sketch's own JSON schema and of its page about the manifest; Sketch ignores what it does not know, so a
 * misspelt member would never be noticed.
 *
 * @see https://raw.githubusercontent.com/sketch-hq/SketchAPI/develop/docs/sketch-plugin-manifest-schema.json
 * @see https://developer.sketch.com/plugins/plugin-manifest
 */
export const MANIFEST_SCHEMA = {
  $defs: {
    text: { type: 'string', minLength: 1 },
    // The page asks for semantic versions; its own examples leave numbers out.
    version: { type: 'string', pattern: '^\\d+(\\.\\d+){0,2}$' },
    url: { type: 'string', pattern: '^https://' },
    functionName: { type: 'string', pattern: '^[A-Za-z_$][\\w$]*$' },
    menuItems: {
      type: 'array',
      minItems: 1,
      items: { anyOf: [{ $ref: '#/$defs/text' }, { $ref: '#/$defs/submenu' }] },
    },
    submenu: {
      type: 'object',
      required: ['title', 'items'],
      additionalProperties: false,
      properties: { title: { $ref: '#/$defs/text' }, items: { $ref: '#/$defs/menuItems' } },
    },
    handlers: {
      type: 'object',
      additionalProperties: false,
      properties: {
        run: { $ref: '#/$defs/functionName' },
        setUp: { $ref: '#/$defs/functionName' },
        tearDown: { $ref: '#/$defs/functionName' },
        actions: {
          type: 'object',
          // An action by its bare name is called as it begins and as it ends.
          propertyNames: { pattern: '^(\\*|[A-Za-z]+(\\.(begin|finish))?)$' },
          additionalProperties: { $ref: '#/$defs/functionName' },
        },
      },
    },
    command: {
      type: 'object',
      required: ['identifier', 'script'],
      additionalProperties: false,
      properties: {
        identifier: { $ref: '#/$defs/text' },
        script: { $ref: '#/$defs/text' },
        name: { $ref: '#/$defs/text' },
        description: { $ref: '#/$defs/text' },
        shortcut: { $ref: '#/$defs/text' },
        icon: { $ref: '#/$defs/text' },
        darkIcon: { $ref: '#/$defs/text' },
        handler: { $ref: '#/$defs/functionName' },
        handlers: { $ref: '#/$defs/handlers' },
      },
    },
  },
  type: 'object',
  required: ['commands', 'icon'],
  additionalProperties: false,
  properties: {
    $schema: { $ref: '#/$defs/url' },
    name: { $ref: '#/$defs/text' },
    identifier: { type: 'string', pattern: '^[a-z][\\w-]*(\\.[\\w-]+)+$' },
    description: { $ref: '#/$defs/text' },
    author: { $ref: '#/$defs/text' },
    authorEmail: { type: 'string', pattern: '^[^@\\s]+@[^@\\s]+$' },
    icon: { type: 'string', pattern: '\\.png$' },
    darkIcon: { type: 'string', pattern: '\\.png$' },
    homepage: { $ref: '#/$defs/url' },
    version: { $ref: '#/$defs/version' },
    appcast: { $ref: '#/$defs/url' },
    compatibleVersion: { $ref: '#/$defs/version' },
    maxCompatibleVersion: { $ref: '#/$defs/version' },
    bundleVersion: { const: 1 },
    suppliesData: { type: 'boolean' },
    disableCocoaScriptPreprocessor: { type: 'boolean' },
    scope: { enum: ['application', 'document'] },
    commands: { type: 'array', minItems: 1, items: { $ref: '#/$defs/command' } },
    menu: {
      type: 'object',
      required: ['items'],
      additionalProperties: false,
      properties: {
        title: { $ref: '#/$defs/text' },
        isRoot: { type: 'boolean' },
        items: { $ref: '#/$defs/menuItems' },
      },
    },
  },
} as const;
