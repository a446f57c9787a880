import { peopleContract } from '@shared/people/contract';
import { audit } from '../platform/audit/audit';
import { emit } from '../platform/outbox';
import { at } from '../platform/schema';
import { countOpening } from '../platform/sealed-openings';
import { me } from '../rpc/call';
import { procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { contactOf, type FeedbackRow, feedbackFacts, feedbackOf, presentFeedback } from './feedback-rows';

/** Answers a letter, once; whoever comes second is shown the answer that stands. The sender is told. */
export const answerFeedback = procedure(peopleContract.answerFeedback, feedbackOf, async (call, input, row) => {
  if (row.person_id === me(call)) throw new Refused('FORBIDDEN', '这是您自己的投诉建议，应当回避，请交其他人员答复');
  if (row.version !== input.version || row.answered_at !== null) {
    throw new Refused('PEOPLE_FEEDBACK_STALE', undefined, undefined, presentFeedback(call, row));
  }
  const answered = await call.db
    .updateTable('feedback')
    .set({ answer: input.answer, answered_by: me(call), answered_at: at(call.now), version: row.version + 1 })
    .where('id', '=', row.id)
    .returningAll()
    .$narrowType<FeedbackRow>()
    .executeTakeFirstOrThrow();
  await audit(call, `feedback:${row.id}`, 'people/answerFeedback', { reference: row.reference });
  await emit(call, 'feedback.answered', `feedback:${row.id}`, feedbackFacts(row));
  return presentFeedback(call, answered);
});

/** Opens the way to reach the sender, for the city alone; who opened it stays in the audit. */
export const revealContact = procedure(peopleContract.revealContact, feedbackOf, async (call, _input, row) => {
  const contact = contactOf(call, row);
  if (contact === null) throw new Refused('PEOPLE_NO_CONTACT');
  await countOpening(call, { subject: `feedback:${row.id}`, field: 'contact', regionId: null });
  await audit(call, `feedback:${row.id}`, 'people/revealContact', { reference: row.reference });
  return { contact };
});
