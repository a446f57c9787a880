import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/*
 * Taro copies what only subpackages share into each of them. What stands once in the sources would then stand twice in WeChat, so that a
 * pattern keeps nothing: who uses it makes it and holds it.
 */
const root = join(__dirname, '..', '..', 'src', 'patterns');

/** What a module would keep: names that can be set anew, and what is made with `new` as it is loaded. */
function keeps(text: string): string[] {
  const source = ts.createSourceFile('x.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  return source.statements.flatMap((statement) => {
    if (!ts.isVariableStatement(statement)) return [];
    const { declarations, flags } = statement.declarationList;
    const changes = (flags & ts.NodeFlags.Const) === 0;
    return declarations
      .filter(({ initializer }) => changes || (initializer !== undefined && ts.isNewExpression(initializer)))
      .map(({ name }) => name.getText());
  });
}

test('a module that keeps something is found', () => {
  expect(
    keeps('let open = 0; const known = new Map<string, 1>(); const words = ["a"]; const f = () => new Set();'),
  ).toEqual(['open', 'known']);
});

test('patterns hold no state of a module', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  expect(files.length).toBeGreaterThan(15);
  const found = files.flatMap((file) =>
    keeps(readFileSync(join(root, file), 'utf8')).map((name) => `${file}: ${name}`),
  );
  expect(found).toEqual([]);
});
