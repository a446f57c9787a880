import { type NodePath, type types as t, traverse } from '@babel/core';
import { guarded } from './guards';
import { browserNames, knownNames } from './known-names';
import { parse } from './parse';

/** A place in a script, with the code around it. */
export type Use = { name: string; code: string; around: string };

export type ScriptFacts = {
  /** Why it does not parse; null when it does. */
  fault: string | null;
  /** Names that nobody declares, that the runtime lacks and that no `typeof` asks for first; read off the global object too. */
  free: readonly Use[];
  /** Code made of text: eval, new Function, a timer with a string. */
  dynamic: readonly Use[];
};

const known = new Map<string, ScriptFacts>();

/** What one script of the build does, decided by its scopes. The same text is read once, however often it lies there. */
export function scriptFacts(text: string): ScriptFacts {
  const facts = known.get(text) ?? read(text);
  known.set(text, facts);
  return facts;
}

function read(text: string): ScriptFacts {
  const free: Use[] = [];
  const dynamic: Use[] = [];
  const use = (name: string, { node }: NodePath): Use => {
    const [from, to] = [node.start ?? 0, node.end ?? 0];
    return {
      name,
      code: text.slice(from, Math.min(to, from + 80)),
      around: text.slice(Math.max(0, from - 300), to + 300),
    };
  };
  const isFree = (path: NodePath, node: t.Node, name: string) =>
    node.type === 'Identifier' && node.name === name && !path.scope.hasBinding(name, true);
  const makes = (path: NodePath<t.CallExpression> | NodePath<t.NewExpression>) => {
    const { callee, arguments: given } = path.node;
    const name =
      callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? propertyOf(callee) : '';
    const fromText = given[0]?.type === 'StringLiteral' || given[0]?.type === 'TemplateLiteral';
    const maker = ['setTimeout', 'setInterval', 'setImmediate'].includes(name ?? '');
    // Every function's constructor is Function.
    const hidden = callee.type === 'MemberExpression' && name === 'constructor';
    if (isFree(path, callee, 'Function') || (fromText && (maker || hidden))) dynamic.push(use(name ?? '', path));
  };
  try {
    traverse(parse(text, false), {
      ReferencedIdentifier(path: NodePath<t.Identifier | t.JSXIdentifier>) {
        const { name } = path.node;
        if (path.scope.hasBinding(name, true)) return;
        if (name === 'eval') dynamic.push(use(name, path));
        else if (name !== 'arguments' && !knownNames.has(name) && !guarded(path, name))
          free.push(use(name, path.parentPath ?? path));
      },
      AssignmentExpression(path) {
        const { left } = path.node;
        if (left.type === 'Identifier' && !path.scope.hasBinding(left.name, true)) free.push(use(left.name, path));
      },
      MemberExpression(path) {
        const name = propertyOf(path.node);
        const onGlobal = isFree(path, path.node.object, 'globalThis');
        if (onGlobal && name !== null && browserNames.has(name)) free.push(use(name, path));
      },
      CallExpression: makes,
      NewExpression: makes,
    });
  } catch (error) {
    // Babel puts its name for a text without a file before its words.
    const words = error instanceof Error ? error.message.replace(/^unknown: /, '') : String(error);
    return { fault: words.split('\n')[0] ?? '', free: [], dynamic: [] };
  }
  return { fault: null, free, dynamic };
}

function propertyOf({ computed, property }: t.MemberExpression): string | null {
  if (!computed && property.type === 'Identifier') return property.name;
  return property.type === 'StringLiteral' ? property.value : null;
}
