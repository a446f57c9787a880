import { hasRole, hasRoleAnywhere } from '@shared/kernel/actor';
import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import { signedIn } from '../../../client/session/session';

const reviewing = ['regionStaff', 'regionLead'] as const;

/**
 * What the reader's grants say of reviewing: anywhere, in one region, and as its lead. The server decides; this only leaves out what it
 * would refuse.
 */
export function useReviewer(regionId: string | null = null) {
  const { data: me = null } = useAsk(['people', 'me'], () => api.people.me({}), signedIn());
  return {
    anywhere: reviewing.some((role) => hasRoleAnywhere(me, role)),
    here: regionId !== null && reviewing.some((role) => hasRole(me, role, regionId)),
    lead: regionId !== null && hasRole(me, 'regionLead', regionId),
  };
}
