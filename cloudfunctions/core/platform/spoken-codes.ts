import { shownCode } from '@shared/kernel/typed/spoken-code';
import { type RawBuilder, sql } from 'kysely';
import { type Call, me } from '../rpc/call';
import { drawCode, hashCode } from './crypto/spoken-code';
import { at } from './schema';

/** A table of codes that people make for others and read out, what its rows are called in `usable`, and when somebody may still come by one. */
export type Codes = { table: 'grant_code' | 'late_code' | 'claim_code'; as: string; usable: RawBuilder<boolean> };

/** A code's beginning: how it is shown this once, and the columns that are the same for every kind. */
export async function freshCode(call: Call) {
  const code = drawCode((bytes) => call.home.random(bytes));
  return {
    shown: shownCode(code),
    row: {
      id: call.newId(),
      code_hash: await hashCode(code),
      made_by: me(call),
      made_by_key: call.key,
      made_at: at(call.now),
      voided_by: null,
    },
  };
}

/**
 * How many codes of a kind the caller has out, before one more is made. Sent again, the act makes another code; the first, which nobody may have
 * seen, is void. A person's codes wait for each other, so that several at once do not pass a limit together.
 */
export async function codesOut(call: Call, { table, as, usable }: Codes): Promise<number> {
  const codes = sql.table(table);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${table}:${me(call)}`}, 0))`.execute(call.db);
  await sql`update ${codes} set voided_at = ${at(call.now)}, voided_by = made_by
    where made_by = ${me(call)} and made_by_key = ${call.key} and voided_at is null`.execute(call.db);
  const { rows } = await sql<{ out: number }>`select count(*)::int as out from ${codes} ${sql.ref(as)}
    where made_by = ${me(call)} and ${usable}`.execute(call.db);
  return rows[0]?.out ?? 0;
}
