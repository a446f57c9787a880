import { api } from '../../client/api';
import { signedIn } from '../../client/session';
import { useAsk } from '../../client/use-ask';

type Grant = Awaited<ReturnType<typeof api.people.me>>['grants'][number];

const reviews = ({ role }: Grant) => role === 'regionStaff' || role === 'regionLead';

/**
 * What the reader's grants say of reviewing: anywhere, in one region, and as its lead. The server decides; this only
 * leaves out what it would refuse.
 */
export function useReviewer(regionId: string | null = null) {
  const { data } = useAsk(['people', 'me'], () => api.people.me({}), signedIn());
  const grants = data?.grants ?? [];
  return {
    anywhere: grants.some(reviews),
    here: grants.some((grant) => reviews(grant) && grant.regionId === regionId),
    lead: grants.some(({ role, regionId: of }) => role === 'regionLead' && of === regionId),
  };
}
