import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

export interface CompiledCode<T> {
  readonly exports: T;
  /**
   * Keeps what V8 has compiled until now for the next process; does nothing where that is kept already. To be called
   * when the code has done its work, since functions are compiled when they are first called.
   */
  readonly keep: () => void;
}

/** The build ends the file with the hash of its content, since V8 itself compares no more than lengths. */
const KEY_LENGTH = 16;

/**
 * Runs a file that the build made of CommonJS, compiled as an earlier process left it: compiling is what a small call
 * takes longest for.
 *
 * What was compiled lies in a folder beside the file, where only those can write who could change the file as well. Its
 * name holds the content's hash, node's version, the processor and `made`; it is written whole or not at all. V8 refuses
 * what another version or other options have made. A folder that cannot be written to costs time and nothing else.
 *
 * @param made a name for the options of V8 that are in force, where they are not node's own
 * @see https://nodejs.org/api/vm.html#scriptcreatecacheddata
 */
export function loadCompiled<T>(file: URL, made = 'plain'): CompiledCode<T> {
  const filename = fileURLToPath(file);
  // The build writes ASCII alone, which is read fastest so.
  const source = readFileSync(filename, 'latin1');
  const key = source.slice(-KEY_LENGTH);
  const kept = join(dirname(filename), 'compiled', `${key}-${process.version}-${process.arch}-${made}.bin`);
  const cachedData = read(kept);
  const script = new Script(`(function(exports,require,module,__filename,importModule){${source}\n})`, {
    filename,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const module = { exports: {} as T };
  const run = script.runInThisContext() as (...given: unknown[]) => void;
  // A script that was compiled before may not import, so that the build writes importModule() into it.
  const importModule = (name: string): Promise<unknown> =>
    import(name.startsWith('.') ? new URL(name, file).href : name);
  run(module.exports, createRequire(filename), module, filename, importModule);
  let isKept = cachedData !== undefined && script.cachedDataRejected !== true;
  return {
    exports: module.exports,
    keep: () => {
      if (!isKept) write(kept, script.createCachedData());
      isKept = true;
    },
  };
}

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Through a file of its own, on the disk before it gets the name that is read. */
function write(path: string, content: Buffer): void {
  const temporary = `${path}.${process.pid}.${Date.now()}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const handle = openSync(temporary, 'wx');
    try {
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, path);
  } catch {
    try {
      rmSync(temporary, { force: true });
    } catch {
      // What cannot be written to has nothing to remove either.
    }
  }
}
