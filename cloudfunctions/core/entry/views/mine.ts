import { standingOf } from '@shared/cases/standing';
import { undecidedZh } from '@shared/competition/phase';
import { entryContract } from '@shared/entry/contract';
import { entryLifecycle } from '@shared/entry/lifecycle';
import type { EntryState } from '@shared/entry/states';
import { deadlineZh, untilZh } from '@shared/kernel/moment-words';
import { toShanghai } from '@shared/kernel/shanghai';
import { link } from '@shared/routes';
import { me } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { closesFor } from '../late/closing';
import { titleOf } from './title-of';

const most = 50;

/** The entries that one leads or belongs to, the last changed first. */
export const mine = procedure(entryContract.mine, noSubject, async (call) => {
  const person = me(call);
  const rows = await call.db
    .selectFrom('entry as e')
    .innerJoin('region as r', 'r.id', 'e.region_id')
    .innerJoin('edition as d', 'd.id', 'e.edition_id')
    .innerJoin('track as t', (join) =>
      join.onRef('t.edition_id', '=', 'e.edition_id').onRef('t.code', '=', 'e.track_code'),
    )
    .leftJoin('phase as s', (join) => join.onRef('s.contest_id', '=', 'e.contest_id').on('s.kind', '=', 'signUp'))
    .select([
      'e.id',
      'e.title',
      'e.reference',
      'e.state',
      'e.leader_id',
      'e.correction_due_at',
      closesFor.as('closes_at'),
    ])
    .select(['r.name_zh as regionZh', 't.zh as trackZh', 'd.name_zh as editionZh'])
    // A union, so that both ways use their index; an `or` would walk through every entry.
    .where('e.id', 'in', (eb) =>
      eb
        .selectFrom('entry')
        .select('id')
        .where('leader_id', '=', person)
        .union(
          eb
            .selectFrom('entry_member')
            .select('entry_id as id')
            .where('person_id', '=', person)
            .where('removed_at', 'is', null),
        ),
    )
    .orderBy('e.changed_at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(most)
    .execute();
  return {
    entries: rows.map((row) => ({
      entryId: row.id,
      title: titleOf(row.title),
      reference: row.reference,
      regionZh: row.regionZh,
      trackZh: row.trackZh,
      editionZh: row.editionZh,
      ...standingOf(entryLifecycle, row.state, 'own'),
      role: row.leader_id === person ? ('leader' as const) : ('member' as const),
      nextZh: nextOf(row.state, call.now, row.closes_at, row.correction_due_at),
      link: link(entryLifecycle.states[row.state].editable ? 'entry/entry' : 'entry/status', {
        entryId: row.id,
      }),
    })),
  };
});

/** What the team has to do next, with its last day; null when it is not their turn. Closing instants are exclusive. */
function nextOf(
  state: EntryState,
  now: number,
  signUpCloses: number | null,
  correctionDue: number | null,
): string | null {
  if (state === 'draft') {
    if (signUpCloses === null) return `${undecidedZh('报名')}，可以先填写`;
    const deadline = deadlineZh(toShanghai(signUpCloses), now);
    return now < signUpCloses ? `填好后请提交，${deadline}` : `没有提交，报名${deadline}`;
  }
  if (state !== 'returned' || correctionDue === null) return null;
  return now < correctionDue ? `改好后请重新提交，${untilZh(toShanghai(correctionDue), now)} 截止` : '补正期限已过';
}
