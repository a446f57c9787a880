import { sql } from 'kysely';
import { empties, handedAtMost, ofPerson, type Personal } from '../platform/personal/personal';
import { type Call, me } from '../rpc/call';
import { ownOf } from './application/files';
import type { Mover } from './application/moves';
import { applications } from './application/subjects';
import { canBeTakenBack, takeBack } from './application/take-back';

const ownLive = async (call: Call) =>
  (await applications(sql`a.applicant_id = ${me(call)} and a.live`, sql`for update of a`).execute(call.db)).rows;

/** What somebody applied for. Nothing of it is paid yet, so that no law keeps it when they leave. */
export const benefitsPersonal = (mover: Mover): Personal => ({
  things: async (db, personId) => {
    const rows = await db
      .selectFrom('application')
      .select(['id', 'kind'])
      .where('applicant_id', '=', personId)
      .execute();
    return rows.map(({ id, kind }) => ({ kind, id }));
  },
  async foresees(call) {
    const { rows } = await applications(sql`a.applicant_id = ${me(call)} and a.live`).execute(call.db);
    const goesOn = rows.filter((row) => {
      const { kind } = ownOf(row);
      return row.state !== kind.lifecycle.initial && !canBeTakenBack(kind, row.state);
    });
    const ended = rows.length - goesOn.length;
    return [
      ...(ended > 0 ? [`您的 ${ended} 份申报，已提交的立即撤回`] : []),
      ...goesOn.map(
        (row) =>
          `${ownOf(row).kind.zh}${row.reference === null ? '' : ` ${row.reference}`}：已签约，不撤回，合同义务照常`,
      ),
    ];
  },
  async leaves(call) {
    for (const application of await ownLive(call)) await takeBack(call, mover, application);
  },
  tables: [
    {
      table: 'application',
      persons: ['applicant_id', 'claimed_by'],
      handed: {
        zh: '我的申报',
        columns: { kind: '事项', reference: '申报编号', region: '地区', state: '状态', submitted_at: '提交时间' },
        async read(call, { personId }) {
          const { rows } = await applications(
            sql`a.applicant_id = ${personId}`,
            sql`order by a.id desc limit ${handedAtMost}`,
          ).execute(call.db);
          return rows.map((row) => {
            const { kind } = ownOf(row);
            return {
              kind: kind.zh,
              reference: row.reference,
              region: row.regionZh,
              state: kind.lifecycle.states[row.state]?.public ?? '',
              submitted_at: row.submittedAt,
            };
          });
        },
      },
      erased: empties('application', { details: '{}' }, ofPerson('applicant_id')),
    },
  ],
});
