import { decisionLifecycle } from '@shared/screening/decision/lifecycle';
import type { DecisionState } from '@shared/screening/decision/states';
import type { Decided, DecisionSubject } from '@shared/screening/decision/subject';
import { type RawBuilder, sql } from 'kysely';
import { type EntryHead, entryHead } from '../../entry/queries';
import { holdersOf } from '../../platform/grants';
import type { Call } from '../../rpc/call';
import type { Load } from '../../rpc/procedure';

/** A decision with its entry, as the server's own rules see it. */
export type DecisionHead = DecisionSubject & {
  entry: EntryHead;
  /** The version of the entry that was decided on. */
  entryVersion: number;
  decided: Decided;
  decidedAt: number;
  signedBy: string | null;
  signedAt: number | null;
  batchId: string | null;
  decidedByZh: string;
  signedByZh: string | null;
  /** What was said with its last move, such as why it was not signed. */
  reason: string | null;
};

type Row = {
  id: string;
  state: DecisionState;
  version: number;
  entry_id: string;
  entry_version: number;
  decided: Decided;
  decided_by: string;
  decided_at: number;
  signed_by: string | null;
  signed_at: number | null;
  effective_at: number | null;
  batch_id: string | null;
  has_other_lead: boolean;
  decided_by_zh: string;
  signed_by_zh: string | null;
  reason: string | null;
};

/**
 * The leads of a region besides whoever decided who neither lead nor ever belonged to the entry: a query of `person_id`. All but `now` are
 * expressions in SQL.
 */
export const otherLeads = (
  { regionId, entryId, decidedBy }: Readonly<Record<'regionId' | 'entryId' | 'decidedBy', RawBuilder<string | null>>>,
  now: number,
): RawBuilder<unknown> => sql`select h.person_id from (${holdersOf(['regionLead'], regionId, now)}) h
  where h.person_id is distinct from ${decidedBy} and ${uninvolved(sql`h.person_id`, entryId)}`;

/** Whether a person neither leads nor ever belonged to an entry, nor filled it in at the counter. */
export const uninvolved = (personId: RawBuilder<unknown>, entryId: RawBuilder<string | null>): RawBuilder<boolean> =>
  sql`not exists (select from entry e where e.id = ${entryId} and e.leader_id = ${personId})
    and not exists (select from entry_member m where m.entry_id = ${entryId} and m.person_id = ${personId})
    and not exists (select from counter_entry n where n.entry_id = ${entryId} and n.helper_id = ${personId})`;

/** Decisions `d` with what their rules need to know; the entry comes beside them. */
const rowsWhere = (where: RawBuilder<unknown>, now: number) => sql<Row>`
  select d.id, d.state, d.version, d.entry_id, d.entry_version, d.decided, d.decided_by, d.decided_at, d.signed_by,
    d.signed_at, d.effective_at, d.batch_id,
    exists (${otherLeads(
      { regionId: sql.ref('o.region_id'), entryId: sql.ref('d.entry_id'), decidedBy: sql.ref('d.decided_by') },
      now,
    )}) as has_other_lead,
    p.display_name as decided_by_zh, s.display_name as signed_by_zh,
    (select m.reason from move m where m.subject_id = d.id order by m.n desc limit 1) as reason
  from decision d join entry o on o.id = d.entry_id
    join person p on p.id = d.decided_by left join person s on s.id = d.signed_by where ${where}`;

const asDecision = (row: Row, entry: EntryHead): DecisionHead => ({
  decisionId: row.id,
  state: row.state,
  version: row.version,
  decidedBy: row.decided_by,
  effectiveAt: row.effective_at,
  hasOtherLead: row.has_other_lead,
  entry,
  entryVersion: row.entry_version,
  decided: row.decided,
  decidedAt: row.decided_at,
  signedBy: row.signed_by,
  signedAt: row.signed_at,
  batchId: row.batch_id,
  decidedByZh: row.decided_by_zh,
  signedByZh: row.signed_by_zh,
  reason: row.reason,
});

/** Whether a decision is not over, and its entry still is what was decided on. */
export const isStanding = ({ state, entryVersion, entry }: DecisionHead): boolean =>
  decisionLifecycle.states[state].live === true && entryVersion === entry.version;

/** All decisions on an entry, the oldest first. */
export async function decisionsOn(call: Call, entry: EntryHead): Promise<DecisionHead[]> {
  const { rows } = await sql<Row>`${rowsWhere(sql`d.entry_id = ${entry.entryId}`, call.now)} order by d.n`.execute(
    call.db,
  );
  return rows.map((row) => asDecision(row, entry));
}

/** One decision on an entry that is locked already, if any. */
export async function decisionOn(call: Call, entry: EntryHead, decisionId: string): Promise<DecisionHead | null> {
  const where = sql`d.id = ${decisionId} and d.entry_id = ${entry.entryId}`;
  const { rows } = await rowsWhere(where, call.now).execute(call.db);
  return rows[0] ? asDecision(rows[0], entry) : null;
}

/** The decision that a call is about. Its entry is locked and nothing else: whoever decides, takes back, signs or makes goes through that lock. */
export const decisionOf: Load<{ decisionId: string }, DecisionHead> = async (call, { decisionId }, lock) => {
  const entry = await entryHead(call, sql<string>`(select entry_id from decision where id = ${decisionId})`, lock);
  return entry && decisionOn(call, entry, decisionId);
};
