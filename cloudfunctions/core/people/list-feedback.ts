import { isUuid } from '@shared/kernel/id';
import { peopleContract } from '@shared/people/contract';
import { sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../platform/cursor';
import { at } from '../platform/schema';
import { type Call, me } from '../rpc/call';
import { noSubject, procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { type FeedbackRow, presentFeedback } from './feedback-rows';

const pageSize = 20;

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
  const filter = { list, of: list === 'mine' ? me(call) : null };
  const place = decodeCursor(call.home.keys, filter, cursor);
  if (place && !(Number.isSafeInteger(place.value) && isUuid(place.id))) throw new Refused('CURSOR_OUTDATED');
  const direction = oldestFirst ? 'asc' : 'desc';
  const rows = await call.db
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
    .limit(pageSize + 1)
    .execute();
  const { waiting } = await call.db
    .selectFrom('feedback')
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where(own)
    .where('answered_at', 'is', null)
    .executeTakeFirstOrThrow();
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return {
    items: page.map((row) => presentFeedback(call, row)),
    next: last ? encodeCursor(call.home.keys, filter, last[sort], last.id) : null,
    waiting,
  };
}
