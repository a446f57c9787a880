import type { FactView } from './answers';

/** How a kind of fact is asked. */
export type FactInput = 'flag' | 'number' | 'money' | 'day' | 'month' | 'choice' | 'codes';

const inputs: Readonly<Record<FactView['type'], FactInput>> = {
  flag: 'flag',
  count: 'number',
  year: 'number',
  money: 'money',
  share: 'number',
  date: 'day',
  month: 'month',
  birth: 'month',
  choice: 'choice',
  codes: 'codes',
};

export const typeOfInput = (type: FactView['type']): FactInput => inputs[type];

/** Under which id a fact stands on the page; a dot in it would be read as a class where pages are scrolled by selectors. */
export const idOfFact = (fact: string): string => `fact-${fact.replace(/\./g, '-')}`;
