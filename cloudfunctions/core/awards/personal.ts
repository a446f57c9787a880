import { awardLifecycle } from '@shared/awards/award/lifecycle';
import { sql } from 'kysely';
import { handedAtMost, type Personal } from '../platform/personal/personal';

const live = awardLifecycle.statesThat((state) => state.live === true);

/** What somebody won. The record of it is kept as long as the law asks of what was paid for it. */
export const awardsPersonal: Personal = {
  async keeps(db, personId) {
    const { rows } = await sql<{ id: string }>`select a.entry_id as id from award a join entry e on e.id = a.entry_id
      where e.leader_id = ${personId} and a.state = any(${live})`.execute(db);
    return rows.map(({ id }) => ({
      id,
      whyZh: '获奖项目的名称、负责人姓名、单位名称和奖项，保存 10 年备查（会计档案管理办法），不再对外展示',
    }));
  },
  tables: [
    {
      table: 'award',
      persons: [],
      handed: {
        zh: '获奖',
        columns: { edition: '届次', title: '项目', level: '奖项', state: '状态' },
        async read({ db }, { personId }) {
          const { rows } = await sql<Record<string, unknown> & { state: keyof typeof awardLifecycle.states }>`
            select d.name_zh as edition, e.title, a.level, a.state from award a join entry e on e.id = a.entry_id
              join edition d on d.id = a.edition_id
            where e.leader_id = ${personId} and a.state = any(${live}) limit ${handedAtMost}`.execute(db);
          return rows.map((row) => ({ ...row, state: awardLifecycle.states[row.state].public }));
        },
      },
      erased: { staysZh: '评奖结果本身不含个人信息' },
    },
  ],
};
