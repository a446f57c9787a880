import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../client/api';
import { useAsk } from '../../client/cache/use-ask';
import { heard } from '../../client/server-clock';

/** All that the landing page shows, in one call; the sign-up page finds the edition in it too. */
export function useLanding() {
  const cache = useQueryClient();
  return useAsk(['notices', 'landing'], async () => {
    const answer = await api.notices.landing({});
    heard(answer.home);
    cache.setQueryData(['competition', 'home'], answer.home);
    return answer;
  });
}

export type Landing = ReturnType<typeof useLanding>;
export type Home = Awaited<ReturnType<typeof api.notices.landing>>['home'];
export type Past = NonNullable<Awaited<ReturnType<typeof api.notices.landing>>['past']>;
export type Won = Awaited<ReturnType<typeof api.notices.landing>>['won'];
export type LandingView = Awaited<ReturnType<typeof api.notices.landing>>;
export type Own = NonNullable<LandingView['own']>;
export type Story = NonNullable<Own['story']>;
