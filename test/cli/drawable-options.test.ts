import { describe, expect, it } from 'vitest';
import { Sandbox, SQUARE } from '../support/cli.ts';

const svg = (inner: string, size = 24): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 24 24">${inner}</svg>`;

const BLUE = svg(
  '<path id="sky" fill="#1a73e8" d="M2 2h20v9H2z"/><path id="sea" fill="#0b5" d="M2 13.123h20V22H2z"/>',
);
const GRADIENT = svg(
  '<linearGradient id="g"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient><path fill="url(#g)" d="M2 2h20v20H2z"/>',
);

async function convertOne(icon: string, ...options: string[]) {
  const sandbox = new Sandbox({ 'icon.svg': icon });
  const result = await sandbox.run('convert', 'icon.svg', '-o', 'out', ...options);
  const xml = sandbox.has('out/icon.xml') ? sandbox.read('out/icon.xml') : '';
  return { ...result, xml, sandbox };
}

describe('what is in the drawable', () => {
  it('--size gives the longer side in dp', async () => {
    const { xml, code } = await convertOne(svg('<path d="M2 2h20v20H2z"/>', 512), '--size', '24');
    expect(xml).toMatch(/android:width="24dp" android:height="24dp" android:viewportWidth="24"/);
    expect(code).toBe(0);
  });

  it('--tint is a color or a reference', async () => {
    expect((await convertOne(SQUARE, '--tint', '?attr/colorControlNormal')).xml).toContain(
      'android:tint="?attr/colorControlNormal"',
    );
    const wrong = await convertOne(SQUARE, '--tint', 'blue');
    expect(wrong.stderr).toMatch(/--tint takes #RRGGBB/);
    expect(wrong.code).toBe(2);
  });

  it('--auto-mirror marks the icons that its globs name, and no others', async () => {
    const sandbox = new Sandbox({
      'in/arrow_back.svg': SQUARE,
      'in/nav/arrow_next.svg': SQUARE,
      'in/home.svg': SQUARE,
    });
    await sandbox.run(
      'convert',
      'in',
      '-o',
      'out',
      '--auto-mirror',
      'arrow_*',
      '--auto-mirror',
      '*_next.svg',
    );
    const mirrored = sandbox
      .list('out')
      .filter((file) => sandbox.read(`out/${file}`).includes('autoMirrored="true"'));
    expect(mirrored).toEqual(['arrow_back.xml', 'nav/arrow_next.xml']);
  });

  it('--color-map writes references, and tells of colors it does not name', async () => {
    const sandbox = new Sandbox({ 'icon.svg': BLUE, 'colors.json': '{"#1A73E8": "@color/brand"}' });
    const { stdout, code } = await sandbox.run(
      'convert',
      'icon.svg',
      '-o',
      'out',
      '--color-map',
      'colors.json',
    );
    expect(sandbox.read('out/icon.xml')).toContain('android:fillColor="@color/brand"');
    expect(sandbox.read('out/icon.xml')).toContain('android:fillColor="#0b5"');
    expect(stdout).toMatch(/no entry for #00BB55\.\s+unmapped-color/);
    expect(code).toBe(0);
  });

  it.each([
    ['{"blue": "@color/brand"}', /"blue" is no color/],
    ['{"#1A73E8": "#fff"}', /leads to no @color/],
    ['[1]', /must hold an object/],
    ['{', /is no JSON/],
  ])('a color map that is wrong is a wrong call: %s', async (map, message) => {
    const sandbox = new Sandbox({ 'icon.svg': BLUE, 'colors.json': map });
    const { stderr, code } = await sandbox.run(
      'convert',
      'icon.svg',
      '-o',
      'out',
      '--color-map',
      'colors.json',
    );
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });

  it('--keep-ids keeps names, some or all, and none without it', async () => {
    expect((await convertOne(BLUE)).xml).not.toContain('android:name');
    const some = (await convertOne(BLUE, '--keep-ids', 'sea, moon')).xml;
    expect(some.match(/android:name="\w+"/g)).toEqual(['android:name="sea"']);
    const all = (await convertOne(BLUE, '--keep-ids', 'all')).xml;
    expect(all.match(/android:name="\w+"/g)).toEqual(['android:name="sky"', 'android:name="sea"']);
  });

  it('--precision, --indent and --minify say how numbers and lines are written', async () => {
    expect((await convertOne(BLUE)).xml).toContain('13.123h');
    expect((await convertOne(BLUE, '--precision', '1')).xml).toContain('13.12h');
    expect((await convertOne(BLUE, '--precision', '0', '--allow-lossy')).xml).toContain('13.1h');
    expect((await convertOne(BLUE, '--precision', '3')).xml).toContain('13.123h');
    expect((await convertOne(BLUE, '--indent', '4')).xml).toMatch(/\n {4}<path/);
    const minified = (await convertOne(BLUE, '--minify')).xml;
    expect(minified).not.toContain('\n');
    expect((await convertOne(BLUE, '--minify', '--indent', '2')).code).toBe(2);
    expect((await convertOne(BLUE, '--precision', '9')).code).toBe(2);
  });

  it('--split-long takes apart what lint warns of', async () => {
    const dots = Array.from({ length: 100 }, (_, index) => {
      const [x, y] = [1 + 2.2 * (index % 10), 1 + 2.2 * Math.floor(index / 10)];
      return `M${x} ${y}l1 .3l-.4 .9z`;
    }).join('');
    const whole = (await convertOne(svg(`<path d="${dots}"/>`))).xml;
    const split = (await convertOne(svg(`<path d="${dots}"/>`), '--split-long')).xml;
    const lengths = (xml: string) =>
      [...xml.matchAll(/pathData="([^"]*)"/g)].map(([, data = '']) => data.length);
    expect(lengths(whole)).toHaveLength(1);
    expect(Math.max(...lengths(whole))).toBeGreaterThan(800);
    expect(Math.max(...lengths(split))).toBeLessThanOrEqual(800);
  });

  it('--appcompat and --min-sdk decide which level a gradient needs', async () => {
    const minSdkOf = async (...options: string[]): Promise<unknown> => {
      const { stdout } = await convertOne(GRADIENT, '--format', 'json', ...options);
      return (JSON.parse(stdout) as { files: { minSdk: number }[] }).files[0]?.minSdk;
    };
    expect(await minSdkOf()).toBe(24);
    expect(await minSdkOf('--appcompat')).toBe(21);
    expect(await minSdkOf('--min-sdk', '26')).toBe(26);
  });

  it('a reference beside a gradient, at which the build fails below API 24, is refused', async () => {
    const tinted = ['--tint', '@color/brand'];
    const { stdout, code, xml } = await convertOne(GRADIENT, ...tinted);
    expect(stdout).toContain('reference-in-png');
    expect(xml).toBe('');
    expect(code).toBe(1);
    expect((await convertOne(GRADIENT, ...tinted, '--appcompat')).code).toBe(0);
    expect((await convertOne(GRADIENT, ...tinted, '--min-sdk', '24')).code).toBe(0);
  });

  it('says so when an option has no meaning with --to svg', async () => {
    const { stderr, code } = await convertOne(SQUARE, '--to', 'svg', '--tint', '#fff');
    expect(stderr).toMatch(/--tint .* --to svg/);
    expect(code).toBe(2);
  });
});

describe('what the drawable is called', () => {
  const icons = { 'in/24-hours.svg': SQUARE, 'in/nav/Home.svg': SQUARE, 'in/ic_star.svg': SQUARE };

  it.each([
    [
      ['--prefix', 'ic_'],
      ['ic_24_hours.xml', 'ic_star.xml', 'nav/ic_home.xml'],
    ],
    [
      ['--prefix', 'ic_', '--name', '{prefix}{name}_{size}dp', '--size', '24'],
      ['ic_24_hours_24dp.xml', 'ic_star_24dp.xml', 'nav/ic_home_24dp.xml'],
    ],
    [
      ['--name', '{folder}_{name}', '--flat'],
      ['ic_24_hours.xml', 'ic_star.xml', 'nav_home.xml'],
    ],
  ])('%j', async (options, names) => {
    const sandbox = new Sandbox(icons);
    const { code } = await sandbox.run('convert', 'in', '-o', 'out', ...options);
    expect(sandbox.list('out')).toEqual(names);
    expect(code).toBe(0);
  });

  it.each([
    [['--name', 'icon'], /needs \{name\}/],
    [['--name', '{nmae}'], /not \{nmae\}/],
    [['--name', '{name}_{size}'], /needs --size/],
    [['--name', '{name}', '--prefix', 'ic_'], /no \{prefix\}/],
    [['--prefix', '24'], /begins with a letter/],
  ])('refuses %j', async (options, message) => {
    const { stderr, code } = await new Sandbox(icons).run('convert', 'in', '-o', 'out', ...options);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });
});

describe('--night', () => {
  it('puts the dark ones into drawable-night under the name of the light ones', async () => {
    const sandbox = new Sandbox({
      'in/home.svg': SQUARE,
      'in/home-dark.svg': BLUE,
      'in/star.svg': SQUARE,
      'in/star.night.svg': BLUE,
      'in/map.svg': SQUARE,
      'in/night/map.svg': BLUE,
    });
    const night = ['--night', '*-dark.svg', '--night', '*.night.svg', '--night', 'night/'];
    const { code } = await sandbox.run('convert', 'in', '-o', 'res/drawable', '--prefix', 'ic_', ...night);
    expect(sandbox.list('res')).toEqual([
      'drawable-night/ic_home.xml',
      'drawable-night/ic_map.xml',
      'drawable-night/ic_star.xml',
      'drawable/ic_home.xml',
      'drawable/ic_map.xml',
      'drawable/ic_star.xml',
    ]);
    expect(sandbox.read('res/drawable-night/ic_map.xml')).toContain('#1a73e8');
    expect(code).toBe(0);
  });

  it('refuses a dark one without a light one, which would crash the app by day', async () => {
    const sandbox = new Sandbox({ 'in/home-dark.svg': BLUE });
    const { stdout, code } = await sandbox.run(
      'convert',
      'in',
      '-o',
      'res/drawable',
      '--night',
      '*-dark.svg',
    );
    expect(stdout).toMatch(/res\/drawable\/home\.xml.*night-without-day/);
    expect(sandbox.has('res')).toBe(false);
    expect(code).toBe(1);
  });

  it('needs a folder called drawable and a pattern that it understands', async () => {
    const sandbox = new Sandbox({ 'in/home-dark.svg': BLUE });
    expect((await sandbox.run('convert', 'in', '-o', 'out', '--night', '*-dark.svg')).code).toBe(2);
    expect((await sandbox.run('convert', 'in', '-o', 'drawable', '--night', '**/dark?/*')).code).toBe(2);
  });
});

describe('--prune', () => {
  const prune = (sandbox: Sandbox, ...more: string[]) =>
    sandbox.run('convert', 'in', '-o', 'res/drawable', '--prune', ...more);

  it('removes what it wrote once the source is gone, and nothing else', async () => {
    const sandbox = new Sandbox({
      'in/a.svg': SQUARE,
      'in/b.svg': SQUARE,
      'in/c.svg': SQUARE,
      'in/c-dark.svg': BLUE,
      'res/drawable/own.xml': '<shape/>',
    });
    const night = ['--night', '*-dark.svg'];
    await prune(sandbox, ...night);
    for (const gone of ['b', 'c', 'c-dark']) sandbox.remove(`in/${gone}.svg`);
    // Edited by hand since: no longer what windproof wrote.
    sandbox.write('res/drawable/c.xml', '<vector/>');

    const dry = await prune(sandbox, ...night, '--dry-run');
    expect(dry.stdout).toMatch(/res\/drawable\/b\.xml to be removed/);
    expect(sandbox.has('res/drawable/b.xml')).toBe(true);

    const { stdout, code } = await prune(sandbox, ...night, '--format', 'json');
    expect((JSON.parse(stdout) as { pruned: string[] }).pruned).toEqual([
      'res/drawable-night/c.xml',
      'res/drawable/b.xml',
    ]);
    expect(sandbox.list('res')).toEqual([
      'drawable/.windproof.json',
      'drawable/a.xml',
      'drawable/c.xml',
      'drawable/own.xml',
    ]);
    expect(code).toBe(0);
  });

  it('removes what now goes by another name, once the other is there', async () => {
    const sandbox = new Sandbox({ 'in/a.svg': SQUARE, 'in/b.svg': SQUARE });
    await prune(sandbox);
    await sandbox.run('convert', 'in/a.svg', '-o', 'res/drawable', '--to', 'svg');
    sandbox.write('res/drawable/own.xml', '<shape/>');
    sandbox.write('in/b.svg', '<svg');

    const dry = await prune(sandbox, '--prefix', 'ic_', '--dry-run');
    expect(dry.stdout).toMatch(/res\/drawable\/a\.xml to be removed/);
    const { stdout } = await prune(sandbox, '--prefix', 'ic_', '--format', 'json');
    expect((JSON.parse(stdout) as { pruned: string[] }).pruned).toEqual(['res/drawable/a.xml']);
    expect(sandbox.list('res')).toEqual([
      'drawable/.windproof.json',
      'drawable/a.svg',
      'drawable/b.xml',
      'drawable/ic_a.xml',
      'drawable/own.xml',
    ]);
  });

  it('keeps the output of an icon that now fails', async () => {
    const sandbox = new Sandbox({ 'in/a.svg': SQUARE, 'in/b.svg': SQUARE });
    await prune(sandbox);
    sandbox.write('in/b.svg', '<svg');
    expect((await prune(sandbox)).code).toBe(1);
    expect(sandbox.has('res/drawable/b.xml')).toBe(true);
  });

  it('touches nothing beyond its folder, whatever the manifest says', async () => {
    const sandbox = new Sandbox({ 'in/a.svg': SQUARE, 'mine.txt': '' });
    const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    const outputs = { '../../mine.txt': { source: 'gone.svg', sha256 } };
    sandbox.write('res/drawable/.windproof.json', JSON.stringify({ version: 1, outputs }));
    await prune(sandbox);
    expect(sandbox.has('mine.txt')).toBe(true);
  });

  it('does nothing at all beside a manifest that it cannot read', async () => {
    const sandbox = new Sandbox({ 'in/a.svg': SQUARE, 'res/drawable/.windproof.json': '{' });
    const { stderr, code } = await prune(sandbox);
    expect(stderr).toMatch(/\.windproof\.json is not as windproof wrote it/);
    expect(sandbox.list('res')).toEqual(['drawable/.windproof.json']);
    expect(code).toBe(2);
  });
});
