import { spawnSync } from 'node:child_process';
import { allFiles, root, textOf } from './tree';

test('the generated documents are those that the sources make now', () => {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'tools/docs/generate.ts', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}, 60_000);

test('decisions are numbered without a gap and begin with their number', () => {
  const decisions = allFiles.filter((path) => path.startsWith('docs/decisions/'));
  const numbers = decisions.map((path) => Number(/\/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1]));
  expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  expect(decisions.filter((path, i) => !textOf(path).startsWith(`# ${i + 1} `))).toEqual([]);
});
