import { entryLifecycle } from '@shared/entry/lifecycle';
import type { Mark } from '@shared/screening/marks';
import { sql } from 'kysely';
import { insistNotHeldByOther } from '../../cases/holder';
import { entryNoun } from '../../entry/moves';
import type { EntryHead } from '../../entry/queries';
import { at, json } from '../../platform/schema';
import type { Call } from '../../rpc/call';
import { Refused } from '../../rpc/refused';
import { insistUndecided } from '../decisions/undecided';

/** Keeps marks of one reading, in place of those of the same sections that stood before. */
export async function keepMarks(call: Call, entryId: string, marks: readonly Mark[], by: string): Promise<void> {
  await call.db
    .insertInto('review_mark')
    .values(
      marks.map(({ codes, fields, seen, ...mark }) => ({
        id: call.newId(),
        entry_id: entryId,
        ...mark,
        codes: json([...codes]),
        fields: json([...fields]),
        seen: json([...seen]),
        marked_by: by,
        marked_at: at(call.now),
      })),
    )
    .onConflict((c) =>
      c.columns(['entry_id', 'round', 'section']).where('cleared_at', 'is', null).doUpdateSet({
        verdict: sql`excluded.verdict`,
        codes: sql`excluded.codes`,
        fields: sql`excluded.fields`,
        seen: sql`excluded.seen`,
        comment: sql`excluded.comment`,
        version: sql`excluded.version`,
        marked_by: sql`excluded.marked_by`,
        marked_at: sql`excluded.marked_at`,
      }),
    )
    .execute();
}

/** Refuses marks on an entry that a colleague holds, that nobody does, or that is decided on already. */
export async function insistMarkable(call: Call, entry: EntryHead): Promise<void> {
  await insistNotHeldByOther(call, entryNoun, entry);
  if (!entryLifecycle.states[entry.state].held) throw new Refused('CASE_NOT_HELD', '您还没有受理这个项目，请先受理');
  await insistUndecided(call, entry);
}
