import type { Updateable } from 'kysely';
import type { Noun } from '../../../../cloudfunctions/core/cases/noun';
import { sweep } from '../../../../cloudfunctions/core/cases/sweep';
import { at, type Database } from '../../../../cloudfunctions/core/platform/schema';
import type { Home } from '../../../../cloudfunctions/core/rpc/home';
import { type BoothFacts, boothFacts } from '../shared/events';
import { type BoothCommand, type BoothEvent, boothLifecycle } from '../shared/lifecycle';
import type { BoothState, BoothSubject } from '../shared/subject';
import { lentUntil } from '../shared/term';
import { boothsOf } from './subjects';

type BoothTypes = {
  state: BoothState;
  command: BoothCommand;
  subject: BoothSubject;
  event: BoothEvent;
  key: 'boothId';
  columns: Updateable<Database['booth']>;
  facts: BoothFacts;
};

/** Booths as the ground moves them. */
export const boothNoun: Noun<BoothTypes> = {
  lifecycle: boothLifecycle,
  table: 'booth',
  key: 'boothId',
  follows({ regionId }, { command, now }) {
    const dueAt = command === 'lend' ? lentUntil(now) : null;
    return { details: { regionId }, ...(dueAt !== null && { set: { due_at: at(dueAt) }, facts: { dueAt } }) };
  },
  news: (_event, { subject, facts }) => ({ ...boothFacts(subject), ...facts }),
};

/** By the clock: what was not given back in time. */
export const fallDue = (home: Home): Promise<number> =>
  sweep(home, boothNoun, { command: 'fallDue', due: 'due_at', load: boothsOf });
