import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const pathOf = (root: string): string => join(root, 'docs/generated/bench.md');

/** Writes the whole page of figures. */
export function writePage(root: string, text: string): void {
  writeFileSync(pathOf(root), text);
}

/** Puts a section in place of the one with its heading, or at the end; every other word of the page stays. */
export function renewSection(root: string, heading: string, section: string): void {
  const parts = readFileSync(pathOf(root), 'utf8').split(/^(?=## )/m);
  const place = parts.findIndex((part) => part.startsWith(`${heading}\n`));
  if (place < 0) parts.push(`\n${section}`);
  else parts[place] = section;
  writePage(root, parts.join(''));
}
