import { entryContract } from '@shared/entry/contract';
import { entryLifecycle } from '@shared/entry/lifecycle';
import { sql } from 'kysely';
import { begin } from '../../cases/begin';
import { putSection } from '../../forms/put-section';
import { later } from '../../platform/pipeline';
import { at } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { groupOf, readEditionRules, trackRuns } from '../form/edition-rules';
import { entryNoun } from '../moves';
import { insistSignUpOpen } from './sign-up';

/** Begins a draft in a contest that is open for sign-up, with a track that it runs and a group of its edition. */
export const start = procedure(entryContract.start, noSubject, async (call, input) => {
  const rules = await readEditionRules(call.db, input.contestId);
  if (!rules) throw new Refused('NOT_FOUND');
  insistSignUpOpen(rules, call.now);
  if (!trackRuns(rules, input.trackCode)) throw new Refused('ENTRY_TRACK_NOT_HERE');
  if (!groupOf(rules, input.groupCode)) throw new Refused('ENTRY_NO_SUCH_GROUP');
  await insistFewDrafts(call, rules.editionId);
  const row = {
    edition_id: rules.editionId,
    contest_id: rules.contestId,
    region_id: rules.regionId,
    leader_id: me(call),
    track_code: input.trackCode,
    group_code: input.groupCode,
    blueprint_version: rules.n,
    started_at: at(call.now),
  };
  const entryId = await begin(call, entryNoun, row, { contestId: rules.contestId });
  const chosen = { trackCode: input.trackCode, groupCode: input.groupCode };
  await later(call.db, putSection(call, { subjectId: entryId, section: 'project' }, chosen, 1));
  return { entryId };
});

/** Drafts of a person in one edition (conventions, Numbers decided). */
const mostDrafts = 5;

/** Refuses one too many. A person's starts wait for each other, so that several at once do not pass together. */
async function insistFewDrafts(call: Call, editionId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`drafts:${me(call)}`}, 0))`.execute(call.db);
  const { drafts } = await call.db
    .selectFrom('entry')
    .select(({ fn }) => fn.countAll<number>().as('drafts'))
    .where('leader_id', '=', me(call))
    .where('edition_id', '=', editionId)
    .where('state', '=', entryLifecycle.initial)
    .executeTakeFirstOrThrow();
  if (drafts >= mostDrafts) throw new Refused('ENTRY_TOO_MANY_DRAFTS');
}
