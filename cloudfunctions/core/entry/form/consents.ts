import { consentFirst, personalConsentOf } from '@shared/entry/personal-consent';
import { at } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { Refused } from '../../rpc/refused';
import type { ConsentRow, FormState } from './form-state';

type ConsentText = { kind: string; version: string };

/** Has the leader agreed to this very text? An older text's consent is not one to the newer. */
export const isGiven = (consents: readonly ConsentRow[], { kind, version }: ConsentText): boolean =>
  consents.some((c) => c.kind === kind && c.text_version === version);

/**
 * Nothing sealed of a person is kept before that person agreed to it (PIPL art. 14, 29): the leader's is asked here, by whomever the form is filled in.
 * @param fields the form's paths beside which it is said
 * Throws Refused ENTRY_CONSENT_FIRST.
 */
export function insistConsent({ rules, consents }: FormState, fields: readonly string[]): void {
  const text = personalConsentOf(rules.blueprint.consents);
  if (text === undefined || fields.length === 0 || isGiven(consents, text)) return;
  throw unconsented(text, fields);
}

export const unconsented = (text: { kind: string; zh: string }, fields: readonly string[]): Refused =>
  new Refused('ENTRY_CONSENT_FIRST', undefined, Object.fromEntries(fields.map((field) => [field, consentFirst(text)])));

/** Writes down that the caller agreed to a text, as it was shown. */
export async function giveConsent(call: Call, entryId: string, { kind, version }: ConsentText): Promise<void> {
  await call.db
    .insertInto('consent')
    .values({
      id: call.newId(),
      subject_id: entryId,
      person_id: me(call),
      kind,
      text_version: version,
      given_at: at(call.now),
    })
    .execute();
}

/** Ends whatever consents of a person stand in an entry, of one kind or of all. They are closed, never deleted. */
export async function endConsents(call: Call, entryId: string, personId: string, kind?: string): Promise<void> {
  await call.db
    .updateTable('consent')
    .set({ withdrawn_at: at(call.now) })
    .where('subject_id', '=', entryId)
    .where('person_id', '=', personId)
    .where('withdrawn_at', 'is', null)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? ''))
    .execute();
}
