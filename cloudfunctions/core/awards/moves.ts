import { awardLifecycle } from '@shared/awards/award/lifecycle';
import type { AwardCommand, AwardState, AwardSubject } from '@shared/awards/award/states';
import type { AwardFacts } from '@shared/awards/events';
import type { Updateable } from 'kysely';
import { begin } from '../cases/begin';
import { move } from '../cases/move';
import type { Noun } from '../cases/noun';
import type { Database } from '../platform/schema';
import type { Call } from '../rpc/call';

/** What an award's events tell besides its ids: whose it is, and what was published of it. */
export type AwardWords = Pick<AwardFacts, 'personId' | 'title' | 'awardZh'>;

export const awardNoun: Noun<{
  state: AwardState;
  command: AwardCommand;
  subject: AwardSubject;
  event: 'award.confirmed' | 'award.cancelled';
  key: 'awardId';
  columns: Updateable<Database['award']>;
  facts: AwardWords;
}> = {
  lifecycle: awardLifecycle,
  table: 'award',
  key: 'awardId',
  follows: ({ regionId }) => ({ details: { regionId } }),
  news: (_event, { subject: { awardId, entryId, regionId }, facts }) => ({
    awardId,
    entryId,
    regionId,
    personId: facts.personId ?? '',
    title: facts.title ?? '',
    awardZh: facts.awardZh ?? '',
  }),
};

/** What an award is given for: `level` of the edition's ladder. */
export type Grant = { entryId: string; editionId: string; regionId: string; level: string };

/**
 * Gives an entry an award, which stands on the published list from now on: the one source of awards, whoever decides them. The caller has locked
 * the entry's results and judged that it may have one.
 * @param details what the timeline keeps of how it came about: ids alone
 */
export async function grantAward(
  call: Call,
  grant: Grant,
  words: AwardWords,
  details: Readonly<Record<string, string>>,
): Promise<void> {
  const award = await beginAward(call, grant);
  await move(call, awardNoun, award, { command: 'confirm', version: award.version }, async () => ({
    facts: words,
    details,
  }));
}

/** Enters an award that was published before this system was: it stands confirmed at once, and nobody is told. */
export async function importPastAward(call: Call, grant: Grant): Promise<void> {
  const award = await beginAward(call, grant);
  await move(call, awardNoun, award, { command: 'importPast', version: null });
}

async function beginAward(call: Call, { entryId, editionId, regionId, level }: Grant): Promise<AwardSubject> {
  const row = { entry_id: entryId, edition_id: editionId, level };
  const awardId = await begin(call, awardNoun, row, { entryId });
  return { awardId, entryId, regionId, state: awardLifecycle.initial, version: 1 };
}
