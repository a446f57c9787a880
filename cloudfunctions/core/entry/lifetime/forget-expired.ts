import { addMonths, shanghaiDate, startOfDay } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { holdsPersonal } from '../../files/leaving/forget-personal';
import { holdsSealed } from '../../forms/sealed-values';
import { appendAudit } from '../../platform/audit/audit';
import type { Db } from '../../platform/db';
import type { Home } from '../../rpc/home';
import { forgetSealed } from '../form/forget-sealed';

const atOnce = 200;
const beforeAll = '00000000-0000-0000-0000-000000000000';

/**
 * Deletes the sealed values and the pictures of papers of every entry of an edition once the months that the blueprint names under which it stands have passed since the last of its
 * contests ended screening (PIPL art. 19, 47); where none has a screening, since the last of their phases ended. An edition that names none keeps them. The audit
 * keeps which entries, under the edition.
 * @returns how many entries held something
 */
export async function forgetExpired(home: Home): Promise<number> {
  const now = home.now();
  let gone = 0;
  for (const { editionId, n } of await expiredEditions(home.db, now)) {
    let after: string | undefined = beforeAll;
    while (after !== undefined) {
      const place: string = after;
      const forgotten = await home.db.transaction().execute((tx) => forgetSome(tx, editionId, n, place, now));
      gone += forgotten.length;
      after = forgotten.at(-1);
    }
  }
  return gone;
}

async function expiredEditions(db: Db, now: number): Promise<Array<{ editionId: string; n: number }>> {
  const { rows } = await sql<{ editionId: string; n: number; months: number; ended: number }>`
    select b.edition_id as "editionId", b.n, (b.blueprint -> 'retention' ->> 'sealedMonths')::int as months,
      coalesce(max(p.closes_at) filter (where p.kind = 'screening'), max(p.closes_at)) as ended
    from blueprint_version b join contest c on c.edition_id = b.edition_id join phase p on p.contest_id = c.id
    where b.blueprint -> 'retention' ->> 'sealedMonths' is not null group by b.edition_id, b.n`.execute(db);
  return rows
    .filter(({ months, ended }) => startOfDay(addMonths(shanghaiDate(ended), months)) <= now)
    .map(({ editionId, n }) => ({ editionId, n }));
}

async function forgetSome(tx: Db, editionId: string, n: number, after: string, now: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select e.id from entry e
    where e.edition_id = ${editionId} and e.blueprint_version = ${n} and e.id > ${after} and (e.leader_id_eq is not null
      or ${holdsSealed(sql`e.id`)}
      or ${holdsPersonal(sql`e.id`)}
      or exists (select from entry_member m where m.entry_id = e.id and m.phone_sealed <> ''))
    order by e.id limit ${atOnce} for update of e`.execute(tx);
  const entryIds = rows.map(({ id }) => id);
  if (entryIds.length === 0) return [];
  await forgetSealed(tx, entryIds, now);
  await appendAudit(tx, {
    subject: `edition:${editionId}`,
    act: 'entry/forgetExpired',
    data: { entryIds },
    actor: 'system',
    now,
  });
  return entryIds;
}
