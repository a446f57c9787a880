import { peopleContract } from '@shared/people/contract';
import { sql } from 'kysely';
import { keysetPage } from '../platform/keyset-page';
import { at } from '../platform/schema';
import { type Call, me } from '../rpc/call';
import { noSubject, procedure } from '../rpc/procedure';
import { type FeedbackRow, presentFeedback } from './feedback-rows';

/** What a list holds, by which instant it is sorted, and which way. */
const lists = {
  mine: { sort: 'created_at', oldestFirst: false },
  // Waiting letters are due in the order in which they came.
  waiting: { sort: 'created_at', oldestFirst: true },
  answered: { sort: 'answered_at', oldestFirst: false },
} as const;

/** One's own letters, the newest first. */
export const myFeedback = procedure(peopleContract.myFeedback, noSubject, (call, { cursor }) =>
  readList(call, 'mine', cursor),
);

/** The city's: those that wait with the oldest first, or those that were answered with the newest answer first. */
export const listFeedback = procedure(peopleContract.listFeedback, noSubject, (call, { answered, cursor }) =>
  readList(call, answered ? 'answered' : 'waiting', cursor),
);

async function readList(call: Call, list: keyof typeof lists, cursor: string | null | undefined) {
  const { sort, oldestFirst } = lists[list];
  const own = list === 'mine' ? sql<boolean>`person_id = ${me(call)}` : sql<boolean>`true`;
  const direction = oldestFirst ? 'asc' : 'desc';
  const { rows, next } = await keysetPage<FeedbackRow>(call, {
    filter: { list, of: list === 'mine' ? me(call) : null },
    cursor,
    sort: (row) => row[sort],
    fits: (value) => Number.isSafeInteger(value),
    read: (place, limit) =>
      call.db
        .selectFrom('feedback')
        .selectAll()
        .$narrowType<FeedbackRow>()
        .where(own)
        .$if(list !== 'mine', (query) => query.where('answered_at', list === 'waiting' ? 'is' : 'is not', null))
        .$if(place !== null, (query) =>
          query.where(
            sql<boolean>`(${sql.ref(sort)}, id) ${oldestFirst ? sql`>` : sql`<`} (${at(Number(place?.value))}, ${place?.id}::uuid)`,
          ),
        )
        .orderBy(sort, direction)
        .orderBy('id', direction)
        .limit(limit)
        .execute(),
  });
  const { waiting } = await call.db
    .selectFrom('feedback')
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where(own)
    .where('answered_at', 'is', null)
    .executeTakeFirstOrThrow();
  return {
    items: rows.map((row) => presentFeedback(call, row)),
    next,
    waiting,
  };
}
