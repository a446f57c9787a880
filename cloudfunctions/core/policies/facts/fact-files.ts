import { reviews } from '@shared/entry/who';
import { factSlots } from '@shared/policies/fact-files';
import { sql } from 'kysely';
import { isRecalled } from '../../entry/queries';
import type { FileOwner } from '../../files/file-owner';
import type { Db } from '../../platform/db';
import { holdGrants } from '../../platform/identity';
import type { Call } from '../../rpc/call';
import { type Submitted, submittedEntry } from './submitted-entry';

/** A fact that staff checked, with an entry of whom it is about. */
export type FactHead = Submitted & { factId: string; personId: string };

/**
 * A fact that staff checked; null: there is none such, or it is not of the applicant of that entry, by whom alone others come to it.
 * @param entryId by which entry it is read; without it the one by which it was checked
 */
export async function checkedFact(
  call: Call,
  factId: string,
  reader: string | null,
  how: { entryId?: string | undefined; lock: boolean },
): Promise<FactHead | null> {
  const fact = await call.db
    .selectFrom('person_fact')
    .select(['person_id', 'subject_id'])
    .where('id', '=', factId)
    .where('source', '=', 'staff')
    .executeTakeFirst();
  const entryId = how.entryId ?? fact?.subject_id ?? null;
  const entry = entryId === null ? null : await submittedEntry(call, { entryId }, how.lock);
  if (!fact || entry === null) return null;
  const personId = fact.person_id;
  return entry.leaderId === personId || reader === personId ? { ...entry, factId, personId } : null;
}

/** The file by which a fact was checked: sent by those who review the entry, read by whoever reads the fact. */
export const factFiles: FileOwner = {
  kind: 'fact',
  most: { begun: 20, bytes: 100 * 1024 ** 2, zh: '这项情况' },
  lock: (id) => sql`select from entry where id = (select subject_id from person_fact where id = ${id}) for update`,
  slot: async (_db, _id, code) => factSlots.find((slot) => slot.code === code) ?? null,
  async admits(call, factId, personId) {
    const fact = await checkedFact(call, factId, null, { lock: false });
    const actor = { personId, grants: await holdGrants(call.db, personId, call.now) };
    if (fact === null || !reviews.decide(actor, fact).ok) return 'hidden';
    return isRecalled(fact) ? 'closed' : 'open';
  },
};

type Evidence = { uploadId: string; name: string; state: 'checking' | 'accepted' | 'refused' };

/** By the id of a fact. */
export type EvidenceOf = ReadonlyMap<string, Evidence>;

/** The files of a person's facts: what was accepted last, else what came last. */
export async function readEvidence(db: Db, personId: string): Promise<EvidenceOf> {
  const { rows } = await sql<Evidence & { factId: string }>`
    select distinct on (f.id) f.id as "factId", u.id as "uploadId", u.name, u.state
    from person_fact f join upload u on u.subject_id = f.id
    where f.person_id = ${personId} and u.state in ('checking', 'accepted', 'refused') and u.removed_at is null
    order by f.id, (u.state = 'accepted') desc, u.version desc`.execute(db);
  return new Map(rows.map(({ factId, ...evidence }) => [factId, evidence]));
}
