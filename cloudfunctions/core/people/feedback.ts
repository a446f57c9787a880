import { officialCalendar } from '@shared/kernel/holidays';
import { shanghaiDate, toShanghai } from '@shared/kernel/shanghai';
import { addWorkdays, workdaysLeft } from '@shared/kernel/workdays';
import { peopleContract } from '@shared/people/contract';
import { sql } from 'kysely';
import { type Call, me } from '../call';
import { audit } from '../platform/audit';
import { nextNumber } from '../platform/counter';
import { seal } from '../platform/crypto/seal';
import { decodeCursor, encodeCursor } from '../platform/cursor';
import { emit } from '../platform/outbox';
import { at } from '../platform/schema';
import { type Load, nothing, procedure } from '../procedure';
import { Refused } from '../refused';

/** Answered within so many working days (stage_sla, privacy and complaints). */
const answerWorkdays = 15;
const pageSize = 20;
const kindZh: Record<string, string> = { complaint: '投诉', suggestion: '建议', question: '咨询' };

type Row = {
  id: string;
  reference: string;
  person_id: string;
  kind: 'complaint' | 'suggestion' | 'question';
  body: string;
  created_at: number;
  due_date: string;
  answer: string | null;
  answered_at: number | null;
  version: number;
};

const columns = [
  'id',
  'reference',
  'person_id',
  'kind',
  'body',
  'created_at',
  'due_date',
  'answer',
  'answered_at',
  'version',
] as const;

const present = (call: Call, row: Row) => ({
  id: row.id,
  reference: row.reference,
  kind: row.kind,
  kindZh: kindZh[row.kind] ?? row.kind,
  body: row.body,
  createdAt: toShanghai(row.created_at),
  answer: row.answer,
  answeredAt: row.answered_at === null ? null : toShanghai(row.answered_at),
  dueDate: row.due_date,
  workdaysLeft: row.answered_at === null ? workdaysLeft(shanghaiDate(call.now), row.due_date, officialCalendar) : null,
  version: row.version,
});

export const sendFeedback = procedure(peopleContract.sendFeedback, nothing, async (call, input) => {
  const id = call.newId();
  const today = shanghaiDate(call.now);
  const day = today.replaceAll('-', '');
  const reference = `TS-${day}-${String(await nextNumber(call.db, `feedback:${day}`)).padStart(4, '0')}`;
  const row = await call.db
    .insertInto('feedback')
    .values({
      id,
      reference,
      person_id: me(call),
      kind: input.kind,
      body: input.body,
      contact_sealed:
        input.contact.trim() === '' ? null : seal(input.contact, call.home.keys[0], `feedback:${id}:contact`),
      created_at: at(call.now),
      due_date: addWorkdays(today, answerWorkdays, officialCalendar).due,
      answer: null,
      answered_by: null,
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
  await audit(call, `feedback:${id}`, 'people/sendFeedback', { reference, kind: input.kind });
  await emit(call, 'feedback.sent', `feedback:${id}`, {
    feedbackId: id,
    reference,
    kindZh: kindZh[input.kind] ?? '',
    by: me(call),
  });
  return present(call, row as Row);
});

async function listOf(call: Call, of: { personId: string } | { answered: boolean }, cursor: string | null | undefined) {
  const mine = 'personId' in of;
  const place = decodeCursor(of, cursor);
  // Waiting ones are read oldest first, because they are answered in that order; all else newest first.
  const ascending = !mine && !of.answered;
  const sortBy = !mine && of.answered ? sql.ref('answered_at') : sql.ref('created_at');
  const { rows } = await sql<
    Row & { sort: number }
  >`select ${sql.join(columns.map((c) => sql.ref(c)))}, ${sortBy} as sort from feedback
    where ${mine ? sql`person_id = ${of.personId}` : of.answered ? sql`answered_at is not null` : sql`answered_at is null`}
      ${place ? sql`and (${sortBy}, id) ${ascending ? sql`>` : sql`<`} (${at(Number(place.value))}, ${place.id})` : sql``}
    order by ${sortBy} ${ascending ? sql`asc` : sql`desc`}, id ${ascending ? sql`asc` : sql`desc`} limit ${pageSize + 1}`.execute(
    call.db,
  );
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  const waiting = await call.db
    .selectFrom('feedback')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('answered_at', 'is', null)
    .$if(mine, (q) => q.where('person_id', '=', mine ? of.personId : ''))
    .executeTakeFirstOrThrow();
  return {
    items: page.map((row) => present(call, row)),
    next: rows.length > pageSize && last ? encodeCursor(of, last.sort, last.id) : null,
    waiting: waiting.n,
  };
}

export const myFeedback = procedure(peopleContract.myFeedback, nothing, (call, { cursor }) =>
  listOf(call, { personId: me(call) }, cursor),
);

export const listFeedback = procedure(peopleContract.listFeedback, nothing, (call, { answered, cursor }) =>
  listOf(call, { answered }, cursor),
);

const feedbackOf: Load<{ feedbackId: string }, Row> = async (call, { feedbackId }, lock) => {
  const query = call.db.selectFrom('feedback').select(columns).where('id', '=', feedbackId);
  return ((await (lock ? query.forUpdate() : query).executeTakeFirst()) as Row | undefined) ?? null;
};

export const answerFeedback = procedure(peopleContract.answerFeedback, feedbackOf, async (call, input, row) => {
  if (row.version !== input.version || row.answer !== null)
    throw new Refused('PEOPLE_FEEDBACK_STALE', undefined, undefined, present(call, row));
  const answered = await call.db
    .updateTable('feedback')
    .set({ answer: input.answer, answered_by: me(call), answered_at: at(call.now), version: row.version + 1 })
    .where('id', '=', row.id)
    .returning(columns)
    .executeTakeFirstOrThrow();
  await audit(call, `feedback:${row.id}`, 'people/answerFeedback', { reference: row.reference });
  await emit(call, 'feedback.answered', `feedback:${row.id}`, {
    feedbackId: row.id,
    reference: row.reference,
    personId: row.person_id,
  });
  return present(call, answered as Row);
});
