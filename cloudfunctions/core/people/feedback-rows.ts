import { officialCalendar } from '@shared/kernel/holidays';
import { checkPhone, maskPhone } from '@shared/kernel/phone';
import { shanghaiDate, toShanghai } from '@shared/kernel/shanghai';
import { isProvisional, termAt } from '@shared/kernel/workdays';
import type { FeedbackFacts } from '@shared/people/events';
import { type FeedbackKind, feedbackKindZh } from '@shared/people/feedback-kinds';
import { open } from '../platform/crypto/seal';
import type { Call } from '../rpc/call';
import type { Load } from '../rpc/procedure';

export type FeedbackRow = {
  id: string;
  reference: string;
  person_id: string;
  kind: FeedbackKind;
  body: string;
  contact_sealed: string | null;
  created_at: number;
  due_date: string;
  answer: string | null;
  answered_at: number | null;
  version: number;
};

/** One letter, locked for a change; null when there is none. */
export const feedbackOf: Load<{ feedbackId: string }, FeedbackRow> = async (call, { feedbackId }, lock) => {
  const query = call.db.selectFrom('feedback').selectAll().where('id', '=', feedbackId).$narrowType<FeedbackRow>();
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) ?? null;
};

/** Where a letter's contact is sealed; a value copied elsewhere does not open. */
export const contactPlace = (id: string): string => `feedback:${id}:contact`;

/** The contact that the sender left, in clear; null when none was. Whoever shows it writes it into the audit. */
export function contactOf(call: Call, row: Pick<FeedbackRow, 'id' | 'contact_sealed'>): string | null {
  return row.contact_sealed === null ? null : open(row.contact_sealed, call.home.keys, contactPlace(row.id));
}

/** A phone number as `138****5678`; of anything else (an address of mail, an account) only the first two characters. */
export function maskContact(contact: string): string {
  const phone = checkPhone(contact);
  return phone.ok ? maskPhone(phone.value) : `${contact.slice(0, 2)}****`;
}

/** What news of a letter tells; its text stays where it is. */
export const feedbackFacts = ({ id, person_id, kind, due_date }: FeedbackRow): FeedbackFacts => ({
  feedbackId: id,
  senderId: person_id,
  kindZh: feedbackKindZh(kind),
  dueDate: due_date,
});

/** A letter as its sender and the city see it: the contact masked, the clock in working days until it is answered. */
export function presentFeedback(call: Call, row: FeedbackRow) {
  const contact = contactOf(call, row);
  const waits = row.answered_at === null;
  return {
    id: row.id,
    reference: row.reference,
    kind: row.kind,
    kindZh: feedbackKindZh(row.kind),
    body: row.body,
    createdAt: toShanghai(row.created_at),
    answer: row.answer,
    answeredAt: row.answered_at === null ? null : toShanghai(row.answered_at),
    dueDate: row.due_date,
    ...(waits
      ? termAt(shanghaiDate(call.now), row.due_date, officialCalendar)
      : { workdaysLeft: null, workdaysOver: null }),
    provisional: waits && isProvisional(shanghaiDate(row.created_at), row.due_date, officialCalendar),
    contactMasked: contact === null ? null : maskContact(contact),
    version: row.version,
  };
}
