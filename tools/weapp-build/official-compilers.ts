import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Build, filesEnding } from './build';
import { judgedOnce } from './judged-once';

/** WeChat's own compilers of templates and style sheets, ready to run; to be removed after use. */
export type OfficialCompilers = { wcc: string; wcsc: string; remove(): void };

/** Why they cannot run on this machine, for people. */
export const compilersMissing =
  'WeChat’s own compilers (wcc, wcsc) run on Linux x64 only: templates and style sheets were NOT checked by them here';

/**
 * The compilers that the package `miniprogram-compiler` brings, as executable copies: in the package they are not executable.
 * @returns null where the package has none that would run
 */
export function officialCompilers(): OfficialCompilers | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const source = join(dirname(require.resolve('miniprogram-compiler/package.json')), 'bin/linux');
  const folder = mkdtempSync(join(tmpdir(), 'xinghuo-compilers-'));
  for (const name of readdirSync(source)) {
    copyFileSync(join(source, name), join(folder, name));
    chmodSync(join(folder, name), 0o700);
  }
  return {
    wcc: join(folder, 'wcc'),
    wcsc: join(folder, 'wcsc'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

type Said = { status: number | null; stdout: string; stderr: string; error?: Error };

const run = (build: Build, program: string, args: readonly string[]): Said =>
  spawnSync(program, args, { cwd: build.folder, encoding: 'utf8', maxBuffer: 1 << 28 });

function complaints(tool: string, { status, stdout, stderr, error }: Said): string[] {
  if (error) return [`${tool} did not run: ${error.message}`];
  const lines = stderr.split('\n').map((line) => line.trim());
  // wcsc has been seen to end well after an error, and to count no file in error after one.
  const words = [...lines, ...stdout.split('\n').filter((line) => line.startsWith('ERR:'))].filter(
    (line) => line !== '' && line !== 'error file count: 0',
  );
  if (words.length > 0) return words.map((line) => `${tool}: ${line.replace(/^ERR: /, '')}`);
  if (status !== 0) return [`${tool} ended with ${status}`];
  return stdout === '' ? [`${tool} made nothing`] : [];
}

/** Every template, as WeChat compiles it. */
export function checkTemplatesOfficially(build: Build, { wcc }: Pick<OfficialCompilers, 'wcc'>): string[] {
  const endings = ['.wxml', '.wxs'];
  const files = endings.flatMap((ending) => filesEnding(build, ending));
  const args = ['-d', '-cc', '0', ...files, '-gn', '$gwx'];
  return judgedOnce(wcc, build, endings, () => complaints('wcc', run(build, wcc, args)));
}

/** Every style sheet, as WeChat compiles it. */
export function checkStylesOfficially(build: Build, { wcsc }: Pick<OfficialCompilers, 'wcsc'>): string[] {
  const files = filesEnding(build, '.wxss');
  const args = ['-db', '-pc', String(files.length), ...files];
  return judgedOnce(wcsc, build, ['.wxss'], () => complaints('wcsc', run(build, wcsc, args)));
}
