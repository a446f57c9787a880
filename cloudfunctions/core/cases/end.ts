import { sql } from 'kysely';
import { audit } from '../platform/audit/audit';
import type { Call } from '../rpc/call';
import { count, placeOf } from './counts';
import type { Case, Rows } from './noun';

/**
 * Deletes a case that nobody but its owner ever saw: its row, its timeline, its subject and its count. What else hangs from it its area has
 * deleted before; a row left anywhere refuses the whole. Its audit chain stays, which holds ids only.
 * @param command how the audit calls it
 */
export async function end<Subject extends Case<string>>(
  call: Call,
  noun: Rows<Subject>,
  subject: Subject,
  command: string,
): Promise<void> {
  const { name } = noun.lifecycle;
  const id = String(subject[noun.key]);
  await audit(call, `${name}:${id}`, `${name}/${command}`, { version: subject.version });
  if (noun.counted)
    await count(call.db, noun.counted, { state: subject.state, place: placeOf(noun.counted, subject) }, null);
  await sql`with moves as (delete from move where subject_id = ${id}),
    gone as (delete from ${sql.table(noun.table)} where id = ${id})
    delete from subject where id = ${id}`.execute(call.db);
}
