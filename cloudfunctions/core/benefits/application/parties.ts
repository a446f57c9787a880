import type { ApplicationKind, KindQuestion } from '@shared/benefits/application/kind';
import { type ApplicationSubject, lastOf, type Party } from '@shared/benefits/application/subject';
import { applicant } from '@shared/benefits/application/who';
import { organisationsOf } from '@shared/kernel/actor';
import type { Call } from '../../rpc/call';
import { deskOfParty } from './offices';

/** As what somebody reads an application: as whose it is, or as an office that has it before it; null: as nobody. */
export function partyOf(call: Call, kind: ApplicationKind, application: ApplicationSubject): Party | null {
  if (applicant.decide(call.actor, application).ok) return 'applicant';
  return kind.desks.find(({ reads }) => reads.decide(call.actor, application).ok)?.party ?? null;
}

/** Whether the caller may open what is covered: whoever took it at a region's desk; of an organisation, whose people take nothing for themselves, all while it has it. */
export function holdsIt(call: Call, kind: ApplicationKind, application: ApplicationSubject, party: Party): boolean {
  const desk = deskOfParty(kind, party);
  const { state, organisationId, claimedBy } = application;
  if (desk === undefined || kind.party(state) !== party) return false;
  if (desk.place !== 'organisation') return claimedBy === call.actor?.personId;
  return organisationId !== null && organisationsOf(call.actor, desk.role).includes(organisationId);
}

/** As which party a move is made; null: as none. */
export const makerOf = (kind: ApplicationKind, move: string): Party | null =>
  kind.party(kind.lifecycle.moves[move]?.from[0] ?? '');

/** Whether a move was made by a party's own people: where another organisation has its place since, by theirs. `at` in epoch milliseconds. */
export function isOwnMove(
  kind: ApplicationKind,
  { organisations }: Pick<ApplicationSubject, 'organisations'>,
  party: Party,
  { move, at }: { move: string; at: number },
): boolean {
  if (makerOf(kind, move) !== party) return false;
  if (deskOfParty(kind, party)?.place !== 'organisation') return true;
  return lastOf(organisations, party, at)?.organisationId === lastOf(organisations, party)?.organisationId;
}

/** Whether a party sees anything of a field. */
export const sees = (party: Party, { sight }: Pick<KindQuestion, 'sight'>): boolean => sight[party] !== undefined;
