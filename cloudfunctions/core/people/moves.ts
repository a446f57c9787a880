import type { Db } from '../platform/db';
import { type Call, me } from '../rpc/call';

/** What others will read is judged, and what is thought of it kept. */
export { judgeTexts, keepVerdicts, sentTexts } from './content/text-checks';

/** Whom WeChat means; null: nobody that is known here. */
export async function knownBy(db: Db, openid: string): Promise<string | null> {
  const row = await db.selectFrom('person').select('id').where('openid', '=', openid).forUpdate().executeTakeFirst();
  return row?.id ?? null;
}

/** The number that WeChat told goes. */
export const dropPhone = (call: Call) =>
  call.db
    .updateTable('person')
    .set({ phone_sealed: null, phone_masked: null, last_used_on: null })
    .where('id', '=', me(call))
    .execute();

/** The name goes of whoever holds no office: colleagues know staff by theirs. */
export async function dropName(call: Call): Promise<void> {
  if ((call.actor?.grants.length ?? 0) > 0) return;
  await call.db.updateTable('person').set({ display_name: '微信用户' }).where('id', '=', me(call)).execute();
}
