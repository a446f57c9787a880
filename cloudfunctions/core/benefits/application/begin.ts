import { codeOf, roomsOf } from '@shared/benefits/application/kind';
import { benefitsContract } from '@shared/benefits/contract';
import { kindOf } from '@shared/benefits/kinds';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { opensFor } from '@shared/policies/opens';
import { sql } from 'kysely';
import { begin } from '../../cases/begin';
import { json } from '../../platform/schema';
import { versionsOn } from '../../policies/queries';
import { type Call, me } from '../../rpc/call';
import { insistServed } from '../../rpc/insist-served';
import { noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { copiedInto } from './copy';
import { nounOf } from './nouns';
import { broughtTo, fillIn } from './passport';

/** Refuses what would end in a refusal: a policy that is over, or not begun yet. Throws Refused BENEFITS_NOT_OPEN. */
async function insistOpen(call: Call, policy: string): Promise<void> {
  const today = shanghaiDate(call.now);
  const [version] = await versionsOn(call.db, today, policy);
  const opens = version && opensFor(version, today, call.home.mode);
  if (opens?.ok === false) throw new Refused('BENEFITS_NOT_OPEN', opens.message);
}

/** Begins an application of a kind in a region, with what the contest knows already. Whoever has one that is live goes on with it. */
export const beginApplication = procedure(
  benefitsContract.beginApplication,
  noSubject,
  async (call, { kind: code, regionId }) => {
    const kind = kindOf(code);
    if (!kind) throw new Refused('BENEFITS_NO_SUCH_KIND');
    // Two taps at once: the second goes on with what the first began.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`application:${me(call)}:${code}`}, 0))`.execute(call.db);
    const live = await call.db
      .selectFrom('application')
      .select('id')
      .where('applicant_id', '=', me(call))
      .where('kind', '=', code)
      .where('live', '=', true)
      .executeTakeFirst();
    if (live) return { applicationId: live.id };
    const region = await call.db.selectFrom('region').select('id').where('id', '=', regionId).executeTakeFirst();
    if (!region) throw new Refused('BENEFITS_NO_SUCH_REGION', undefined, { regionId: '请选择县（市、区）' });
    await insistServed(call.db, roomsOf(kind), call.now);
    await insistOpen(call, kind.policy);
    const brought = await copiedInto(call, kind, await broughtTo(call, kind));
    const row = {
      kind: codeOf(kind),
      applicant_id: me(call),
      region_id: regionId,
      party: kind.party(kind.lifecycle.initial),
      live: true,
      rank: brought.rank,
      clocks: json({}),
      details: json(brought.details),
    };
    const applicationId = await begin(call, nounOf(kind), row, { kind: code, regionId });
    await fillIn(call, applicationId, brought);
    return { applicationId };
  },
);
