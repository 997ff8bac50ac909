import { resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { wouldWrite, writeWhole } from '../node/files/write.ts';
import { findSvgoConfig } from '../node/svgo-config.ts';
import type { ConvertJob } from '../node/pool/job.ts';
import { treatAll } from './batch.ts';
import type { ConvertArgs } from './commands/convert.ts';
import { EXIT } from './exit.ts';
import { gatherInputs } from './inputs.ts';
import { planOutputs } from './plan.ts';
import { failedFile, locate, summarize } from './report/report.ts';
import { record } from './record.ts';
import { printReport } from './report/print.ts';
import { STDIN } from './stdin.ts';
import { expandSketch } from './sketch-inputs.ts';
import type { Terminal } from './terminal.ts';

/** `windproof convert`. */
export async function convertFiles(args: ConvertArgs, terminal: Terminal): Promise<number> {
  const toStdout = checkOutput(args);
  const cwd = process.cwd();
  const svgoConfig = args.optimize ? await findSvgoConfig(args.svgoConfig, cwd) : undefined;
  const files = await gatherInputs(args.paths, terminal, {
    cwd,
    stdinFilename: args.stdinFilename,
    extensions: ['.svg', '.sketch'],
    ...(args.out === undefined ? {} : { exclude: [resolve(cwd, args.out)] }),
  });
  const inputs = await expandSketch(files);
  const planned = planOutputs(inputs, { cwd, out: args.out ?? '.', flat: args.flat, kind: args.to });

  const options: ConvertJob['options'] = {
    to: args.to,
    minSdk: args.minSdk ?? 21,
    currentColor: args.currentColor,
    optimize: args.optimize,
    allowLossy: args.allowLossy,
    allowUnverified: args.allowUnverified,
    ...(svgoConfig === undefined ? {} : { svgoConfig }),
  };
  const treated = await treatAll(
    planned,
    { doing: 'converting', timeLimit: args.timeLimit ?? 30, threads: args.threads },
    terminal,
    async (plan, source, run) => {
      if (plan.problem !== undefined) {
        return failedFile(plan.input.name, locate([plan.problem], source.text), source.bytes);
      }
      const outcome = await run<ConvertJob>({ command: 'convert', text: source.text, options });
      return record(plan, source, args.to, outcome, async (output) => {
        if (!toStdout)
          return args.dryRun ? wouldWrite(plan.absolute, output) : writeWhole(plan.absolute, output);
        terminal.print(output.trimEnd());
        return 'written';
      });
    },
  );

  const report = { command: 'convert', files: treated, dryRun: args.dryRun } as const;
  printReport(report, { format: args.format, quiet: toStdout }, terminal);
  const { failed, errors } = summarize(report);
  return failed + errors > 0 ? EXIT.problems : EXIT.clean;
}

/** Whether the one icon goes to standard output. Throws when it is not said where the outputs go. */
function checkOutput(args: ConvertArgs): boolean {
  if (args.out !== undefined) return false;
  if (args.paths.length !== 1 || args.paths[0] !== STDIN) {
    throw new UsageError('Say where the outputs go: -o <folder>.');
  }
  if (args.format === 'json')
    throw new UsageError('--format json needs -o <folder>: both use standard output.');
  return true;
}
