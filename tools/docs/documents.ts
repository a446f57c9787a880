/** What docs/generated holds, made from the sources that the product itself reads, and what of it stands there otherwise. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { areaPicture } from './area-picture';
import { assessmentPage } from './assessment';
import { contractPage } from './contract-page';
import { lifecyclesPage } from './lifecycles';
import { noticesPage } from './notices';
import { openapiDocuments } from './openapi';
import { permissionsPage } from './permission-matrix';
import { privacyPage } from './privacy';

export const folder = join(__dirname, '../../docs/generated');

export const documents: Record<string, string> = {
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

/** What nothing makes, or nothing makes any more. */
export const strangers = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => relative(folder, join(found.parentPath, found.name)).replaceAll('\\', '/'))
    .filter((name) => !measured.includes(name) && !(name in documents));

/** What the sources make otherwise now. */
export const outdated = (): string[] => Object.keys(documents).filter((name) => committed(name) !== documents[name]);
