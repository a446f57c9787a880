/// <reference path="./yazl.d.ts" />
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A part of an archive: bytes that are here, or bytes that are opened when it is their turn. */
export type ZipSource = { readonly name: string } & (
  | { readonly bytes: Buffer }
  | { readonly size: number; open(): Promise<AsyncIterable<Uint8Array>> }
);

/**
 * Writes an archive piece by piece, one source after the other: whoever reads slowly is waited for, and no source is held whole. Nothing is
 * compressed: documents and pictures are already.
 * @param at the time that its parts bear, in epoch milliseconds
 */
export function writeZip(sources: readonly ZipSource[], at: number): AsyncIterable<Uint8Array> {
  const zip = new ZipFile();
  const entry = { mtime: new Date(at), compress: false };
  // A source that breaks off breaks the archive off too: half of one must never look whole.
  zip.on('error', (error: Error) => zip.outputStream.destroy(error));
  for (const source of sources) {
    if ('bytes' in source) zip.addBuffer(source.bytes, source.name, entry);
    else
      zip.addReadStreamLazy(source.name, { ...entry, size: source.size }, (done) => {
        source.open().then(
          (bytes) => {
            const opened = Readable.from(bytes, { objectMode: false });
            opened.on('error', (error) => zip.emit('error', error));
            done(null, opened);
          },
          (error: unknown) => done(error),
        );
      });
  }
  zip.end();
  return zip.outputStream;
}
