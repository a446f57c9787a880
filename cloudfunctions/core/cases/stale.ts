import { standingOf } from '@shared/cases/standing';
import type { Events } from '@shared/events';
import { formatTime, shanghaiDate } from '@shared/kernel/shanghai';
import type { Call } from '../rpc/call';
import { Refused } from '../rpc/refused';
import type { Case, Noun } from './noun';

/**
 * Refuses a decision made on an older version of a case, and says who did what meanwhile; a move that is silent to the reader is not told
 * here either.
 * Throws Refused CASE_STALE with what stands now.
 */
export async function insistVersion<
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
  version: number,
): Promise<void> {
  if (subject.version === version) return;
  const { lifecycle } = noun;
  const last = await call.db
    .selectFrom('move as m')
    .leftJoin('person as p', 'p.id', 'm.by_person')
    .select(['m.move', 'm.at', 'p.display_name'])
    .where('m.subject_id', '=', String(subject[noun.key]))
    .orderBy('m.n', 'desc')
    .limit(1)
    .executeTakeFirst();
  const side = lifecycle.side(subject, call.actor);
  const who = side === 'staff' && last?.display_name ? `由${last.display_name}` : '';
  const what = last && lifecycle.moveZh(last.move as Command, side);
  const { state, stateZh } = standingOf(lifecycle, subject.state, side);
  throw new Refused(
    'CASE_STALE',
    what
      ? `这个${lifecycle.zh}已${who}于 ${shanghaiDate(last.at)} ${formatTime(last.at)} 办理“${what}”，请刷新后再看`
      : undefined,
    undefined,
    { state, stateZh, version: subject.version },
  );
}
