import { checkstyle } from './checkstyle.ts';
import { compact } from './compact.ts';
import type { Format } from './finding.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { sarif } from './sarif.ts';

/** The formats that need nothing but the report, by the name `--format` takes. */
export const FORMATS = { checkstyle, compact, github, gitlab, junit, markdown, sarif } satisfies Record<
  string,
  Format
>;
