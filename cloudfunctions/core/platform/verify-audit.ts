import { sql } from 'kysely';
import { auditHash } from './audit';
import { type Head, sealHash } from './audit-seal';
import type { Db } from './db';

export type AuditVerdict =
  | { ok: true; subjects: number; rows: number; seals: number }
  /** The first broken row; `subject` is `seal` when the chain of seals itself is broken there. */
  | { ok: false; subject: string; n: number; why: string };

type Broken = Extract<AuditVerdict, { ok: false }>;

const batch = 2000;

/**
 * Checks every audit chain row by row, then the chain of seals, then that every sealed head still stands as it was
 * sealed. Reads one consistent state of the database, so it may run while the product runs. Rows written since the last
 * seal (a minute) are chained but not sealed yet: only the removal of those from a chain's end cannot show.
 */
export async function verifyAudit(db: Db): Promise<AuditVerdict> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const chains = await verifyChains(tx);
      if ('why' in chains) return chains;
      const seals = await verifySeals(tx);
      if (typeof seals !== 'number') return seals;
      const broken = (await findUnsealed(tx, seals)) ?? (await findMissingHead(tx));
      return broken ?? { ok: true, ...chains, seals };
    });
}

async function verifyChains(db: Db): Promise<{ subjects: number; rows: number } | Broken> {
  let last = { subject: '', n: 0, hash: '' };
  let subjects = 0;
  let rows = 0;
  for (;;) {
    const { rows: page } = await sql<{
      subject: string;
      n: number;
      prev_hash: string;
      hash: string;
      at: number;
      actor: string;
      act: string;
      data: Record<string, unknown>;
    }>`select subject, n, prev_hash, hash, at, actor, act, data from audit
      where (subject, n) > (${last.subject}, ${last.n}) order by subject, n limit ${batch}`.execute(db);
    for (const row of page) {
      const { subject, n } = row;
      if (subject !== last.subject) {
        subjects += 1;
        last = { subject, n: 0, hash: '' };
      }
      if (n !== last.n + 1) return broken(subject, last.n + 1, '这一行被删除了');
      if (row.prev_hash !== last.hash) return broken(subject, n, '与上一行接不上');
      if (auditHash({ ...row, prevHash: row.prev_hash }) !== row.hash) return broken(subject, n, '内容被改动过');
      last = { subject, n, hash: row.hash };
      rows += 1;
    }
    if (page.length < batch) return { subjects, rows };
  }
}

async function verifySeals(db: Db): Promise<number | Broken> {
  let last = { n: 0, hash: '' };
  for (;;) {
    const { rows: page } = await sql<{ n: number; prev_hash: string; hash: string; at: number; heads: Head[] }>`
      select n, prev_hash, hash, at, heads from audit_seal where n > ${last.n} order by n limit 100`.execute(db);
    for (const { n, prev_hash: prevHash, hash, at, heads } of page) {
      if (n !== last.n + 1) return broken('seal', last.n + 1, '这一次封存被删除了');
      if (prevHash !== last.hash) return broken('seal', n, '与上一次封存接不上');
      if (sealHash({ n, prevHash, at, heads }) !== hash) return broken('seal', n, '封存的内容被改动过');
      last = { n, hash };
    }
    if (page.length < 100) return last.n;
  }
}

/** A row that says it was sealed in a seal that is not there: the newest seals were removed. */
async function findUnsealed(db: Db, seals: number): Promise<Broken | null> {
  const { rows } = await sql<{ sealed_in: number }>`
    select min(sealed_in) as sealed_in from audit where sealed_in > ${seals} having min(sealed_in) is not null`.execute(
    db,
  );
  return rows[0] ? broken('seal', rows[0].sealed_in, '这一次封存被删除了') : null;
}

/** A sealed head that no longer stands as it was sealed: rows, or the whole chain, were removed or written anew. */
async function findMissingHead(db: Db): Promise<Broken | null> {
  const { rows } = await sql<{ subject: string; n: number; standing: number; found: boolean }>`
    select h.subject, h.n, a.hash is not null as found,
      coalesce((select max(n) from audit l where l.subject = h.subject), 0) as standing
    from audit_seal s
    cross join lateral (select e->>0 as subject, (e->>1)::int as n, e->>2 as hash from jsonb_array_elements(s.heads) e) h
    left join audit a on a.subject = h.subject and a.n = h.n
    where a.hash is distinct from h.hash
    order by s.n, h.subject limit 1`.execute(db);
  const [row] = rows;
  if (!row) return null;
  if (row.found) return broken(row.subject, row.n, '与封存时不一致，整条记录被重写过');
  return broken(row.subject, row.standing + 1, row.standing === 0 ? '整条记录被删除了' : '末尾的记录被删除了');
}

const broken = (subject: string, n: number, why: string): Broken => ({ ok: false, subject, n, why });
