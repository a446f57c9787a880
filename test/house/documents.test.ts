import { outdated, strangers } from '../../tools/docs/documents';
import { allFiles, textOf } from './tree';

test('the generated documents are those that the sources make now (npm run docs), and no other lies there', () => {
  expect(outdated()).toEqual([]);
  expect(strangers()).toEqual([]);
});

test('decisions are numbered without a gap and begin with their number', () => {
  const decisions = allFiles.filter((path) => path.startsWith('docs/decisions/'));
  const numbers = decisions.map((path) => Number(/\/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1]));
  expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  expect(decisions.filter((path, i) => !textOf(path).startsWith(`# ${i + 1} `))).toEqual([]);
});
