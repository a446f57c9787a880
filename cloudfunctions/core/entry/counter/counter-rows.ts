import { type RawBuilder, sql } from 'kysely';
import type { DataKey } from '../../platform/crypto/data-key';
import { equality } from '../../platform/crypto/equality';
import type { Call } from '../../rpc/call';

/** A draft begun at the counter as its helper sees it in a list. */
export type CounterRow = {
  entryId: string;
  title: string;
  nameZh: string;
  regionZh: string;
  begunAt: number;
  endsAt: number;
  signedBy: string | null;
  signedOn: string | null;
};

/** By which a code that is read out is found without being stored. */
export const counterMark = (code: string, key: DataKey): string => equality(code, 'counter-code', key);

/** Drafts that nobody has confirmed, the one that ends first before the others. */
export async function counterRows(call: Call, where: RawBuilder<unknown>): Promise<CounterRow[]> {
  const { rows } = await sql<CounterRow>`
    select e.id as "entryId", e.title, coalesce(s.data ->> 'name', '') as "nameZh", r.name_zh as "regionZh",
      n.begun_at as "begunAt", n.ends_at as "endsAt", n.signed_by as "signedBy", n.signed_on as "signedOn"
    from counter_entry n join entry e on e.id = n.entry_id join region r on r.id = e.region_id
      left join section s on s.subject_id = e.id and s.section = 'leader'
    where n.confirmed_at is null and ${where} order by n.ends_at, e.id`.execute(call.db);
  return rows;
}

/** Whether what was signed on paper is written down for a draft that nobody has confirmed. */
export async function isSignedFormRecorded({ db }: Call, entryId: string): Promise<boolean> {
  const { rows } = await sql`select from counter_entry
    where entry_id = ${entryId} and confirmed_at is null and signed_by is not null`.execute(db);
  return rows.length > 0;
}
