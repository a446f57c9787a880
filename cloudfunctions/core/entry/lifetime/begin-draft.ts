import { entryLifecycle } from '@shared/entry/lifecycle';
import { sql } from 'kysely';
import { begin } from '../../cases/begin';
import { putSection } from '../../forms/put-section';
import { later } from '../../platform/pipeline';
import { at } from '../../platform/schema';
import type { Call } from '../../rpc/call';
import { insistServed } from '../../rpc/insist-served';
import { Refused } from '../../rpc/refused';
import { type EditionRules, groupOf, trackRuns } from '../form/edition-rules';
import { entryNoun } from '../moves';

/** As what somebody enters. */
export type Chosen = { trackCode: string; groupCode: string };

/** Refuses a track that the contest does not run, and a group that its edition does not have. */
export function insistPlace(rules: EditionRules, { trackCode, groupCode }: Chosen): void {
  if (!trackRuns(rules, trackCode)) throw new Refused('ENTRY_TRACK_NOT_HERE');
  if (!groupOf(rules, groupCode)) throw new Refused('ENTRY_NO_SUCH_GROUP');
}

/** Begins a draft of a leader with its track and group chosen. Throws Refused ENTRY_TOO_MANY_DRAFTS for one too many. */
export async function beginDraft(
  call: Call,
  rules: EditionRules,
  { trackCode, groupCode }: Chosen,
  leaderId: string,
): Promise<string> {
  await insistFewDrafts(call, rules.editionId, leaderId);
  return makeDraft(call, rules, { trackCode, groupCode }, leaderId);
}

/** Makes the rows of a draft. `leaderId` null: whose it is has to be confirmed yet. */
export async function makeDraft(
  call: Call,
  rules: EditionRules,
  { trackCode, groupCode }: Chosen,
  leaderId: string | null,
): Promise<string> {
  await insistServed(call.db, [`edition:${rules.editionId}`], call.now);
  const row = {
    edition_id: rules.editionId,
    contest_id: rules.contestId,
    region_id: rules.regionId,
    leader_id: leaderId,
    track_code: trackCode,
    group_code: groupCode,
    blueprint_version: rules.n,
    started_at: at(call.now),
  };
  const entryId = await begin(call, entryNoun, row, { contestId: rules.contestId });
  await later(call.db, putSection(call, { subjectId: entryId, section: 'project' }, { trackCode, groupCode }, 1));
  return entryId;
}

/** Drafts of a person in one edition (conventions, Numbers decided). */
const mostDrafts = 5;

/** Refuses one too many. A person's starts wait for each other, so that several at once do not pass together. */
export async function insistFewDrafts(call: Call, editionId: string, leaderId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`drafts:${leaderId}`}, 0))`.execute(call.db);
  const { drafts } = await call.db
    .selectFrom('entry')
    .select(({ fn }) => fn.countAll<number>().as('drafts'))
    .where('leader_id', '=', leaderId)
    .where('edition_id', '=', editionId)
    .where('state', '=', entryLifecycle.initial)
    .executeTakeFirstOrThrow();
  if (drafts >= mostDrafts) throw new Refused('ENTRY_TOO_MANY_DRAFTS');
}
