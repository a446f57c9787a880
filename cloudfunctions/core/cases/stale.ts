import { standingOf } from '@shared/cases/standing';
import { formatTime, shanghaiDate } from '@shared/kernel/shanghai';
import type { Call } from '../rpc/call';
import { Refused } from '../rpc/refused';
import type { Noun, NounTypes } from './noun';

/**
 * Refuses a decision made on an older version of a case, and says who did what meanwhile, where it was a move and not what the case holds; a move
 * that is silent to the reader is not told here either.
 * Throws Refused CASE_STALE with what stands now.
 */
export async function insistVersion<Of extends NounTypes>(
  call: Call,
  noun: Noun<Of>,
  subject: Of['subject'],
  version: number,
): Promise<void> {
  if (subject.version === version) return;
  const { lifecycle } = noun;
  const last = await call.db
    .selectFrom('move as m')
    .leftJoin('person as p', 'p.id', 'm.by_person')
    .select(['m.move', 'm.at', 'p.display_name'])
    .where('m.subject_id', '=', String(subject[noun.key]))
    .where('m.n', '>', version)
    .orderBy('m.n', 'desc')
    .limit(1)
    .executeTakeFirst();
  const side = lifecycle.side(subject, call.actor);
  const who = side === 'staff' && last?.display_name ? `由${last.display_name}` : '';
  const what = last && lifecycle.moveZh(last.move as Of['command'], side);
  const { state, stateZh } = standingOf(lifecycle, subject.state as Of['state'], side);
  throw new Refused(
    'CASE_STALE',
    what
      ? `这个${lifecycle.zh}已${who}于 ${shanghaiDate(last.at)} ${formatTime(last.at)} 办理“${what}”，请刷新后再看`
      : undefined,
    undefined,
    { state, stateZh, version: subject.version },
  );
}
