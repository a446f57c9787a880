import { dayEndZh } from '../../kernel/moment-words';
import { endOfDayExclusive } from '../../kernel/shanghai';
import { link } from '../../routes';
import { phoneWords } from '../../telling/templates';
import type { Ending, EndingFacts } from '../events';
import { type PoliciesNotice, policyZh } from '../notice';

function first({ policies }: EndingFacts): Ending {
  const [one] = policies;
  if (one === undefined) throw new Error('no policy ends');
  return one;
}

/** “一次性创业补贴”, or how many; of several a reader may fit one alone. */
const these = (ending: EndingFacts): string =>
  ending.policies.length === 1
    ? policyZh(first(ending))
    : `${policyZh(first(ending))}等 ${ending.policies.length} 项政策`;

/** What ends together is one message, whoever fits one of it. */
export const policyExpiring: PoliciesNotice = {
  notice: 'policy.expiring',
  event: 'policy.expiring',
  audience: 'stillConcerned',
  title: '您符合条件的政策快到期',
  body: (ending) =>
    ending.policies.length === 1
      ? `按现有资料您符合${these(ending)}，${dayEndZh(first(ending).endsOn)} 到期，过后不再受理。点开看怎么办理。`
      : `${these(ending)}快到期，其中有您符合的，最早${dayEndZh(first(ending).endsOn)}。点开看怎么办理。`,
  link: (ending) =>
    ending.policies.length === 1 ? link('open/policy', { code: first(ending).code }) : link('policies'),
  phone: (ending) =>
    phoneWords('reminder', {
      matter: these(ending),
      until: endOfDayExclusive(first(ending).endsOn),
      reason: '您符合条件，快到期了',
    }),
  // Of several together nobody is counted under one.
  policy(ending) {
    const { code, version } = first(ending);
    return ending.policies.length === 1 ? { code, version } : null;
  },
  sample: { policies: [{ code: 'sx-startup-subsidy', version: 2, title: '一次性创业补贴', endsOn: '2026-12-31' }] },
};
