import { sql } from 'kysely';
import type { DataKeys } from '../crypto/data-key';
import type { Db } from '../db';
import { auditHash } from './audit';
import { type Head, sealHash } from './audit-seal';
import type { AuditVerdict } from './audit-verdict';
import { type ExportedSeal, firstMissing } from './exported-seal';

type Broken = Extract<AuditVerdict, { ok: false }>;

const batch = 2000;

type ChainRow = {
  subject: string;
  n: number;
  prev_hash: string;
  hash: string;
  at: number;
  actor: string;
  act: string;
  data: Record<string, unknown>;
};
type Place = Pick<ChainRow, 'subject' | 'n' | 'hash'>;

const rowsBehind = async (db: Db, { subject, n }: Place, only: boolean): Promise<ChainRow[]> => {
  const behind = only ? sql`subject = ${subject} and n > ${n}` : sql`(subject, n) > (${subject}, ${n})`;
  const { rows } = await sql<ChainRow>`select subject, n, prev_hash, hash, at, actor, act, data from audit
    where ${behind} order by subject, n limit ${batch}`.execute(db);
  return rows;
};

/** What is wrong with a row that follows `last` in its chain; null when nothing is. */
function brokenRow(row: ChainRow, last: Place): Broken | null {
  const { subject, n } = row;
  if (n !== last.n + 1) return broken(subject, last.n + 1, '这一行被删除了');
  if (row.prev_hash !== last.hash) return broken(subject, n, '与上一行接不上');
  if (auditHash({ ...row, prevHash: row.prev_hash }) !== row.hash) return broken(subject, n, '内容被改动过');
  return null;
}

/**
 * Checks every audit chain row by row, then the chain of seals, then that every sealed head still stands as it was
 * sealed. Reads one consistent state of the database, so it may run while the product runs. Rows written since the last
 * seal (a minute) are chained but not sealed yet: only the removal of those from a chain's end cannot show.
 * @param keys those that sealed the audit; without the one that a seal names, that seal cannot be verified
 * @param exported seals as they were told outside the database: without them the removal of the newest seals with all that they hold does not
 * show, nor a history that was rewritten and then sealed anew by our own worker
 */
export async function verifyAudit(
  db: Db,
  keys: DataKeys,
  exported: readonly ExportedSeal[] = [],
): Promise<AuditVerdict> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const chains = await verifyChains(tx);
      if ('why' in chains) return chains;
      const sealed = await verifySeals(tx, keys);
      if ('why' in sealed) return sealed;
      const broken =
        (await findUnsealed(tx, sealed.seals)) ??
        (await findMissingHead(tx)) ??
        (await findUntold(tx, exported, sealed.seals));
      return broken ?? { ok: true, ...chains, ...sealed, unsealed: await countUnsealed(tx) };
    });
}

async function verifyChains(db: Db): Promise<{ subjects: number; rows: number } | Broken> {
  let last: Place = { subject: '', n: 0, hash: '' };
  let subjects = 0;
  let rows = 0;
  for (;;) {
    const page = await rowsBehind(db, last, false);
    for (const row of page) {
      if (row.subject !== last.subject) {
        subjects += 1;
        last = { subject: row.subject, n: 0, hash: '' };
      }
      const wrong = brokenRow(row, last);
      if (wrong) return wrong;
      last = row;
      rows += 1;
    }
    if (page.length < batch) return { subjects, rows };
  }
}

/** Checks the chain of one subject row by row; that rows at its end were removed shows by the seals alone. */
export async function verifyChain(db: Db, subject: string): Promise<{ rows: number } | Broken> {
  let last: Place = { subject, n: 0, hash: '' };
  for (;;) {
    const page = await rowsBehind(db, last, true);
    for (const row of page) {
      const wrong = brokenRow(row, last);
      if (wrong) return wrong;
      last = row;
    }
    if (page.length < batch) return { rows: last.n };
  }
}

type SealRow = { n: number; prev_hash: string; hash: string; at: number; heads: Head[]; key_id: string | null };

/** Plain seals may stand before the first under a key, which takes them in; after it, or at the end, one is a forgery or half an upgrade. */
async function verifySeals(db: Db, keys: DataKeys): Promise<{ seals: number; plain: number } | Broken> {
  let last: Pick<SealRow, 'n' | 'hash' | 'key_id'> = { n: 0, hash: '', key_id: null };
  let plain = 0;
  for (;;) {
    const { rows: page } = await sql<SealRow>`
      select n, prev_hash, hash, at, heads, key_id from audit_seal where n > ${last.n} order by n limit 100`.execute(
      db,
    );
    for (const row of page) {
      const { n, hash, key_id: keyId } = row;
      if (n !== last.n + 1) return broken('seal', last.n + 1, '这一次封存被删除了');
      if (row.prev_hash !== last.hash) return broken('seal', n, '与上一次封存接不上');
      const key = keyId === null ? null : keys.find(({ id }) => id === keyId);
      if (key === undefined) return broken('seal', n, `封存所用的密钥 ${keyId} 没有提供，无法核对`);
      if (key === null && last.key_id !== null) return broken('seal', n, '这一次封存没有用密钥，是伪造的');
      if (sealHash({ ...row, prevHash: row.prev_hash }, key) !== hash) return broken('seal', n, '封存的内容被改动过');
      if (key === null) plain += 1;
      last = row;
    }
    if (page.length < 100) break;
  }
  if (last.n > 0 && last.key_id === null) {
    return broken('seal', last.n, '最后一次封存没有用密钥；刚升级的，请启动程序满一分钟后再核对');
  }
  return { seals: last.n, plain };
}

/** A seal that was told outside and does not stand as it was told. */
async function findUntold(db: Db, exported: readonly ExportedSeal[], seals: number): Promise<Broken | null> {
  const gone = await firstMissing(db, exported);
  if (gone === null) return null;
  if (gone.n > seals) return broken('seal', seals + 1, `这一次封存被删除了：${gone.at} 的第 ${gone.n} 次已导出过`);
  return broken('seal', gone.n, `与已导出的（${gone.at}）不同，记录被重写后重新封存过`);
}

async function countUnsealed(db: Db): Promise<number> {
  const { rows } = await sql<{ rows: number }>`select count(*) as rows from audit where sealed_in is null`.execute(db);
  return rows[0]?.rows ?? 0;
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
