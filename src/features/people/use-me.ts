import { hasRoleAnywhere } from '@shared/kernel/actor';
import { api } from '../../client/api';
import { useAsk } from '../../client/cache/use-ask';
import { useSessionHeld } from '../../client/session/use-session-held';

/** The signed-in person with roles and unread count; not asked for while nobody is signed in. */
export function useMe() {
  const held = useSessionHeld();
  const ask = useAsk(['people', 'me'], () => api.people.me({}), held);
  return { signedIn: held, me: held ? (ask.data ?? null) : null, ask };
}

export type Me = NonNullable<ReturnType<typeof useMe>['me']>;

export const answersFeedback = (me: Me): boolean => hasRoleAnywhere(me, 'cityStaff') || hasRoleAnywhere(me, 'auditor');

/** Who sets up a region's contest and announces there, and who watches them. */
export const runsContests = (me: Me): boolean =>
  (['regionLead', 'cityStaff', 'auditor'] as const).some((role) => hasRoleAnywhere(me, role));

/** Who holds classes, confirms them, or looks on. */
export const holdsClasses = (me: Me): boolean =>
  (['trainer', 'cityStaff', 'auditor'] as const).some((role) => hasRoleAnywhere(me, role));

/** Who works on a region's entries and awards. */
export const handlesEntries = (me: Me): boolean =>
  (['regionStaff', 'regionLead'] as const).some((role) => hasRoleAnywhere(me, role));
