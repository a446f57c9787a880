import { outdated, strangers } from '../../tools/docs/documents';
import { allFiles, filesUnder, textOf } from './tree';

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

test('every file that a page or a comment names is there', () => {
  const named = /(?<![\w/.])(?:cloudfunctions|src|test|tools|config|docs)\/[\w./-]+\.(?:ts|tsx|cjs|md)\b/g;
  const known = new Set(allFiles);
  const pages = ['README.md', ...filesUnder('docs', '.md')].filter((path) => !path.startsWith('docs/generated/'));
  const sources = ['src', 'cloudfunctions', 'tools', 'config'].flatMap((room) =>
    filesUnder(room, '.ts', '.tsx', '.cjs'),
  );
  const gone = [...pages, ...sources].flatMap((path) => {
    const text = path.endsWith('.md')
      ? textOf(path)
      : (textOf(path).match(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm) ?? []).join('\n');
    return [...text.matchAll(named)].filter(([name]) => !known.has(name)).map(([name]) => `${path}: ${name}`);
  });
  expect(gone).toEqual([]);
});
