import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import { signedIn } from '../../../client/session/session';

type Grant = Awaited<ReturnType<typeof api.people.me>>['grants'][number];

const reviews = ({ role }: Grant) => role === 'regionStaff' || role === 'regionLead';

/**
 * What the reader's grants say of reviewing: anywhere, in one region, and as its lead. A grant without a region is for all of them. The
 * server decides; this only leaves out what it would refuse.
 */
export function useReviewer(regionId: string | null = null) {
  const { data } = useAsk(['people', 'me'], () => api.people.me({}), signedIn());
  const grants = data?.grants ?? [];
  const here = grants.filter(({ regionId: of }) => of === null || of === regionId);
  return {
    anywhere: grants.some(reviews),
    here: here.some(reviews),
    lead: here.some(({ role }) => role === 'regionLead'),
  };
}
