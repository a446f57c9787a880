/**
 * `npm run docs`: writes docs/generated from the sources that the product itself reads. With `--check` nothing is written; the
 * files that differ are named and the exit code is 1. A file there that nothing generates is deleted, or named.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { areaPicture } from './area-picture';
import { assessmentPage } from './assessment';
import { contractPage } from './contract-page';
import { lifecyclesPage } from './lifecycles';
import { noticesPage } from './notices';
import { openapiDocuments } from './openapi';
import { permissionsPage } from './permission-matrix';
import { privacyPage } from './privacy';

const folder = join(__dirname, '../../docs/generated');

const documents: Record<string, string> = {
  'contract.md': contractPage(),
  'dependencies.mmd': areaPicture(),
  'lifecycles.md': lifecyclesPage(),
  'notices.md': noticesPage(),
  'permissions.md': permissionsPage(),
  'privacy.md': privacyPage(),
  'privacy-assessment.md': assessmentPage(),
  ...openapiDocuments(),
};

/** Written by `npm run bench` and `npm run trial:load` on a quiet machine: no source says what they hold, so they are neither judged nor touched here. */
const measured = ['bench.md', 'load.md'];

function committed(name: string): string | null {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch {
    return null;
  }
}

for (const name of Object.keys(documents)) mkdirSync(dirname(join(folder, name)), { recursive: true });
const strangers = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((found) => found.isFile())
  .map((found) => relative(folder, join(found.parentPath, found.name)).replaceAll('\\', '/'))
  .filter((name) => !measured.includes(name) && !(name in documents));
const outdated = Object.keys(documents).filter((name) => committed(name) !== documents[name]);

if (process.argv.includes('--check')) {
  for (const name of [...outdated, ...strangers]) console.error(`docs/generated/${name} is outdated: run npm run docs`);
  process.exitCode = outdated.length + strangers.length === 0 ? 0 : 1;
} else {
  for (const name of strangers) rmSync(join(folder, name));
  for (const name of outdated) writeFileSync(join(folder, name), documents[name] ?? '');
  console.log(outdated.length === 0 ? 'docs/generated is up to date' : `written: ${outdated.join(', ')}`);
}
