import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { verifyAudit } from '../../cloudfunctions/core/platform/audit/verify-audit';
import type { DataKeys } from '../../cloudfunctions/core/platform/crypto/data-key';
import type { Db } from '../../cloudfunctions/core/platform/db';
import type { StreamingStorage } from '../../cloudfunctions/core/platform/storage/storage';
import type { Ledger } from './ledger';

export type Verdict = {
  /** Acknowledged and not there. */
  lost: string[];
  /** There more often than it was done. */
  twice: string[];
  /** Does not fit together, whoever did it. */
  broken: string[];
  audit: string;
  /** What was looked at, by its kind. */
  looked: Record<string, number>;
};

/**
 * Holds the whole database, and the files beside it, against what was acknowledged.
 * @param auditKeys those of the host that wrote it
 */
export async function verify(db: Db, storage: StreamingStorage, auditKeys: DataKeys, ledger: Ledger): Promise<Verdict> {
  const verdict: Verdict = { lost: [], twice: [], broken: [], audit: '', looked: {} };
  await verifyActs(db, ledger, verdict);
  await verifyEntries(db, ledger, verdict);
  await verifyMoves(db, ledger, verdict);
  await verifyTold(db, verdict);
  await verifyFiles(db, storage, ledger, verdict);
  await verifyChains(db, auditKeys, verdict);
  return verdict;
}

/** Every acknowledged change has its key's row, with the answer that was given where answers are kept. */
async function verifyActs(db: Db, { acts }: Ledger, { lost, looked }: Verdict): Promise<void> {
  const rows = await db.selectFrom('done_once').select(['person_id', 'key', 'procedure']).execute();
  const done = new Map(rows.map((row) => [`${row.person_id} ${row.key}`, row.procedure]));
  for (const { personId, key, path } of acts) {
    if (done.get(`${personId} ${key}`) !== path) lost.push(`${path} under its key`);
  }
  looked.acts = acts.length;
}

async function verifyEntries(db: Db, { starts, saves }: Ledger, { lost, twice, looked }: Verdict): Promise<void> {
  const entries = await db.selectFrom('entry').select(['id', 'leader_id']).execute();
  for (const { personId, entryId } of starts) {
    const ofPerson = entries.filter((entry) => entry.leader_id === personId);
    if (!ofPerson.some(({ id }) => id === entryId)) lost.push(`entry ${entryId}`);
    if (ofPerson.length > 1) twice.push(`entry of ${personId}`);
  }
  const sections = await db.selectFrom('section').select(['subject_id', 'section', 'version', 'data']).execute();
  const kept = new Map(sections.map((row) => [`${row.subject_id}/${row.section}`, row]));
  for (const [place, { version, data }] of saves) {
    const row = kept.get(place);
    const same = row !== undefined && Object.entries(data).every(([name, value]) => row.data[name] === value);
    if (!row || row.version < version || !same) lost.push(`section ${place} version ${version}`);
    else if (row.version > version) twice.push(`section ${place}: version ${row.version} instead of ${version}`);
  }
  looked.entries = entries.length;
  looked.sections = sections.length;
}

/** Moves of every entry follow one another without a gap up to where it stands; each acknowledged one is there once, as are audit and counts. */
async function verifyMoves(db: Db, { moves }: Ledger, { lost, twice, broken, looked }: Verdict): Promise<void> {
  const rows = await db
    .selectFrom('move as m')
    .innerJoin('entry as e', 'e.id', 'm.subject_id')
    .select(['m.subject_id', 'm.n', 'm.move'])
    .execute();
  const made = new Map(rows.map((row) => [`${row.subject_id} ${row.n}`, row.move]));
  for (const { entryId, move, version } of moves) {
    if (made.get(`${entryId} ${version}`) !== move) lost.push(`${move} of ${entryId} as version ${version}`);
  }
  const acknowledged = new Set(moves.map(({ entryId, version }) => `${entryId} ${version}`));
  for (const [place, move] of made)
    if (!acknowledged.has(place)) twice.push(`${move} ${place}, which nobody was told of`);
  looked.moves = rows.length;
  broken.push(...(await findings(db)));
}

