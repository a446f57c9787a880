import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a browser fetches before it shows the first page: the document and what it names; bytes, plain and gzipped. */
export function firstLoad(pages: string): { bytes: number; gzipped: number } {
  const index = readFileSync(join(pages, 'index.html'));
  const named = [...index.toString('utf8').matchAll(/(?:src|href)="\.?\/?((?:js|css)\/[^"?]+)"/g)];
  const files = [index, ...named.map(([, path]) => readFileSync(join(pages, path ?? '')))];
  return {
    bytes: files.reduce((sum, file) => sum + file.length, 0),
    gzipped: files.reduce((sum, file) => sum + gzipSync(file).length, 0),
  };
}
