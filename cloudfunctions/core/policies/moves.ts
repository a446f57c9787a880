import { sql } from 'kysely';
import { at } from '../platform/schema';
import type { Call } from '../rpc/call';

/** What areas after this one may do with facts. */
export { keepFacts, type Learnt } from './facts/keep-facts';

/** Notes that an application under a policy was handed in: its person has acted on what they were told of it. The last time counts. */
export const noteApplied = (call: Call, code: string, personId: string) =>
  sql`insert into policy_applied (person_id, code, at) values (${personId}, ${code}, ${at(call.now)})
    on conflict (person_id, code) do update set at = excluded.at`.execute(call.db);
