import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.join(__dirname, '../..');
const host = 'cloudfunctions/host';

/** By the name that each has in `cloudfunctions/host`; the child stands beside the one that starts it, which is one piece with what starts it. */
const sources = {
  start: `${host}/start.ts`,
  child: `${host}/processes/child.ts`,
  appoint: `${host}/appoint.ts`,
  'audit-verify': `${host}/audit-verify.ts`,
  rekey: `${host}/rekey.ts`,
  /** No program: what another process starts a database by. */
  'postgres/start-cluster': `${host}/postgres/start-cluster.ts`,
  /** No program: what the tests' template is made by (global-setup.ts). */
  'prepare-template': 'test/support/prepare-template.ts',
};
export type Program = keyof typeof sources;

/**
 * Builds programs of the host as Node runs them without help: one starts in 0.3 seconds of a processor, and by `tsx`, from a thousand sources,
 * in 3.4. That `npm start` runs the sources themselves is shown by one start (test/server/host/start.test.ts).
 *
 * @returns where each lies, below this project's packages, and `remove`, which deletes them.
 */
export async function buildPrograms(
  ...names: Program[]
): Promise<{ of(name: Program): string; remove(): Promise<void> }> {
  const cache = path.join(root, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(path.join(cache, 'xinghuo-programs-'));
  // Some are run by another user.
  await chmod(folder, 0o755);
  await build({
    entryPoints: Object.fromEntries(names.map((name) => [`${host}/${name}`, path.join(root, sources[name])])),
    outdir: folder,
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    external: ['pg-native'],
    logLevel: 'error',
  });
  return {
    of: (name) => path.join(folder, host, `${name}.js`),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
