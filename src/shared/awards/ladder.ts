import type { Blueprint } from '../competition/blueprint';

type Level = NonNullable<Blueprint['awards']>[number];

const usual: readonly Level[] = [
  { code: 'first', zh: '一等奖' },
  { code: 'second', zh: '二等奖' },
  { code: 'third', zh: '三等奖' },
  { code: 'merit', zh: '优秀奖' },
];

/** The levels of an edition's awards, the highest first; the usual ones when its blueprint names none. */
export const ladderOf = ({ awards = [...usual] }: Pick<Blueprint, 'awards'>): readonly Level[] => awards;