/** One sentence for every kind of row that does not fit the others. */
async function findings(db: Db): Promise<string[]> {
  const { rows } = await sql<{ what: string; n: number }>`
    with numbered as (
      select subject_id, n, from_state, to_state, lag(to_state) over w as before, lag(n) over w as last from move
      window w as (partition by subject_id order by n)),
    latest as (select distinct on (subject_id) subject_id, n, to_state from move order by subject_id, n desc)
    select 'moves with a gap' as what, count(*) as n from numbered where last is not null and n <> last + 1
    union all select 'moves from another state', count(*) from numbered where last is not null and from_state <> before
    union all select 'entries apart from their last move', count(*) from entry e join latest l on l.subject_id = e.id
      where l.n <> e.version or l.to_state <> e.state
    union all select 'counts apart from the entries', count(*) from (
      select contest_id, state, track_code, sum(delta) as n from entry_count group by 1, 2, 3 having sum(delta) <> 0) c
      full join (select contest_id, state, track_code, count(*) as n from entry group by 1, 2, 3) e using (contest_id, state, track_code)
      where c.n is distinct from e.n
    union all select 'moves without their one audit row', count(*) from move m join subject s on s.id = m.subject_id
      where (select count(*) from audit a where a.subject = s.kind || ':' || m.subject_id and a.act = s.kind || '/' || m.move
        and (a.data ->> 'version')::int = m.n) <> 1
    union all select 'decisions apart from the one move that they are made by', count(*) from decision d
      where (select count(*) from move m where m.details ->> 'decisionId' = d.id::text) <> case d.state when 'made' then 1 else 0 end
    union all select 'submissions without their one snapshot', count(*) from (
      select subject_id, count(*) as n from move where move in ('submit', 'resubmit') group by 1) m
      full join (select subject_id, count(*) as n from snapshot group by 1) s using (subject_id) where m.n is distinct from s.n
    union all select 'references given twice', count(*) from (
      select reference from entry where reference is not null group by 1 having count(*) > 1) r`.execute(db);
  return rows.filter(({ n }) => n > 0).map(({ what, n }) => `${n} ${what}`);
}

/** Every event is told, once a person: a submission to its leader, and nothing that was not told of by an event. */
async function verifyTold(db: Db, { lost, twice, looked }: Verdict): Promise<void> {
  const { rows } = await sql<{ what: string; kind: 'lost' | 'twice'; n: number }>`
    with told as (select e.id as entry_id, e.leader_id, o.id as event_id, o.event, o.delivered_at
      from outbox o join entry e on o.subject = 'entry:' || e.id),
    moved as (select subject_id as entry_id, 'entry.' || case move when 'submit' then 'submitted' when 'resubmit' then 'resubmitted'
        when 'claim' then 'claimed' when 'return' then 'returned' when 'approve' then 'approved' end as event, count(*) as n
      from move m join entry e on e.id = m.subject_id where move <> 'release' group by 1, 2),
    left_behind as (select entry_id, event, count(*) as n from told group by 1, 2)
    select 'events that were not told' as what, 'lost' as kind, count(*) as n from outbox where delivered_at is null
    union all select 'moves without an event', 'lost', count(*) from moved m left join left_behind l using (entry_id, event)
      where coalesce(l.n, 0) < m.n
    union all select 'events beyond the moves', 'twice', count(*) from left_behind l left join moved m using (entry_id, event)
      where l.n > coalesce(m.n, 0)
    union all select 'leaders who were not told', 'lost', count(*) from told t where t.event <> 'entry.released' and not exists (
      select from delivery d join message m on m.id = d.message_id where m.event_id = t.event_id and d.person_id = t.leader_id)
    union all select 'letters told twice', 'twice', count(*) from (
      select from delivery d join message m on m.id = d.message_id group by m.event_id, d.person_id, m.notice having count(*) > 1) d
    union all select 'messages with recipients left', 'lost', count(*) from message where fan_after is not null`.execute(
    db,
  );
  for (const { what, kind, n } of rows) if (n > 0) (kind === 'lost' ? lost : twice).push(`${n} ${what}`);
  const { n } = await db
    .selectFrom('delivery')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  looked.letters = n;
}

/** Every accepted upload's bytes lie where its hash says, and hash to it. */
async function verifyFiles(
  db: Db,
  storage: StreamingStorage,
  { files }: Ledger,
  { lost, broken, looked }: Verdict,
): Promise<void> {
  const uploads = await db.selectFrom('upload').select(['id', 'sha256']).where('state', '=', 'accepted').execute();
  const accepted = new Map(uploads.map(({ id, sha256 }) => [id, sha256]));
  for (const { uploadId, sha256 } of files) {
    if (accepted.get(uploadId) !== sha256) lost.push(`upload ${uploadId}`);
  }
  for (const { id, sha256 } of uploads) {
    const hash = createHash('sha256');
    try {
      const { bytes } = await storage.open(sha256 ?? '');
      for await (const chunk of bytes) hash.update(chunk);
    } catch {
      lost.push(`the bytes of upload ${id}`);
      continue;
    }
    if (hash.digest('hex') !== sha256) broken.push(`the bytes of upload ${id}`);
  }
  looked.files = uploads.length;
}

async function verifyChains(db: Db, auditKeys: DataKeys, verdict: Verdict): Promise<void> {
  const audit = await verifyAudit(db, auditKeys);
  verdict.audit = audit.ok
    ? `${audit.subjects} chains, ${audit.rows} rows, ${audit.seals} seals, whole`
    : `broken at ${audit.subject} ${audit.n}`;
  if (!audit.ok) verdict.broken.push(`audit ${audit.subject} ${audit.n}: ${audit.why}`);
}
