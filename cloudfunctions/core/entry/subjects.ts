import type { Blueprint, ReviewClocks } from '@shared/competition/blueprint';
import { spanOf } from '@shared/competition/phase';
import type { EntryState } from '@shared/entry/states';
import type { EntrySubject } from '@shared/entry/subject';
import { type RawBuilder, sql } from 'kysely';
import { subjectOfUpload } from '../files/upload-rows';
import { together } from '../platform/pipeline';
import type { Call } from '../rpc/call';
import type { Load } from '../rpc/procedure';
import { joinRules } from './form/rules-version';
import { closesFor } from './late/closing';

/** An entry as the server's own rules see it: the subject of access and lifecycle, and the columns every move needs. */
export type EntryHead = EntrySubject & {
  title: string;
  regionZh: string;
  trackCode: string;
  trackZh: string;
  groupCode: string;
  year: number;
  clocks: ReviewClocks;
  /** Which decisions the edition wants signed by a second person, as its blueprint has it. */
  signatures: Blueprint['signatures'];
  reviewDue: string | null;
  dueProvisional: boolean;
  claimedAt: number | null;
  submittedAt: number | null;
  /** The version of its edition's blueprint under which it stands, and the one that its team was told of last. */
  rulesVersion: number;
  knownVersion: number;
  /** When its contest closes for everybody, in epoch milliseconds; `signUp` ends later for one that came by a late code. */
  contestClosesAt: number | null;
  /** When a draft that nobody has confirmed is removed, in epoch milliseconds; null: it was not begun at the counter. */
  counterEndsAt: number | null;
  /** The one track that its late code is for; null: it is bound to none. */
  lateTrack: string | null;
};

type Row = {
  id: string;
  edition_id: string;
  contest_id: string;
  region_id: string;
  region_zh: string;
  state: EntryState;
  version: number;
  leader_id: string | null;
  helper_id: string | null;
  counter_ends: number | null;
  title: string;
  reference: string | null;
  track_code: string;
  track_zh: string;
  group_code: string;
  claimed_by: string | null;
  claimed_at: number | null;
  claimed_from: EntryState | null;
  returns: number;
  review_due: string | null;
  due_provisional: boolean;
  correction_due_at: number | null;
  submitted_at: number | null;
  recalled_at: number | null;
  of_current: boolean;
  year: number;
  clocks: ReviewClocks;
  signatures: Blueprint['signatures'] | null;
  rules_version: number;
  known_version: number;
  members: Array<{ person_id: string; access: string; left: boolean }> | null;
  sign_up_opens: number | null;
  sign_up_closes: number | null;
  contest_closes: number | null;
  late_track: string | null;
  screening_opens: number | null;
  screening_closes: number | null;
};

const heads = (
  where: ReturnType<typeof sql>,
) => sql<Row>`select e.id, e.edition_id, e.contest_id, e.region_id, e.state, e.version,
    e.leader_id, e.title, e.reference, e.track_code, e.group_code, e.claimed_by, e.claimed_at, e.claimed_from, e.returns,
    e.review_due, e.due_provisional, e.correction_due_at, e.submitted_at, e.recalled_at,
    d.blueprint ->> 'signatures' as signatures,
    d.status = 'current' as of_current, d.year, b.blueprint -> 'clocks' as clocks, b.n as rules_version,
    e.blueprint_version as known_version,
    (select json_agg(json_build_object('person_id', m.person_id, 'access', m.access, 'left', m.removed_at is not null))
      from entry_member m where m.entry_id = e.id) as members,
    s.opens_at as sign_up_opens, ${closesFor} as sign_up_closes, s.closes_at as contest_closes,
    l.track_code as late_track, n.helper_id, n.ends_at as counter_ends, r.opens_at as screening_opens, r.closes_at as screening_closes,
    g.name_zh as region_zh, t.zh as track_zh
  from entry e join edition d on d.id = e.edition_id ${joinRules}
    join region g on g.id = e.region_id
    join track t on t.edition_id = e.edition_id and t.code = e.track_code
    left join phase s on s.contest_id = e.contest_id and s.kind = 'signUp'
    left join late_code l on l.id = e.late_code_id and l.contest_id = e.contest_id
    left join counter_entry n on n.entry_id = e.id
    left join phase r on r.contest_id = e.contest_id and r.kind = 'screening'
  where ${where}`;

