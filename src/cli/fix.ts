import { resolve } from 'node:path';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { UsageError } from '../errors.ts';
import { wouldWrite, writeWhole } from '../node/files/write.ts';
import type { FixJob } from '../node/pool/job.ts';
import { findSvgoConfig } from '../node/svgo-config.ts';
import { treatAll } from './batch.ts';
import type { FixArgs } from './commands/fix.ts';
import { EXIT } from './exit.ts';
import { withoutOtherXml } from './icon-path.ts';
import { gatherInputs, type Input } from './inputs.ts';
import { planInPlace, planOutputs, type Planned } from './plan.ts';
import { fixSketch } from './fix-sketch.ts';
import { isSketch } from './is-sketch.ts';
import { record } from './record.ts';
import { printDiff } from './report/diff.ts';
import { printReport } from './report/print.ts';
import { failedFile, locate, summarize, type FileReport } from './report/report.ts';
import { STDIN } from './stdin.ts';
import type { Terminal } from './terminal.ts';

/** `windproof fix`: in place, or into a folder with `--out`. */
export async function fixFiles(args: FixArgs, terminal: Terminal): Promise<number> {
  const toStdout = checkOutput(args);
  const cwd = process.cwd();
  const svgoConfig = args.optimize ? await findSvgoConfig(args.svgoConfig, cwd) : undefined;
  const found = await gatherInputs(args.paths, terminal, {
    cwd,
    stdinFilename: args.stdinFilename,
    extensions: ['.svg', '.xml', '.sketch'],
    ...(args.out === undefined ? {} : { exclude: [resolve(cwd, args.out)] }),
  });
  const inputs = await withoutOtherXml(found, args.paths, cwd);
  const planned =
    args.out === undefined
      ? planInPlace(inputs)
      : planOutputs(inputs, { cwd, out: args.out, flat: false, kind: 'keep' });

  const options = { optimize: args.optimize, ...(svgoConfig === undefined ? {} : { svgoConfig }) };
  const diffs = new Map<Input, string>();
  // A document is changed in place and has no text to lend to a worker.
  const [documents, icons] = [planned.filter(isDocument), planned.filter((plan) => !isDocument(plan))];
  const fixedDocuments: FileReport[] = [];
  for (const plan of documents) fixedDocuments.push(await fixSketch(plan, args.dryRun));

  const fixedIcons = await treatAll(
    icons,
    { doing: 'fixing', timeLimit: args.timeLimit ?? 30, threads: args.threads },
    terminal,
    async (plan, source, run) => {
      const problem =
        plan.problem ?? (source.utf8 ? undefined : diagnostic('not-utf8', {}, { start: 0, end: 0 }));
      if (problem !== undefined)
        return failedFile(plan.input.name, locate([problem], source.text), source.bytes);
      const outcome = await run<FixJob>({ command: 'fix', text: source.text, options });
      return record(plan, source, outcome, async (output) => {
        if (toStdout && !args.dryRun) {
          terminal.print(output.trimEnd());
          return 'written';
        }
        if (!args.dryRun) return writeWhole(plan.absolute, output);
        if (output !== source.text) {
          const color = process.stdout.hasColors?.() === true;
          diffs.set(plan.input, printDiff(plan.input.name, source.text, output, { color }));
        }
        return wouldWrite(plan.absolute, output);
      });
    },
  );

  const files = [...fixedDocuments, ...fixedIcons];
  if (args.format === 'text') {
    for (const { input } of planned) {
      const diff = diffs.get(input);
      if (diff !== undefined) terminal.print(`${diff}\n`);
    }
  }
  const report = { command: 'fix', files, dryRun: args.dryRun } as const;
  printReport(report, { format: args.format, quiet: toStdout }, terminal);
  const { failed, errors } = summarize(report);
  return failed + errors > 0 ? EXIT.problems : EXIT.clean;
}

/** Whether the one icon goes to standard output. Throws where that cannot be. */
function checkOutput(args: FixArgs): boolean {
  if (args.out !== undefined || !args.paths.includes(STDIN)) return false;
  if (args.paths.length > 1) throw new UsageError('Standard input comes alone, or with -o <folder>.');
  if (args.format === 'json')
    throw new UsageError('--format json needs -o <folder>: both use standard output.');
  return true;
}

const isDocument = ({ input, problem }: Planned): boolean => problem === undefined && isSketch(input);
