import type { NodePath, types as t } from '@babel/core';

/**
 * Whether a free name is only reached where `typeof` has shown that it exists: as the operand of `typeof` itself, or in a branch
 * that a test with such a `typeof` leads to.
 */
export function guarded(path: NodePath, name: string): boolean {
  const { parent } = path;
  if (parent.type === 'UnaryExpression' && parent.operator === 'typeof') return true;
  for (let child = path; child.parentPath; child = child.parentPath) {
    const { node, parent: above } = child;
    if (above.type === 'IfStatement' || above.type === 'ConditionalExpression') {
      if (node === above.consequent && shown(above.test, name, true)) return true;
      if (node === above.alternate && shown(above.test, name, false)) return true;
    }
    if (above.type === 'LogicalExpression' && node === above.right) {
      if (above.operator === '&&' && shown(above.left, name, true)) return true;
      if (above.operator === '||' && shown(above.left, name, false)) return true;
    }
  }
  return false;
}

/** Whether the name exists for certain when `test` came out as `outcome`. */
function shown(test: t.Node, name: string, outcome: boolean): boolean {
  if (test.type === 'UnaryExpression' && test.operator === '!') return shown(test.argument, name, !outcome);
  if (test.type === 'SequenceExpression') {
    const last = test.expressions.at(-1);
    return last !== undefined && shown(last, name, outcome);
  }
  if (test.type === 'LogicalExpression' && test.operator === (outcome ? '&&' : '||')) {
    return shown(test.left, name, outcome) || shown(test.right, name, outcome);
  }
  if (test.type !== 'BinaryExpression' || !/^[!=]==?$/.test(test.operator)) return false;
  const sides = [test.left, test.right];
  const asked = sides.some(
    (side) =>
      side.type === 'UnaryExpression' &&
      side.operator === 'typeof' &&
      side.argument.type === 'Identifier' &&
      side.argument.name === name,
  );
  const kind = sides.flatMap((side) => (side.type === 'StringLiteral' ? side.value : []))[0];
  if (!asked || kind === undefined) return false;
  const equal = test.operator.startsWith('=') === outcome;
  return kind === 'undefined' ? !equal : equal;
}
