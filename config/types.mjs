/**
 * Checks the types of all sources, each once: by the first of these projects that has it, which is the one that knows least of the world around. A compiler
 * that is run once for each project checks what several share in each of them (docs/decisions/0015-the-time-of-the-tests.md).
 */
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { API } from 'typescript-native/unstable/sync';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const api = new API({ cwd: root });
const checked = new Set();
let faults = 0;

function tell({ fileName, pos, code, text }) {
  const before = fileName ? readFileSync(fileName, 'utf8').slice(0, pos).split('\n') : [];
  const place = fileName ? `${relative(root, fileName)}:${before.length}:${(before.at(-1)?.length ?? 0) + 1} ` : '';
  console.log(`${place}TS${code}: ${text}`);
  faults += 1;
}

for (const folder of ['src/shared', 'src', 'cloudfunctions', 'test']) {
  const config = join(root, folder, 'tsconfig.json');
  const snapshot = api.updateSnapshot({ openProjects: [config] });
  const { program } = snapshot.getProject(config);
  const own = program.getSourceFileNames().filter((file) => file.startsWith(root) && !file.includes('/node_modules/'));
  const files = own.filter((file) => !checked.has(file));
  if (files.length === 0) tell({ code: 0, text: `${folder} has no sources.` });
  for (const told of [program.getConfigFileParsingDiagnostics(), program.getProgramDiagnostics()]) told.forEach(tell);
  for (const file of files) {
    checked.add(file);
    program.getSyntacticDiagnostics(file).forEach(tell);
    program.getSemanticDiagnostics(file).forEach(tell);
  }
  snapshot.dispose();
}
api.close();
process.exitCode = faults === 0 ? 0 : 1;
