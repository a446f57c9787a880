import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = join(__dirname, '../../src');
const written = (ending: RegExp) =>
  readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => ending.test(file))
    .map((file) => ({ file, text: readFileSync(join(sources, file), 'utf8') }));

/** By this the walks of all pages judge one that is open in both modes, without opening it anew (test/support/judge.ts). */
test('elder mode is two classes: who chooses it and the page know it, nothing else asks for it', () => {
  const known = written(/\.tsx?$/)
    .filter(({ text }) => /elder|Elder/.test(text))
    .map(({ file }) => file);
  expect(known.sort()).toEqual([
    'app.tsx',
    'features/people/elder-provider.tsx',
    'features/people/settings-desk.tsx',
    'shared/people/contract.ts',
    'ui/elder.ts',
    'ui/h5-accessibility.ts',
    'ui/page.tsx',
  ]);
  const styled = written(/\.scss$/).flatMap(({ text }) => text.replace(/\/\/.*/g, '').match(/\S*elder\S*/g) ?? []);
  expect(new Set(styled)).toEqual(new Set(['.xh-page.elder', '.xh-elder']));
});