/** What that query answers as a head; null where there is no such entry. */
export function asHead(row: Row | undefined): EntryHead | null {
  return row ? headOf(row) : null;
}

function headOf(row: Row): EntryHead {
  const ever = row.members ?? [];
  const members = ever.filter(({ left }) => !left);
  return {
    entryId: row.id,
    editionId: row.edition_id,
    contestId: row.contest_id,
    regionId: row.region_id,
    state: row.state,
    version: row.version,
    leaderId: row.leader_id,
    helperId: row.helper_id,
    counterEndsAt: row.counter_ends,
    memberIds: members.map((m) => m.person_id),
    editorIds: members.filter((m) => m.access === 'edit').map((m) => m.person_id),
    pastMemberIds: ever.filter(({ left }) => left).map((m) => m.person_id),
    claimedBy: row.claimed_by,
    claimedAt: row.claimed_at,
    claimedFrom: row.claimed_from,
    returns: row.returns,
    signUp: spanOf(row.sign_up_opens, row.sign_up_closes),
    screening: spanOf(row.screening_opens, row.screening_closes),
    correctionDueAt: row.correction_due_at,
    title: row.title,
    reference: row.reference,
    regionZh: row.region_zh,
    trackCode: row.track_code,
    trackZh: row.track_zh,
    groupCode: row.group_code,
    year: row.year,
    clocks: row.clocks,
    signatures: row.signatures ?? undefined,
    reviewDue: row.review_due,
    dueProvisional: row.due_provisional,
    submittedAt: row.submitted_at,
    recalledAt: row.recalled_at,
    rulesVersion: row.rules_version,
    knownVersion: row.known_version,
    ofCurrentEdition: row.of_current,
    contestClosesAt: row.contest_closes,
    lateTrack: row.late_track,
  };
}

/** An entry's id, or where in the database it stands. */
type EntryId = string | RawBuilder<string>;

/** One entry with its team and its contest's instants, for a statement that travels with others. */
export const entryHeadQuery = (entryId: EntryId): RawBuilder<Row> => heads(sql`e.id = ${entryId}`);

/** Keeps everybody else from changing an entry until the transaction ends. */
export const lockEntry = (entryId: EntryId): RawBuilder<unknown> =>
  sql`select from entry where id = ${entryId} for update`;

/** One entry with its team and its contest's instants, in one query; a change locks its row until the commit. */
export async function entryHead(call: Call, entryId: EntryId, lock: boolean): Promise<EntryHead | null> {
  const head = entryHeadQuery(entryId);
  // The lock is taken by a statement of its own: one that waited for it would still see the team of before the wait.
  const [, rows] = lock
    ? await together(call.db, lockEntry(entryId), head)
    : [null, (await head.execute(call.db)).rows];
  return unlessForsaken(asHead(rows[0]), call.now);
}

/** What was begun at the counter and not confirmed in time is there for nobody any more; the clock removes it. */
export const unlessForsaken = (head: EntryHead | null, now: number): EntryHead | null =>
  head?.leaderId === null && head.counterEndsAt !== null && now >= head.counterEndsAt ? null : head;

/** Many entries at once, without locks, in no order. */
export async function entryHeads(call: Call, entryIds: readonly string[]): Promise<EntryHead[]> {
  const { rows } = await heads(sql`e.id = any(${[...entryIds]}::uuid[])`).execute(call.db);
  return rows.map(headOf);
}

export const entryOf: Load<{ entryId: string }, EntryHead> = (call, input, lock) =>
  entryHead(call, input.entryId, lock);

export type UploadHead = EntryHead & { uploadId: string };

/** The entry that an upload belongs to, for calls that name only the upload. */
export const uploadOf: Load<{ uploadId: string }, UploadHead> = async (call, input, lock) => {
  const entryId = await subjectOfUpload(call, input.uploadId);
  const head = entryId === null ? null : await entryHead(call, entryId, lock);
  return head && { ...head, uploadId: input.uploadId };
};
