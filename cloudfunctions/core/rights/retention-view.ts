import { toShanghai } from '@shared/kernel/shanghai';
import { isTerm, termNames, termOf, termsBy, termZh } from '@shared/rights/retention-terms';
import { saidTerms, termWords } from '../platform/retention/terms';
import type { Call } from '../rpc/call';
import { closable, closingsTold } from './closings';
import type { Registry } from './registry';

/** Every term with what the city said of it, and what it closed. */
export async function retentionView(call: Call, registry: Registry) {
  const [said, words, scopes, closings] = await Promise.all([
    saidTerms(call.db, call.now),
    termWords(call.db),
    closable(call, registry),
    closingsTold(call, registry),
  ]);
  const terms = termsBy(said);
  return {
    terms: termNames.map((name) => {
      const { zh, unit, fromZh, basisZh, bounds } = termOf(name);
      return {
        name,
        zh,
        termZh: termZh(name, terms[name]),
        length: terms[name],
        unit,
        fromZh,
        basisZh: said.find((one) => one.name === name)?.docNo ?? basisZh,
        boundsZh:
          bounds === undefined ? null : `${termZh(name, bounds.least)}至 ${termZh(name, bounds.most)}，${bounds.whyZh}`,
      };
    }),
    said: words.flatMap(({ name, length, from, confirmedAt, ...word }) =>
      isTerm(name)
        ? [{ ...word, from, zh: termOf(name).zh, termZh: termZh(name, length), at: toShanghai(confirmedAt) }]
        : [],
    ),
    scopes: scopes.filter(({ scope }) => !closings.some((closing) => closing.scope === scope)),
    closings,
  };
}
