import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';

/** Bytes that may wait for a slow disk; lines beyond are dropped. */
const mostWaiting = 1024 * 1024;
/** Milliseconds after which a broken place is tried again. */
const restMs = 5000;

/**
 * A place for log lines that never stops the program: a full disk, a reader that went away or one that reads too slowly cost lines, and how
 * many were lost is said in the first line that is kept again.
 * @param open makes the stream to write to, anew after it broke
 * @param clock milliseconds that only grow
 */
export function survivingStream(open: () => Writable, clock = () => performance.now()) {
  let stream: Writable | null = null;
  let restsUntil = 0;
  let lost = 0;

  function broke(one: Writable): void {
    if (one !== stream) return;
    stream = null;
    lost += 1;
    restsUntil = clock() + restMs;
  }

  function current(): Writable | null {
    if (stream !== null || clock() < restsUntil) return stream;
    const opened = open();
    opened.on('error', () => broke(opened));
    stream = opened;
    return opened;
  }

  return {
    write(line: string): void {
      const to = current();
      if (to === null || to.writableLength + line.length > mostWaiting) {
        lost += 1;
        return;
      }
      try {
        if (lost > 0) to.write(`${JSON.stringify({ level: 50, lost, msg: 'log lines were lost' })}\n`);
        lost = 0;
        to.write(line);
      } catch {
        broke(to);
      }
    },
  };
}

/** Standard output; once it broke, its descriptor by itself, since the process's own stream cannot be opened anew. */
export function standardOutput(): () => Writable {
  let first = true;
  return () => {
    if (!first) return createWriteStream('', { fd: 1, autoClose: false });
    first = false;
    return process.stdout;
  };
}
