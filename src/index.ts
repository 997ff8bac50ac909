/** windproof's library: the whole flow on strings, without files. It runs in Node, browsers and JavaScriptCore. */
export type {
  ConvertOptions,
  ConvertResult,
  Fidelity,
  FixOptions,
  FixResult,
  OutputKind,
} from './pipeline/result.ts';
export type { Repair } from './repair/icon.ts';
export { convert } from './pipeline/convert.ts';
export { fix } from './pipeline/fix.ts';
export { lint, type LintTextOptions } from './pipeline/lint-text.ts';
export type { Config } from './lint/config.ts';
export { inspect, type InspectResult } from './inspect/source.ts';
export type { Diagnostic, Fix, TextEdit } from './diagnostics/diagnostic.ts';
export type { Severity } from './diagnostics/message.ts';
export { LineIndex, type Position, type Span } from './diagnostics/span.ts';
export type { Draw, IsOverdue, Picture } from './ports.ts';
export { InvariantError, UsageError } from './errors.ts';
export { OverdueError } from './geometry/time.ts';
export { repairFillRule, type FillRuleRepair } from './repair/path-data.ts';
export { windings, type Face, type Windings } from './repair/windings.ts';
export { resourceName } from './emit/resource-name.ts';
