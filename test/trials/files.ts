import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { checkFile } from '../../cloudfunctions/core/platform/storage/check-file';
import { detectKind } from '../../cloudfunctions/core/platform/storage/detect-kind';
import { endingOf } from '../../cloudfunctions/core/platform/storage/file-name';
import { fileKinds } from '../../cloudfunctions/core/platform/storage/formats/detected-file';

/**
 * Runs the checker over every file of a folder, in a slot that takes all kinds of any size, and prints how many were accepted
 * or refused, by ending and reason, and the time it took. With `--each` also a line a file: verdict, kind, marks, milliseconds, bytes
 * read, path. Usage: `npm run trial:files -- FOLDER [--each]`.
 */
const anything = { kinds: fileKinds, maxBytes: Number.MAX_SAFE_INTEGER, zh: '文件' };

type Judged = {
  readonly path: string;
  readonly ending: string;
  readonly verdict: string;
  readonly detail: string;
  readonly ms: number;
  readonly bytesRead: number;
};

async function judge(path: string): Promise<Judged> {
  const handle = await open(path);
  let bytesRead = 0;
  const { size } = await handle.stat();
  const read = async (offset: number, length: number) => {
    const bytes = await readFrom(handle, offset, length);
    bytesRead += bytes.length;
    return bytes;
  };
  const begun = performance.now();
  const kind = await detectKind({ size, read });
  const ms = performance.now() - begun;
  await handle.close();
  const verdict = checkFile({ name: path, size, kind }, anything);
  const detail = verdict.ok
    ? [verdict.kind, ...verdict.marks, 'seconds' in kind ? `${kind.seconds?.toFixed(2)} s` : ''].join(' ')
    : verdict.message;
  return { path, ending: endingOf(path), verdict: verdict.ok ? 'accepted' : verdict.code, detail, ms, bytesRead };
}

async function readFrom(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
  return buffer.subarray(0, bytesRead);
}

async function* filesIn(folder: string): AsyncGenerator<string> {
  for (const name of (await readdir(folder)).sort()) {
    const path = join(folder, name);
    if ((await stat(path)).isDirectory()) yield* filesIn(path);
    else yield path;
  }
}

async function main([folder, option]: readonly string[]): Promise<void> {
  if (folder === undefined) throw new Error('Usage: npm run trial:files -- FOLDER [--each]');
  const all: Judged[] = [];
  for await (const path of filesIn(folder)) {
    const judged = await judge(path);
    all.push(judged);
    if (option === '--each') {
      console.log([judged.verdict, judged.detail, judged.ms.toFixed(1), judged.bytesRead, path].join('\t'));
    }
  }
  const counts = new Map<string, number>();
  for (const { ending, verdict } of all) {
    const key = `${ending || '(none)'}\t${verdict}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  for (const [key, count] of [...counts].sort()) console.log(`${key}\t${count}`);
  const times = all.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))]?.toFixed(1);
  console.log(`${all.length} files; milliseconds a file: half ${at(0.5)}, 95 % ${at(0.95)}, most ${at(1)}`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
