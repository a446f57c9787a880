import { mostCodeTries, webCodeLifeMs } from '@shared/people/web-sign-in';
import { sql } from 'kysely';
import { at } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { Refused } from '../../rpc/refused';

/**
 * Counts that the caller typed a code; five within five minutes of the first. A person's tries wait for each other, so that several at once do not
 * pass together. Throws Refused PEOPLE_WEB_CODE_TRIES.
 */
export async function countTry(call: Call): Promise<void> {
  const over = sql`web_code_tries.since <= ${at(call.now - webCodeLifeMs)}`;
  const { rows } = await sql<{ tries: number }>`insert into web_code_tries (person_id, since, tries)
    values (${me(call)}, ${at(call.now)}, 1)
    on conflict (person_id) do update set
      tries = case when ${over} then 1 else web_code_tries.tries + 1 end,
      since = case when ${over} then ${at(call.now)} else web_code_tries.since end
    returning tries`.execute(call.db);
  if ((rows[0]?.tries ?? 0) > mostCodeTries) throw new Refused('PEOPLE_WEB_CODE_TRIES');
}

/** What is said of a code that is none; `countTry` has counted it. */
export async function triesLeftZh(call: Call): Promise<string> {
  const { tries } = await call.db
    .selectFrom('web_code_tries')
    .select('tries')
    .where('person_id', '=', me(call))
    .executeTakeFirstOrThrow();
  const left = mostCodeTries - tries;
  return left === 0
    ? '没有这个登录码，或已过期。请 5 分钟后再输，或改用扫码'
    : `没有这个登录码，或已过期。请核对网页上的 8 位数字，还可以输 ${left} 次`;
}

export async function forgetTries(call: Call): Promise<void> {
  await call.db.deleteFrom('web_code_tries').where('person_id', '=', me(call)).execute();
}
