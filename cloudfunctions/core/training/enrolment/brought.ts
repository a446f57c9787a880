import { type Brought, rankOf } from '@shared/training/enrolment/priority';
import { standsOf } from '../../awards/queries';
import { entryHead, frozenText, isRecalled, openFrozen, readSubmission } from '../../entry/queries';
import { type Call, me } from '../../rpc/call';

/** What somebody brings along from the contest: where they stand in a line, and the name and phone of their entry as it was submitted. */
export type Passport = Omit<Brought, 'keyGroup'> & {
  name: string;
  phoneMasked: string | null;
  reference: string | null;
  /** The phone itself, for their own enrolment. */
  phone(): string | null;
};

export async function passportOf(call: Call): Promise<Passport> {
  const [best] = await standsOf(call.db, me(call));
  const none = { name: '', phoneMasked: null, reference: null, phone: () => null };
  if (!best) return { place: null, participating: false, ...none };
  const stand = { place: best.place, participating: true };
  const head = await entryHead(call, best.entryId, false);
  const submission = head === null || isRecalled(head) ? null : await readSubmission(call, head);
  if (head === null || submission === null) return { ...stand, ...none };
  const masked = frozenText(submission, 'leader', 'phone');
  return {
    ...stand,
    name: frozenText(submission, 'leader', 'name'),
    phoneMasked: submission.sealed.has('leader.phone') && masked !== '' ? masked : null,
    reference: best.reference,
    phone: () => openFrozen(call, head, submission, 'leader.phone'),
  };
}

export const rankBy = (passport: Omit<Brought, 'keyGroup'>, keyGroup: boolean): number =>
  rankOf({ ...passport, keyGroup });
