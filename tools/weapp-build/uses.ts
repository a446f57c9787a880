import { types as t, traverse } from '@babel/core';
import { parse } from './parse';
import { watched } from './watched';

/** The platform's abilities that code names. */
export type Uses = Record<'apis' | 'openTypes' | 'inputTypes' | 'scopes' | 'elements', ReadonlySet<string>>;

/** The values of these properties and attributes are abilities, or parts of one joined by a bar. */
const telling: Readonly<Record<string, 'openTypes' | 'inputTypes' | 'scopes'>> = {
  openType: 'openTypes',
  type: 'inputTypes',
  scope: 'scopes',
};

/**
 * What a script uses: members that are read off anything by name (Taro's runtime only lists names as strings, which is no use),
 * values of `openType`, `type` and `scope`, and elements imported from Taro's components. A text that holds no watched name is
 * not read and uses nothing. Throws when it does not parse.
 * @param source with types and JSX when `typed`
 */
export function usesOf(source: string, typed: boolean): Uses {
  const uses = {
    apis: new Set<string>(),
    openTypes: new Set<string>(),
    inputTypes: new Set<string>(),
    scopes: new Set<string>(),
    elements: new Set<string>(),
  };
  if (!watched.test(source)) return uses;
  const tell = (key: string, value: t.Node | null | undefined) => {
    const place = telling[key];
    if (place) for (const word of wordsIn(value).flatMap((words) => words.split('|'))) uses[place].add(word);
  };
  traverse(parse(source, typed), {
    noScope: true,
    'MemberExpression|OptionalMemberExpression'({ node }: { node: t.Node }) {
      if (t.isMemberExpression(node) || t.isOptionalMemberExpression(node)) uses.apis.add(nameOf(node.property));
    },
    ObjectPattern({ node }) {
      for (const property of node.properties) if (t.isObjectProperty(property)) uses.apis.add(nameOf(property.key));
    },
    ObjectProperty: ({ node }) => tell(nameOf(node.key), node.value),
    JSXAttribute: ({ node }) => tell(t.isJSXIdentifier(node.name) ? node.name.name : '', node.value),
    ImportDeclaration({ node }) {
      const names = node.specifiers.flatMap((each) => (t.isImportSpecifier(each) ? nameOf(each.imported) : []));
      if (node.source.value === '@tarojs/taro') for (const name of names) uses.apis.add(name);
      if (node.source.value === '@tarojs/components') for (const name of names) uses.elements.add(kebab(name));
    },
  });
  return uses;
}

const nameOf = (node: t.Node): string => (t.isIdentifier(node) ? node.name : t.isStringLiteral(node) ? node.value : '');
const kebab = (name: string) => name.replace(/(?<=.)[A-Z]/g, '-$&').toLowerCase();

/** The texts that a value may come out as. */
function wordsIn(node: t.Node | null | undefined): string[] {
  if (t.isStringLiteral(node)) return [node.value];
  if (t.isConditionalExpression(node)) return [...wordsIn(node.consequent), ...wordsIn(node.alternate)];
  if (t.isLogicalExpression(node)) return [...wordsIn(node.left), ...wordsIn(node.right)];
  if (t.isJSXExpressionContainer(node) || t.isTSAsExpression(node) || t.isTSSatisfiesExpression(node)) {
    return wordsIn(node.expression);
  }
  return [];
}
