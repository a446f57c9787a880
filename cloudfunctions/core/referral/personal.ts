import { receiverZh } from '@shared/referral/consents';
import { referralLifecycle } from '@shared/referral/lifecycle';
import { sql } from 'kysely';
import { handedAtMost, type Personal } from '../platform/personal/personal';
import { type Call, me } from '../rpc/call';
import { readReferrals, referralOf } from './subjects';
import { takeBack } from './take-back';

const workZh = '谁录入、核定、导出，是工作记录';

const ownLive = async (call: Call): Promise<string[]> =>
  (await readReferrals(call, sql`where r.person_id = ${me(call)} and r.waits is not null`)).map(
    ({ referralId }) => referralId,
  );

/** What somebody was referred for. Who was referred when, and what went up, is on record as the award is. */
export const referralPersonal: Personal = {
  things: async (db, personId) => {
    const rows = await db.selectFrom('referral').select('id').where('person_id', '=', personId).execute();
    return rows.map(({ id }) => ({ kind: referralLifecycle.name, id }));
  },
  outlived: { whyNotZh: '推荐记录与获奖记录一同保存；报送的材料随项目的期限删除' },
  async foresees(call) {
    const live = (await ownLive(call)).length;
    return live > 0 ? [`您的 ${live} 份上级赛事推荐，立即退出`] : [];
  },
  async leaves(call) {
    for (const referralId of await ownLive(call)) {
      const referral = await referralOf(call, { referralId }, true);
      if (referral) await takeBack(call, referral);
    }
  },
  tables: [
    {
      table: 'referral',
      persons: ['person_id'],
      handed: {
        zh: '上级赛事推荐',
        columns: { upper: '赛事', title: '项目', state: '状态', changed_at: '时间' },
        async read(call, { personId }) {
          const rows = await readReferrals(
            call,
            sql`where r.person_id = ${personId} order by r.id desc limit ${handedAtMost}`,
          );
          return rows.map(({ upperZh, title, state }) => ({
            upper: upperZh,
            title,
            state: referralLifecycle.states[state].public,
          }));
        },
      },
      erased: { staysZh: '哪个获奖项目被推荐过，只有编号，与获奖记录一同保存备查' },
    },
    {
      table: 'referral_pack',
      persons: ['made_by'],
      handed: {
        zh: '报送上级的材料包',
        columns: { made_at: '时间', receiver: '收件单位', files: '文件' },
        async read({ db }, { personId }) {
          const { rows } = await sql<{ made_at: number; receiver: 'province' | 'nation'; files: string[] }>`
            select p.made_at, p.receiver, array(select c ->> 'name' from jsonb_array_elements(p.contents) c) as files
            from referral_pack p join referral r on r.id = p.referral_id
            where r.person_id = ${personId} order by p.made_at desc limit ${handedAtMost}`.execute(db);
          return rows.map((row) => ({ ...row, receiver: receiverZh(row.receiver), files: row.files.join('，') }));
        },
      },
      erased: { staysZh: workZh },
    },
    {
      table: 'referral_notice',
      persons: ['entered_by', 'confirmed_by'],
      handed: { notZh: workZh },
      erased: { staysZh: workZh },
    },
  ],
};
