import ts from 'typescript';
import { filesUnder, textOf } from './tree';

/** Where a room of core names a table of another: `screening reads entry.upload`, with the line at which it does. */
export type Touch = { room: string; table: string; writes: boolean; place: string };

const readers = ['selectFrom', 'innerJoin', 'leftJoin', 'rightJoin', 'fullJoin', 'crossJoin', 'from', 'using'];
const writers = ['insertInto', 'updateTable', 'deleteFrom', 'mergeInto'];
/** Of these, the ones that are a builder's alone. */
const namers = [...readers, ...writers].filter((name) => name !== 'from' && name !== 'using');
/** What anybody may tell of a person: who it is, under the name they chose. */
const toldOfPerson = new Set(['id', 'display_name']);

const parse = (path: string, text: string) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);

/** The tables, each with the schema file in which its type stands: the room that writes it, unless an area says that it does. */
export function tablesOf(sources: ReadonlyArray<readonly [path: string, text: string]>): Map<string, string> {
  const tables = new Map<string, string>();
  for (const [path, text] of sources) {
    const file = /([^/]+)\.ts$/.exec(path)?.[1] ?? '';
    ts.forEachChild(parse(path, text), (node) => {
      if (!ts.isTypeAliasDeclaration(node) || !node.name.text.endsWith('Tables') || !ts.isTypeLiteralNode(node.type))
        return;
      for (const { name } of node.type.members) if (name && ts.isIdentifier(name)) tables.set(name.text, file);
    });
  }
  return tables;
}

/** Every table that a source names in a builder's call or in a template of SQL. */
export function touchesIn(path: string, text: string, tables: ReadonlyMap<string, string>): Touch[] {
  const source = parse(path, text);
  const room = /core\/([^/]+)\//.exec(path)?.[1] ?? '';
  const touches: Touch[] = [];
  const note = (table: string, alias: string, writes: boolean, node: ts.Node) => {
    if (!tables.has(table)) return;
    if (table === 'person' && !writes && tellsNameAlone(statementOf(node).getText(), alias)) return;
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    touches.push({ room, table, writes, place: `${path}:${line}` });
  };
  visit(source);
  return touches;

  function visit(node: ts.Node): void {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const name = node.expression.name.text;
      const [first] = node.arguments;
      if (first && (readers.includes(name) || writers.includes(name)))
        for (const named of ts.isArrayLiteralExpression(first) ? first.elements : [first])
          if (ts.isStringLiteralLike(named)) {
            const [table = '', alias = table] = named.text.split(/\s+as\s+/);
            note(table, alias, writers.includes(name), node.expression.name);
          }
    }
    if (ts.isTaggedTemplateExpression(node) && /^sql\b/.test(node.tag.getText()))
      for (const { table, alias, writes } of tablesInSql(textOfTemplate(node.template)))
        note(table, alias, writes, node);
    ts.forEachChild(node, visit);
  }
}

const textOfTemplate = (template: ts.TemplateLiteral): string =>
  ts.isNoSubstitutionTemplateLiteral(template)
    ? template.text
    : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)].join(' ? ');

const name = '[a-z_][a-z0-9_]*';
const aliased = String.raw`(${name})(?:\s+(?:as\s+)?(?!(?:on|where|join|left|right|inner|full|cross|order|group|limit|set|for|union|using|values|returning|select|natural|having|default)\b)(${name}))?`;
const clause = new RegExp(
  String.raw`\b(delete\s+from|from|join|into|update|using)\s+(?:only\s+)?${aliased}((?:\s*,\s*${aliased})*)`,
  'g',
);

function* tablesInSql(text: string): Generator<{ table: string; alias: string; writes: boolean }> {
  const code = text
    .replace(/--.*$/gm, '')
    .replace(/'[^']*'/g, "''")
    .toLowerCase();
  const own = new Set(
    [
      ...code.matchAll(
        new RegExp(
          String.raw`(?:\bwith\s+(?:recursive\s+)?|\)\s*,\s*)(${name})(?:\s*\([^)]*\))?\s+as\s*(?:not\s+)?(?:materialized\s*)?\(`,
          'g',
        ),
      ),
    ].map(([, cte]) => cte),
  );
  for (const [, verb = '', table = '', alias = table, others = ''] of code.matchAll(clause)) {
    if (!own.has(table)) yield { table, alias, writes: /delete|into|update/.test(verb) };
    for (const [, next = '', nextAlias = next] of others.matchAll(new RegExp(aliased, 'g')))
      if (!own.has(next)) yield { table: next, alias: nextAlias, writes: false };
  }
}

/** The whole statement or fragment that a node is part of. */
function statementOf(node: ts.Node): ts.Node {
  let found = node;
  for (
    let up = node.parent;
    up && (ts.isCallExpression(up) || ts.isPropertyAccessExpression(up) || ts.isTaggedTemplateExpression(up));
    up = up.parent
  )
    found = up;
  return found;
}

function tellsNameAlone(statement: string, alias: string): boolean {
  if (alias === 'person') return !/selectAll|phone_|openid|persona|elder_mode|created_at/.test(statement);
  const columns = [...statement.matchAll(new RegExp(String.raw`\b${alias}\.(\w+|\*)`, 'g'))].map(
    ([, column = '']) => column,
  );
  return columns.every((column) => toldOfPerson.has(column));
}

/** Where a source makes the name of a table, or any SQL, as it runs. */
export function madeNamesIn(path: string, text: string): string[] {
  const made: string[] = [];
  visit(parse(path, text));
  return made;

  function visit(node: ts.Node): void {
    if (ts.isPropertyAccessExpression(node)) {
      const { expression, name } = node;
      const ofSql = expression.getText() === 'sql' && ['table', 'raw', 'id'].includes(name.text);
      if (ofSql || name.text === 'dynamic') made.push(node.getText());
    }
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const [first] = node.arguments;
      if (first && namers.includes(node.expression.name.text) && !isWrittenOut(first))
        made.push(`${node.expression.name.text}(${first.getText()})`);
    }
    ts.forEachChild(node, visit);
  }
}

/** A name, a list of names, or a query of its own. */
const isWrittenOut = (named: ts.Expression): boolean =>
  ts.isStringLiteralLike(named) ||
  ts.isArrowFunction(named) ||
  ts.isCallExpression(named) ||
  (ts.isArrayLiteralExpression(named) && named.elements.every(isWrittenOut));

/** What core says in SQL; migrations and the demo's making stand outside the law of rows. */
export const statements = (): ReadonlyArray<readonly [path: string, text: string]> =>
  filesUnder('cloudfunctions/core', '.ts')
    .filter((path) => !/\/(migrations|schema|seeds)\//.test(path))
    .map((path) => [path, textOf(path)]);

export const schemas = (): ReadonlyArray<readonly [path: string, text: string]> =>
  filesUnder('cloudfunctions/core/platform/schema', '.ts').map((path) => [path, textOf(path)]);
