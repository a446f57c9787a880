import { awardLifecycle } from '@shared/awards/award/lifecycle';
import type { AwardCommand, AwardState, AwardSubject } from '@shared/awards/award/states';
import type { Updateable } from 'kysely';
import { begin } from '../cases/begin';
import { move } from '../cases/move';
import type { Noun } from '../cases/noun';
import type { Database } from '../platform/schema';
import type { Call } from '../rpc/call';

export const awardNoun: Noun<{
  state: AwardState;
  command: AwardCommand;
  subject: AwardSubject;
  event: never;
  key: 'awardId';
  columns: Updateable<Database['award']>;
  facts: object;
}> = {
  lifecycle: awardLifecycle,
  table: 'award',
  key: 'awardId',
};

/**
 * Enters an award that was published before this system was: it stands confirmed at once.
 * @param level a level of the edition's ladder
 */
export async function importPastAward(
  call: Call,
  { entryId, editionId, regionId, level }: { entryId: string; editionId: string; regionId: string; level: string },
): Promise<void> {
  const row = { entry_id: entryId, edition_id: editionId, level };
  const awardId = await begin(call, awardNoun, row, { entryId });
  const award = { awardId, entryId, regionId, state: awardLifecycle.initial, version: 1 };
  await move(call, awardNoun, award, { command: 'importPast', version: null });
}
