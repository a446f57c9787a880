import type { ApplicationKind, KindQuestion } from '@shared/benefits/application/kind';
import type { ApplicationSubject, Party } from '@shared/benefits/application/subject';
import { applicant } from '@shared/benefits/application/who';
import type { Call } from '../../rpc/call';
import { deskOfParty } from './offices';

/** As what somebody reads an application: as whose it is, or as an office that has it before it; null: as nobody. */
export function partyOf(call: Call, kind: ApplicationKind, application: ApplicationSubject): Party | null {
  if (applicant.decide(call.actor, application).ok) return 'applicant';
  return kind.desks.find(({ reads }) => reads.decide(call.actor, application).ok)?.party ?? null;
}

/** Whether the caller may open what is covered: whoever took it at a region's desk; of an organisation, whose people take nothing for themselves, all while it has it. */
export function holdsIt(call: Call, kind: ApplicationKind, application: ApplicationSubject, party: Party): boolean {
  if (kind.party(application.state) !== party) return false;
  return deskOfParty(kind, party)?.place === 'organisation' || application.claimedBy === call.actor?.personId;
}

/** Whether a party sees anything of a field. */
export const sees = (party: Party, { sight }: Pick<KindQuestion, 'sight'>): boolean => sight[party] !== undefined;
