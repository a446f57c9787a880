import { Refused } from '../rpc/refused';

/** More than any form of ours holds: the fields of one object, the values in all, how deep they lie. */
const limits = { names: 100, values: 1000, depth: 8 };
/** More than a whole input has. */
const mostCharacters = 100_000;

/**
 * Refuses an input that is larger than any real one before its schema looks at it: a schema tells each of ten thousand wrong names
 * apart, in time that all others wait for. Looks at no more than the limits allow, and never calls itself.
 * @param input plain JSON
 * @param characters how many a text may have, where less is known of the input: a sheet is one text
 * Throws Refused TOO_LARGE.
 */
export function insistModest(input: unknown, characters = mostCharacters): void {
  const waiting: Array<[value: unknown, depth: number]> = [[input, 0]];
  let values = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [value, depth] = next;
    values += 1;
    if (values > limits.values || depth > limits.depth) throw new Refused('TOO_LARGE');
    if (typeof value === 'string' && value.length > characters) throw new Refused('TOO_LARGE');
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      if (value.length > limits.values) throw new Refused('TOO_LARGE');
      for (const inner of value) waiting.push([inner, depth + 1]);
      continue;
    }
    let names = 0;
    for (const name in value) {
      names += 1;
      if (names > limits.names || name.length > characters) throw new Refused('TOO_LARGE');
      waiting.push([(value as Record<string, unknown>)[name], depth + 1]);
    }
  }
}
