import { extname, resolve } from 'node:path';
import picomatch from 'picomatch';
import { UsageError } from '../errors.ts';
import { displayName } from '../node/files/find.ts';
import { wouldWrite, writeWhole } from '../node/files/write.ts';
import { findSvgoConfig } from '../node/svgo-config.ts';
import type { ConvertJob } from '../node/pool/job.ts';
import { treatAll } from './batch.ts';
import type { ConvertArgs } from './commands/convert.ts';
import { drawableJobOptions } from './drawable-options.ts';
import { EXIT } from './exit.ts';
import { withoutOtherXml } from './icon-path.ts';
import { gatherInputs, type Input } from './inputs.ts';
import { Manifest } from './manifest.ts';
import { nightFolder, parseNightMark, type NightMark } from './night.ts';
import { checkNaming } from './output-name.ts';
import { planOutputs } from './plan.ts';
import { failedFile, locate, summarize } from './report/report.ts';
import { record } from './record.ts';
import { printReport } from './report/print.ts';
import { STDIN } from './stdin.ts';
import { expandSketch, withNotes } from './sketch-inputs.ts';
import type { Terminal } from './terminal.ts';

/** `windproof convert`. */
export async function convertFiles(args: ConvertArgs, terminal: Terminal): Promise<number> {
  const toStdout = checkOutput(args);
  const once = (): Promise<number> => convertOnce(args, toStdout, terminal);
  if (!args.watch) return once();
  const { watching } = await import('./watch.ts');
  return watching(
    { paths: args.paths, ...(args.out === undefined ? {} : { out: resolve(args.out) }) },
    terminal,
    once,
  );
}

async function convertOnce(args: ConvertArgs, toStdout: boolean, terminal: Terminal): Promise<number> {
  const naming = { prefix: args.prefix, template: args.name, size: args.size };
  checkNaming(naming);
  const night = (args.night ?? []).map(parseNightMark);
  const cwd = process.cwd();
  const svgoConfig = args.optimize ? await findSvgoConfig(args.svgoConfig, cwd) : undefined;
  const files = await gatherInputs(args.paths, terminal, {
    cwd,
    stdinFilename: args.stdinFilename,
    extensions: args.to === 'svg' ? ['.svg', '.xml', '.sketch'] : ['.svg', '.sketch'],
    ...(args.out === undefined ? {} : { exclude: outputFolders(resolve(cwd, args.out), night) }),
  });
  const { inputs, notes, empty } = await expandSketch(await withoutOtherXml(files, args.paths, cwd));
  const planned = planOutputs(inputs, {
    cwd,
    out: args.out ?? '.',
    flat: args.flat,
    kind: args.to,
    naming,
    night,
  });
  const manifest =
    args.out === undefined ? undefined : await Manifest.read(resolve(cwd, args.out), args.prune);

  const drawable = await drawableJobOptions(args, cwd);
  const isMirrored = picomatch(args.autoMirror ?? [], { basename: true });
  const options: ConvertJob['options'] = {
    ...drawable,
    to: args.to,
    minSdk: args.minSdk ?? 21,
    currentColor: args.currentColor,
    optimize: args.optimize,
    allowLossy: args.allowLossy,
    allowUnverified: args.allowUnverified,
    ...(svgoConfig === undefined ? {} : { svgoConfig }),
  };
  const given = new Map<string, ReadonlySet<string>>();
  const treated = await treatAll(
    planned,
    { doing: 'converting', timeLimit: args.timeLimit ?? 30, threads: args.threads },
    terminal,
    async (plan, source, run) => {
      if (plan.problem !== undefined) {
        return failedFile(plan.input.name, locate([plan.problem], source.text), source.bytes);
      }
      const mirrored = isMirrored(plan.input.inTree) ? { autoMirrored: true } : {};
      const outcome = await run<ConvertJob>({
        command: 'convert',
        text: source.text,
        options: { ...options, ...mirrored },
      });
      return record(plan, source, outcome, async (output) => {
        if (toStdout) {
          terminal.print(output.trimEnd());
          return 'written';
        }
        const from = plan.input.absolute;
        if (from !== undefined)
          given.set(from, new Set([...(given.get(from) ?? []), extname(plan.absolute)]));
        if (args.dryRun) return wouldWrite(plan.absolute, output);
        const status = await writeWhole(plan.absolute, output);
        if (from !== undefined) manifest?.add({ source: from, output: plan.absolute, text: output });
        return status;
      });
    },
  );

  const pruned = args.prune
    ? await manifest?.prune({
        planned: new Set(planned.map(({ absolute }) => absolute)),
        given,
        dryRun: args.dryRun,
      })
    : undefined;
  if (!args.dryRun) await manifest?.write();
  const report = {
    command: 'convert',
    files: [
      ...treated.map((file, index) => withNotes(file, notes.get(planned[index]?.input as Input))),
      ...empty,
    ],
    dryRun: args.dryRun,
    ...(pruned === undefined ? {} : { pruned: pruned.map((path) => displayName(path, cwd)) }),
  } as const;
  printReport(report, { format: args.format, quiet: toStdout }, terminal);
  const { failed, errors } = summarize(report);
  return failed + errors > 0 ? EXIT.problems : EXIT.clean;
}

/** Whether the one icon goes to standard output. Throws when it is not said where the outputs go. */
function checkOutput(args: ConvertArgs): boolean {
  if (args.out !== undefined) return false;
  if (args.prune) throw new UsageError('--prune needs -o <folder>: there it keeps what it wrote.');
  if (args.paths.length !== 1 || args.paths[0] !== STDIN) {
    throw new UsageError('Say where the outputs go: -o <folder>.');
  }
  if (args.format === 'json')
    throw new UsageError('--format json needs -o <folder>: both use standard output.');
  return true;
}

function outputFolders(out: string, night: readonly NightMark[]): string[] {
  return night.length === 0 ? [out] : [out, nightFolder(out)];
}
