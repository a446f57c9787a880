import type { Selectable } from 'kysely';
import { at } from '../platform/schema';
import type { FormsTables } from '../platform/schema/forms';
import { type Call, me } from '../rpc/call';

export type ConsentRow = Selectable<FormsTables['consent']>;
type ConsentText = { kind: string; version: string };

/** Has the person of these consents agreed to this very text? An older text's consent is not one to the newer. */
export const isGiven = (consents: readonly ConsentRow[], { kind, version }: ConsentText): boolean =>
  consents.some((c) => c.kind === kind && c.text_version === version);

/** Writes down that the caller agreed to a text, as it was shown. */
export async function giveConsent(call: Call, subjectId: string, { kind, version }: ConsentText): Promise<void> {
  await call.db
    .insertInto('consent')
    .values({
      id: call.newId(),
      subject_id: subjectId,
      person_id: me(call),
      kind,
      text_version: version,
      given_at: at(call.now),
    })
    .execute();
}

/** Ends whatever consents of a person stand in a subject, of one kind or of all. They are closed, never deleted. */
export async function endConsents(call: Call, subjectId: string, personId: string, kind?: string): Promise<void> {
  await call.db
    .updateTable('consent')
    .set({ withdrawn_at: at(call.now) })
    .where('subject_id', '=', subjectId)
    .where('person_id', '=', personId)
    .where('withdrawn_at', 'is', null)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? ''))
    .execute();
}
