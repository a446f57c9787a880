import { type FileHandle, open, rename } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

/** Bytes after which the file begins anew: some hundred thousand calls. */
const longest = 20_000_000;
/** Milliseconds between two writings, in which lines gather: a line by itself costs as much as a hundred. */
const restMs = 20;

/**
 * Opens a log of one's own to append. A file that has grown to its limit is put aside as `<path>.1`, in place of the one before, so that a log
 * never takes more than twice its limit. Ends with an error where nothing can be written.
 * @param limit bytes
 */
export function openLogFile(path: string, limit = longest): Writable {
  let file: FileHandle | null = null;
  let size = 0;

  async function begin(): Promise<FileHandle> {
    const begun = await open(path, 'a');
    file = begun;
    size = (await begun.stat()).size;
    return begun;
  }

  async function end(): Promise<void> {
    const ended = file;
    file = null;
    await ended?.close();
  }

  async function append(lines: Buffer): Promise<void> {
    let to = file ?? (await begin());
    if (size > 0 && size + lines.length > limit) {
      await end();
      await rename(path, `${path}.1`);
      to = await begin();
    }
    await to.writeFile(lines);
    size += lines.length;
  }

  const told = (lines: Buffer, done: (error?: Error | null) => void) =>
    void append(lines)
      .then(() => pause(restMs))
      .then(() => done(), done);
  return new Writable({
    write: (line: Buffer, _, done) => told(line, done),
    // What came meanwhile goes in one piece.
    writev: (lines, done) => told(Buffer.concat(lines.map(({ chunk }) => chunk as Buffer)), done),
    destroy: (error, done) => void end().then(() => done(error), done),
  });
}
