import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import { useSessionHeld } from '../../../client/session/use-session-held';

/** What the reader may give, and the places there are. Visitors are told to sign in. */
export function useChoices() {
  return useAsk(['people', 'givingChoices', useSessionHeld()], () => api.people.givingChoices({}));
}

export type Choices = Awaited<ReturnType<typeof api.people.givingChoices>>;
