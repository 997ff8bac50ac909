import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Before any test: builds dist/, since the command line and its workers are tested as they ship. */
export default function setup(): void {
  const script = fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url));
  try {
    execFileSync(process.execPath, [script, '--no-types'], { encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    throw new Error(`The build failed:\n${(error as { stderr: string }).stderr}`, { cause: error });
  }
}
