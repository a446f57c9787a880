/** `npm run docs`: writes docs/generated from the sources that the product itself reads. A file there that nothing generates is deleted. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { documents, folder, outdated, strangers } from './documents';

const wrong = outdated();
for (const name of strangers()) rmSync(join(folder, name));
for (const name of wrong) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), documents[name] ?? '');
}
console.log(wrong.length === 0 ? 'docs/generated is up to date' : `written: ${wrong.join(', ')}`);
