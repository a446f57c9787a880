import { entryContract } from '@shared/entry/contract';
import { counterLifeMs, mostCounterDrafts } from '@shared/entry/counter/counter';
import { regionsOf } from '@shared/kernel/actor';
import { toShanghai } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { putSection } from '../../forms/put-section';
import { audit } from '../../platform/audit/audit';
import { later } from '../../platform/pipeline';
import { at } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { type Load, noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { type EditionRules, readEditionRules } from '../form/edition-rules';
import { insistPlace, makeDraft } from '../lifetime/begin-draft';
import { insistSignUpOpen, signUpShut } from '../lifetime/sign-up';
import { titleOf } from '../views/title-of';
import { counterRows } from './counter-rows';

const contestOf: Load<{ contestId: string }, EditionRules> = (call, { contestId }) =>
  readEditionRules(call.db, contestId);

/** Begins a draft for somebody present, within the same time as everybody's. Its helper stands in the row, the audit and the timeline. */
export const beginCounter = procedure(entryContract.beginCounter, contestOf, async (call, input, rules) => {
  insistSignUpOpen(rules, call.now);
  insistPlace(rules, input);
  await insistFewOpen(call);
  const entryId = await makeDraft(call, rules, input, null);
  await call.db
    .insertInto('counter_entry')
    .values({
      entry_id: entryId,
      helper_id: me(call),
      begun_at: at(call.now),
      ends_at: at(call.now + counterLifeMs),
      code_mark: null,
      signed_by: null,
      signed_on: null,
    })
    .execute();
  await later(call.db, putSection(call, { subjectId: entryId, section: 'leader' }, { name: input.name }, 1));
  await audit(call, `entry:${entryId}`, 'entry/beginCounter', { helperId: me(call) });
  return { entryId };
});

/** Refuses one too many. A helper's starts wait for each other. */
async function insistFewOpen(call: Call): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`counter:${me(call)}`}, 0))`.execute(call.db);
  const { rows } = await sql<{ open: number }>`select count(*)::int as open from counter_entry
    where helper_id = ${me(call)} and confirmed_at is null and ends_at > ${at(call.now)}`.execute(call.db);
  if ((rows[0]?.open ?? 0) >= mostCounterDrafts) throw new Refused('ENTRY_TOO_MANY_COUNTER_DRAFTS');
}

/** The contests at whose counters the reader stands, and the drafts that wait for their persons. */
export const counterDrafts = procedure(entryContract.counterDrafts, noSubject, async (call) => {
  const held = [regionsOf(call.actor, 'regionStaff'), regionsOf(call.actor, 'regionLead')];
  const own = held.includes('all') ? sql`true` : sql`c.region_id = any(${held.flat()}::text[])`;
  const { rows } = await sql<{ id: string }>`select c.id from contest c join edition d on d.id = c.edition_id
    join region r on r.id = c.region_id where d.status = 'current' and ${own} order by r.sort limit 20`.execute(
    call.db,
  );
  const rules = await Promise.all(rows.map(({ id }) => readEditionRules(call.db, id)));
  const drafts = await counterRows(call, sql`n.helper_id = ${me(call)} and n.ends_at > ${at(call.now)}`);
  return {
    contests: rules.flatMap((contest) => {
      if (!contest) return [];
      return {
        contestId: contest.contestId,
        regionZh: contest.regionZh,
        closed: signUpShut(contest, call.now),
        tracks: [...contest.tracks],
        groups: contest.blueprint.groups.map(({ code, zh, hintZh }) => ({ code, zh, hintZh })),
      };
    }),
    drafts: drafts.map(({ entryId, title, nameZh, regionZh, begunAt, endsAt }) => ({
      entryId,
      title: titleOf(title),
      nameZh,
      regionZh,
      begunAt: toShanghai(begunAt),
      endsAt: toShanghai(endsAt),
    })),
  };
});
