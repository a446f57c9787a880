import { join } from 'node:path';
import { buildSync } from 'esbuild';

const root = join(__dirname, '../..');

/** Our own code of one function as it would be bundled, without the packages it uses; nothing is written. */
export function codeOf(name: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(root, 'cloudfunctions', name, 'index.ts')],
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
