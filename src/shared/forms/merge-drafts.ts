import type { Answer } from './question';

export type Values = Record<string, Answer>;

/** An empty field is the same whether it was never filled or was emptied again. */
const plain = (value: Answer | undefined): Answer => (value === undefined || value === '' ? null : value);
export const sameValue = (a: Answer | undefined, b: Answer | undefined): boolean => plain(a) === plain(b);

/** The fields in which two readings of a part of a form differ. */
export function differing(a: Values, b: Values): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => !sameValue(a[name], b[name]));
}

/** What becomes of one's own unsaved words when somebody else saved in the meantime. */
export type Merged = {
  values: Values;
  /** Changed by the other only: taken over. */
  taken: string[];
  /** Changed by both, to different things: a person must choose. One's own stands in `values` meanwhile. */
  contested: string[];
};

/** Three-way merge of a part of a form: what both started from, what was typed here, what stands on the server now. */
export function mergeDrafts(base: Values, mine: Values, theirs: Values): Merged {
  const apart = differing(mine, theirs);
  const contested = apart.filter((name) => !sameValue(mine[name], base[name]) && !sameValue(theirs[name], base[name]));
  const taken = apart.filter((name) => sameValue(mine[name], base[name]));
  const values = { ...theirs };
  for (const name of apart) if (!taken.includes(name)) values[name] = mine[name] ?? null;
  return { values, taken, contested };
}
