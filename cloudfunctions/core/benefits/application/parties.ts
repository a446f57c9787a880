import type { ApplicationKind, KindQuestion } from '@shared/benefits/application/kind';
import type { ApplicationSubject, Party } from '@shared/benefits/application/subject';
import { applicant } from '@shared/benefits/application/who';
import type { Call } from '../../rpc/call';

/** As what somebody reads an application: as whose it is, or as an office that has it before it; null: as nobody. */
export function partyOf(call: Call, kind: ApplicationKind, application: ApplicationSubject): Party | null {
  if (applicant.decide(call.actor, application).ok) return 'applicant';
  return kind.desks.find(({ reads }) => reads.decide(call.actor, application).ok)?.party ?? null;
}

/** Whether a party sees anything of a field. */
export const sees = (party: Party, { sight }: Pick<KindQuestion, 'sight'>): boolean => sight[party] !== undefined;
