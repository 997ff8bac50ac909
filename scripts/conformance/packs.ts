import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Pack {
  readonly name: string;
  /** Where its icons lie below fixtures/packs/node_modules. */
  readonly folder: string;
  /** Every how manieth icon is taken. */
  readonly stride: number;
}

const PACKS: readonly Pack[] = [
  { name: 'bootstrap-icons', folder: 'bootstrap-icons/icons', stride: 1 },
  { name: 'heroicons', folder: 'heroicons', stride: 1 },
  { name: 'octicons', folder: '@primer/octicons/build/svg', stride: 1 },
  { name: 'lucide', folder: 'lucide-static/icons', stride: 1 },
  { name: 'tabler', folder: '@tabler/icons/icons', stride: 1 },
  { name: 'material', folder: '@material-design-icons/svg', stride: 5 },
  { name: 'ionicons', folder: 'ionicons/dist/svg', stride: 1 },
];

export interface IconSet {
  readonly name: string;
  /** Absolute; its icons are those of the set and no others. */
  readonly folder: string;
}

/** The packs' icons, or `every` so manieth of them, as folders; installed from their lockfile when they are not there yet. */
export function iconSets(workFolder: string, only: readonly string[], every = 1): IconSet[] {
  const home = join(ROOT, 'fixtures/packs');
  if (!existsSync(join(home, 'node_modules'))) {
    console.log('Installing the icon packs of fixtures/packs …');
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: home,
      stdio: 'inherit',
    });
  }
  return PACKS.filter(({ name }) => only.length === 0 || only.includes(name)).map((pack) => {
    const folder = join(home, 'node_modules', pack.folder);
    const stride = pack.stride * every;
    return { name: pack.name, folder: stride === 1 ? folder : sample(pack.name, stride, folder, workFolder) };
  });
}

/** A copy of every `stride`th icon, since the command line is given a folder as a user would give it. */
function sample(name: string, stride: number, folder: string, workFolder: string): string {
  const copy = join(workFolder, 'sample', name);
  rmSync(copy, { recursive: true, force: true });
  const icons = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.svg'),
  );
  for (const [index, path] of icons.sort().entries()) {
    if (index % stride !== 0) continue;
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(folder, path), join(copy, path));
  }
  return copy;
}
