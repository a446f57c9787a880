import type { Events } from '@shared/events';
import { sql } from 'kysely';
import { audit } from '../platform/audit/audit';
import type { Call } from '../rpc/call';
import { count, placeOf } from './counts';
import type { Case, Noun } from './noun';

/**
 * Deletes a case that nobody but its owner ever saw: its row, its timeline, its subject and its count. What else hangs from it its area has
 * deleted before; a row left anywhere refuses the whole. Its audit chain stays, which holds ids only.
 * @param command how the audit calls it
 */
export async function end<
  State extends string,
  Command extends string,
  Subject extends Case<State>,
  Event extends keyof Events,
  Key extends keyof Subject & string,
  Columns extends object,
  Facts extends object,
>(
  call: Call,
  noun: Noun<State, Command, Subject, Event, Key, Columns, Facts>,
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
