import type { Mark } from '@shared/screening/marks';
import { sql } from 'kysely';
import { at, json } from '../../platform/schema';
import type { Call } from '../../rpc/call';

/** Keeps marks of one reading, in place of those of the same sections that stood before. */
export async function keepMarks(call: Call, entryId: string, marks: readonly Mark[], by: string): Promise<void> {
  await call.db
    .insertInto('review_mark')
    .values(
      marks.map(({ codes, ...mark }) => ({
        id: call.newId(),
        entry_id: entryId,
        ...mark,
        codes: json([...codes]),
        marked_by: by,
        marked_at: at(call.now),
      })),
    )
    .onConflict((c) =>
      c.columns(['entry_id', 'round', 'section']).where('cleared_at', 'is', null).doUpdateSet({
        verdict: sql`excluded.verdict`,
        codes: sql`excluded.codes`,
        comment: sql`excluded.comment`,
        version: sql`excluded.version`,
        marked_by: sql`excluded.marked_by`,
        marked_at: sql`excluded.marked_at`,
      }),
    )
    .execute();
}
