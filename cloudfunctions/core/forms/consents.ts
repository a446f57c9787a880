import type { ConsentText } from '@shared/forms/consent-text';
import { type Selectable, sql } from 'kysely';
import { audit } from '../platform/audit/audit';
import { at, json } from '../platform/schema';
import type { FormsTables } from '../platform/schema/forms';
import { type Call, me } from '../rpc/call';
import { Refused } from '../rpc/refused';
import type { Owner } from './sealed-values';

export type ConsentRow = Selectable<FormsTables['consent']>;
type Text = Pick<ConsentText, 'kind' | 'version'>;

/** Has the person of these consents agreed to this very text? An older text's consent is not one to the newer. */
export const isGiven = (consents: readonly ConsentRow[], { kind, version }: Text): boolean =>
  consents.some((c) => c.kind === kind && c.text_version === version);

/** Writes down that the caller agreed to a text, and keeps it as it was shown: a later version changes nothing of what was agreed to. */
export async function giveConsent(call: Call, subjectId: string, text: ConsentText): Promise<void> {
  await call.db
    .insertInto('consent')
    .values({
      id: call.newId(),
      subject_id: subjectId,
      person_id: me(call),
      kind: text.kind,
      text_version: text.version,
      shown: json(text),
      given_at: at(call.now),
    })
    .execute();
}

/**
 * Ticked and unticked consents of the caller, each with the version of the text that was shown. A consent that ends is closed, never deleted, and
 * asked again. While the form is closed nothing can be given, and only what is not required can be withdrawn, at any time.
 * @param consents those of the caller that stand
 * @param wanted kind → ticked; a kind that is not named stays as it is
 * @returns the kinds that ended: what was kept for them is their area's to delete (PIPL art. 15, 47)
 */
export async function settleConsents(
  call: Call,
  owner: Owner,
  {
    texts,
    consents,
    wanted,
    open,
  }: {
    texts: readonly ConsentText[];
    consents: readonly ConsentRow[];
    wanted: Readonly<Record<string, boolean>>;
    open: boolean;
  },
): Promise<string[]> {
  const ended: string[] = [];
  for (const text of texts) {
    const wants = wanted[text.kind];
    const stands = consents.some((c) => c.kind === text.kind);
    if (wants === undefined || wants === (wants ? isGiven(consents, text) : stands)) continue;
    if (!open && (text.required || wants)) throw new Refused('FORM_SECTION_CLOSED');
    if (stands) await endConsents(call, owner.id, me(call), text.kind);
    if (wants) await giveConsent(call, owner.id, text);
    else ended.push(text.kind);
    await audit(call, `${owner.kind}:${owner.id}`, `${owner.kind}/giveConsents`, {
      kind: text.kind,
      version: text.version,
      given: wants,
    });
  }
  return ended;
}

/**
 * Writes down consents that were given on a signed paper by somebody who has not confirmed the case yet; one that stands for this very text stays, and one
 * that is not among them any more ends: it was written down wrongly.
 */
export async function settlePaperConsents(
  call: Call,
  owner: Owner,
  { texts, consents }: { texts: readonly ConsentText[]; consents: readonly ConsentRow[] },
): Promise<void> {
  const rows = texts
    .filter((text) => !isGiven(consents, text))
    .map((text) => ({
      id: call.newId(),
      subject_id: owner.id,
      person_id: null,
      on_paper: true,
      kind: text.kind,
      text_version: text.version,
      shown: json(text),
      given_at: at(call.now),
    }));
  if (rows.length > 0) await call.db.insertInto('consent').values(rows).execute();
  await sql`update consent set withdrawn_at = ${at(call.now)} where subject_id = ${owner.id} and person_id is null
    and withdrawn_at is null and kind <> all(${texts.map(({ kind }) => kind)}::text[])`.execute(call.db);
}

/** What was signed on paper is from now on the consent of the caller, who has confirmed the case. */
export async function takeOverConsents(call: Call, subjectId: string): Promise<void> {
  await call.db
    .updateTable('consent')
    .set({ person_id: me(call) })
    .where('subject_id', '=', subjectId)
    .where('person_id', 'is', null)
    .where('withdrawn_at', 'is', null)
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
