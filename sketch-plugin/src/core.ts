import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { OverdueError } from '../../src/geometry/time.ts';
import type { ConvertOptions } from '../../src/pipeline/result.ts';
import type { IsOverdue } from '../../src/ports.ts';
import type { Host } from './host.ts';
import { timeFault, type Settings } from './settings.ts';

/** What the core is told of one drawing. Its time counts from here. */
export function coreOptions(host: Host, settings: Settings): ConvertOptions {
  const { minSdk, optimize } = settings;
  return {
    minSdk,
    optimize,
    // The renderer of the command line is too large for a plugin: regions alone decide here.
    allowUnverified: true,
    isOverdue: clock(host, settings),
  };
}

/** Tells when what a drawing or a layer may take is used up, counted from now. */
export function clock(host: Host, { maxSeconds }: Settings): IsOverdue {
  const end = host.now() + maxSeconds * 1000;
  return () => host.now() > end;
}

/** A sentence for each error. */
export function errorsOf(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ message, help }) => `${message} ${help}`);
}

/** Does `work` on one drawing or layer, and complains of what stops it. */
export function attempt(settings: Settings, complain: (what: string) => unknown, work: () => void): void {
  try {
    work();
  } catch (error) {
    complain(error instanceof OverdueError ? timeFault(settings) : reasonOf(error));
  }
}

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
