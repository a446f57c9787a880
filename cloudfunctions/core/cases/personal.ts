import type { AnyLifecycle } from '@shared/kernel/define-lifecycle';
import { sql } from 'kysely';
import { empties, type HandedOut, handedAtMost, ofThings, type Personal } from '../platform/personal/personal';

type Row = { at: number; kind: string; move: string; to_state: string; reason: string | null };

/** What happened to what is somebody's own, as its timeline tells them: in words, without what they are told nothing of, and reasons that are written for them alone. */
const told = (lifecycles: readonly AnyLifecycle[]): HandedOut => ({
  zh: '办理过程',
  columns: { at: '时间', moveZh: '办理', stateZh: '之后的状态', reason: '说明' },
  async read({ db }, person) {
    const { rows } = await sql<Row>`select m.at, s.kind, m.move, m.to_state, m.reason
      from move m join subject s on s.id = m.subject_id
      where ${ofThings('m.subject_id')(person)} order by m.at desc, m.n desc limit ${handedAtMost}`.execute(db);
    const byName = new Map(lifecycles.map((lifecycle) => [lifecycle.name, lifecycle]));
    return rows.flatMap(({ at, kind, move, to_state, reason }) => {
      const lifecycle = byName.get(kind);
      const moveZh = lifecycle?.moveZh(move, 'own') ?? null;
      if (!lifecycle || moveZh === null) return [];
      const forThem = lifecycle.moves[move]?.tellsReason === true;
      return [{ at, moveZh, stateZh: lifecycle.labelOf(to_state, 'own'), reason: forThem ? reason : null }];
    });
  },
});

/** The timeline of whatever is somebody's own. */
export const casesPersonal = (lifecycles: readonly AnyLifecycle[]): Personal => ({
  tables: [
    {
      table: 'move',
      persons: ['by_person'],
      handed: told(lifecycles),
      // That and when something was done stays, by an id; what was said of it goes.
      erased: empties('move', { reason: null }, ofThings('subject_id')),
    },
  ],
});
