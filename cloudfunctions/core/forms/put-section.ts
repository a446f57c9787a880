import type { Answers } from '@shared/forms/question';
import { sql } from 'kysely';
import type { Db } from '../platform/db';
import { at, json } from '../platform/schema';
import { type Call, me } from '../rpc/call';

type Place = { subjectId: string; section: string };

/** A statement to which another table's row may be added. */
export type Beside = Pick<Db, 'updateTable'>;

const rowOf = (call: Call, answers: Answers, version: number) => ({
  data: json(answers),
  version,
  saved_at: at(call.now),
  saved_by: me(call),
});

/** Writes a section, whatever stood in it; whoever asks has held its version against the one that was seen. */
export const putSection = (call: Call, { subjectId, section }: Place, answers: Answers, version: number) => {
  const row = rowOf(call, answers, version);
  return call.db
    .insertInto('section')
    .values({ subject_id: subjectId, section, ...row })
    .onConflict((c) => c.columns(['subject_id', 'section']).doUpdateSet(row));
};

/** The same as the beginning of a statement that changes a row of its area with it. To see that it is one takes the compiler three seconds. */
export const puttingSection = (call: Call, place: Place, answers: Answers, version: number): Beside =>
  call.db.with('put', () => putSection(call, place, answers, version)) as unknown as Beside;

/**
 * Changes some answers of a section that stands, whatever else is in it: it has a new version then, so that who is writing in it gets to know.
 * @param as who changed them: whoever calls, or nobody who writes in this form
 */
export async function amendSection(
  call: Call,
  { subjectId, section }: Place,
  answers: Answers,
  as: 'writer' | 'nobody',
): Promise<void> {
  await call.db
    .updateTable('section')
    .set({
      data: sql`data || ${JSON.stringify(answers)}::jsonb`,
      version: sql`version + 1`,
      ...(as === 'writer' && { saved_at: at(call.now), saved_by: me(call) }),
    })
    .where('subject_id', '=', subjectId)
    .where('section', '=', section)
    .execute();
}
