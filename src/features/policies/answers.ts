import { api } from '../../client/api';
import { useAsk } from '../../client/cache/use-ask';
import { useSessionHeld } from '../../client/session/use-session-held';
import type { Tone } from '../../ui/tone';

export type Answers = Awaited<ReturnType<typeof api.policies.mine>>;
export type Answer = Answers['policies'][number];
export type FactView = Awaited<ReturnType<typeof api.policies.myFacts>>['facts'][number];

/** What one can get; not asked of a visitor. */
export function useMyAnswers() {
  const held = useSessionHeld();
  return { held, ask: useAsk(['policies', 'mine'], () => api.policies.mine({}), held) };
}

export const toneOf: Readonly<Record<Answer['stand'], Tone>> = {
  pass: 'pass',
  near: 'warn',
  unknown: 'info',
  fail: 'neutral',
  over: 'neutral',
  notYet: 'neutral',
  text: 'neutral',
};

/** The most telling thing that a policy gives: `个人最高 30 万元`. */
export const firstBenefit = ({ benefits }: Pick<Answer, 'benefits'>): string =>
  benefits.flatMap(({ zh, valueZh }) => (valueZh === null ? [] : [`${zh} ${valueZh}`]))[0] ?? '';

/** Whether a policy asks of an award of which nothing is known: whoever won in an edition before may claim theirs. */
export const asksAward = (policies: readonly Pick<Answer, 'missing'>[]): boolean =>
  policies.some(({ missing }) => missing.some(({ fact }) => fact.startsWith('award')));

/** What one can say oneself that some policy still asks, each once. */
export const sayable = (policies: readonly Pick<Answer, 'missing'>[]): string[] => [
  ...new Set(policies.flatMap(({ missing }) => missing.filter(({ asked }) => asked === 'me').map(({ fact }) => fact))),
];
