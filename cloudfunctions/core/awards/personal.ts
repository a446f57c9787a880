import { awardLifecycle } from '@shared/awards/award/lifecycle';
import { awardClaimLifecycle } from '@shared/awards/award-claim/lifecycle';
import { addMonths, shanghaiDate, startOfDay } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { empties, handedAtMost, ofPerson, type Personal } from '../platform/personal/personal';
import { termsOn } from '../platform/retention/terms';
import { at } from '../platform/schema';
import { type Call, me } from '../rpc/call';
import { takeBack, waiting } from './claims/decide-claim';
import { awardOwner } from './queries';

const live = awardLifecycle.statesThat((state) => state.live === true);

/** That an award is theirs: they claimed it, or they led its entry and nobody did. */
const owns = (personId: string) => sql`${awardOwner} = ${personId}`;

/** The caller's claims that nobody has compared yet. */
const waitingOf = async (call: Call): Promise<string[]> =>
  (
    await call.db
      .selectFrom('award_claim')
      .select('id')
      .where('person_id', '=', me(call))
      .where('state', 'in', waiting)
      .orderBy('id')
      .execute()
  ).map(({ id }) => id);

/** What somebody won. The record of it is kept as long as the law asks of what was paid for it. */
export const awardsPersonal: Personal = {
  things: async (db, personId) =>
    (await db.selectFrom('award_claim').select('id').where('person_id', '=', personId).execute()).map(({ id }) => ({
      kind: awardClaimLifecycle.name,
      id,
    })),
  async foresees(call) {
    const waits = (await waitingOf(call)).length;
    return waits > 0 ? [`您的 ${waits} 份获奖认领，立即撤回`] : [];
  },
  async leaves(call) {
    for (const claimId of await waitingOf(call)) await takeBack(call, claimId);
  },
  outlived: { whyNotZh: '认领记录说明奖项归谁，与获奖记录一同保存；证件号核对后即删' },
  async keeps(db, personId) {
    const { rows } = await sql<{ id: string }>`select a.entry_id as id from award a join entry e on e.id = a.entry_id
      where ${owns(personId)} and a.state = any(${live})`.execute(db);
    return rows.map(({ id }) => ({
      id,
      whyZh: '获奖项目的名称、负责人姓名、单位名称和奖项，保存 10 年备查（会计档案管理办法），不再对外展示',
    }));
  },
  async recorded(db, ids, now) {
    const since = startOfDay(addMonths(shanghaiDate(now), -(await termsOn(db, now)).winner));
    const { rows } = await sql<{ id: string }>`select a.entry_id as id from award a join entry e on e.id = a.entry_id
      where a.entry_id = any(${[...ids]}::uuid[]) and a.state = any(${live}) and e.changed_at >= ${at(since)}`.execute(
      db,
    );
    return rows.map(({ id }) => id);
  },
  tables: [
    {
      table: 'award',
      persons: ['person_id'],
      handed: {
        zh: '获奖',
        columns: { edition: '届次', title: '项目', level: '奖项', state: '状态' },
        async read({ db }, { personId }) {
          const { rows } = await sql<Record<string, unknown> & { state: keyof typeof awardLifecycle.states }>`
            select d.name_zh as edition, e.title, a.level, a.state from award a join entry e on e.id = a.entry_id
              join edition d on d.id = a.edition_id
            where ${owns(personId)} and a.state = any(${live}) limit ${handedAtMost}`.execute(db);
          return rows.map((row) => ({ ...row, state: awardLifecycle.states[row.state].public }));
        },
      },
      erased: empties('award', { person_id: null }, ofPerson('person_id')),
    },
    {
      table: 'award_claim',
      persons: ['person_id'],
      handed: {
        zh: '获奖认领',
        columns: { asked_at: '提交时间', name_masked: '姓名', number_masked: '身份证号', state: '状态' },
        async read({ db }, { personId }) {
          const rows = await db
            .selectFrom('award_claim')
            .select(['asked_at', 'name_masked', 'number_masked', 'state'])
            .where('person_id', '=', personId)
            .orderBy('id', 'desc')
            .limit(handedAtMost)
            .execute();
          return rows.map((row) => ({ ...row, state: awardClaimLifecycle.states[row.state].public }));
        },
      },
      erased: empties('award_claim', { name_masked: '', number_masked: '' }, ofPerson('person_id')),
    },
    {
      table: 'award_list',
      persons: ['made_by', 'proposed_by'],
      handed: { notZh: '获奖名单的录入和送签是工作记录，可在获奖名单页查看' },
      erased: { staysZh: '录入、送签过哪份获奖名单，只有编号，是工作记录', ofStaff: true },
    },
    {
      table: 'award_list_row',
      persons: ['brought_by'],
      handed: { notZh: '录入过哪些获奖项目是工作记录，可在获奖名单页查看' },
      erased: { staysZh: '录入过哪些获奖项目，只有编号，是工作记录', ofStaff: true },
    },
    {
      table: 'claim_code',
      persons: ['made_by', 'voided_by'],
      handed: { notZh: '认领码是工作记录，可在往届获奖认领页查看' },
      erased: { staysZh: '给哪些奖项发过认领码，只有编号，是工作记录', ofStaff: true },
    },
  ],
};
