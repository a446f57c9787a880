import { entryLifecycle } from '@shared/entry/lifecycle';
import { isDeletable } from '@shared/entry/terms/deletable';
import { withdrawable } from '@shared/entry/terms/taking-back';
import { addMonths, shanghaiDate, startOfDay } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { move } from '../cases/move';
import { sealedPlace } from '../forms/sealed-values';
import { open } from '../platform/crypto/seal';
import {
  deletes,
  type EraseStep,
  empties,
  type HandedOut,
  handedAtMost,
  hands,
  type Leaver,
  ofThings,
  type Personal,
} from '../platform/personal/personal';
import { editionClosed } from '../platform/retention/closings';
import { termsOn } from '../platform/retention/terms';
import { at } from '../platform/schema';
import { type Call, me } from '../rpc/call';
import { hideFromPublic } from './form/entry-consents';
import { forgetSealed } from './form/forget-sealed';
import { memberPhoneField, sealedOwner } from './form/sealed-owner';
import { removeDraft } from './lifetime/remove-draft';
import { entryNoun } from './moves';
import { remakeSearch } from './search/fill-search';
import { type EntryHead, entryHead } from './subjects';
import { leaveQuietly } from './team/end-membership';
import { forgetMember, leftMemberZh } from './team/forget-member';

const ledBy = async (call: Call, personId: string): Promise<EntryHead[]> => {
  const rows = await call.db.selectFrom('entry').select('id').where('leader_id', '=', personId).orderBy('id').execute();
  const heads: EntryHead[] = [];
  for (const { id } of rows) {
    const head = await entryHead(call, id, true);
    if (head) heads.push(head);
  }
  return heads;
};

/** Over, and without a place in the contest. */
const notTaken = entryLifecycle.statesThat((state) => state.waits === null).filter((state) => state !== 'qualified');

const leaves = (head: EntryHead): boolean =>
  entryLifecycle.moves.withdraw.from.some((state) => state === head.state) && withdrawable(head) === null;

const projects: HandedOut = {
  zh: '我负责的项目',
  columns: {
    started_at: '开始时间',
    reference: '报名编号',
    title: '项目',
    edition: '届次',
    region: '赛场',
    state: '状态',
    submitted_at: '提交时间',
  },
  async read({ db }, { personId }) {
    const { rows } = await sql<Record<string, unknown> & { state: keyof typeof entryLifecycle.states }>`
      select e.started_at, e.reference, e.title, d.name_zh as edition, r.name_zh as region, e.state, e.submitted_at
      from entry e join edition d on d.id = e.edition_id join region r on r.id = e.region_id
      where e.leader_id = ${personId} order by e.id desc limit ${handedAtMost}`.execute(db);
    return rows.map((row) => ({ ...row, state: entryLifecycle.states[row.state].public }));
  },
};

const memberships: HandedOut = {
  zh: '我参加的团队',
  columns: {
    joined_at: '加入时间',
    title: '项目',
    name: '姓名',
    role: '分工',
    phone: '手机号',
    consented_at: '确认参赛',
    removed_at: '离开时间',
  },
  async read(call, { personId }) {
    const rows = await call.db
      .selectFrom('entry_member as m')
      .innerJoin('entry as e', 'e.id', 'm.entry_id')
      .select([
        'm.id',
        'm.entry_id',
        'm.name',
        'm.role_zh',
        'm.phone_sealed',
        'm.joined_at',
        'm.consented_at',
        'm.removed_at',
        'e.title',
      ])
      .where('m.person_id', '=', personId)
      .orderBy('m.joined_at', 'desc')
      .limit(handedAtMost)
      .execute();
    return rows.map(({ id, entry_id, role_zh, phone_sealed: sealed, ...row }) => ({
      ...row,
      role: role_zh,
      phone:
        sealed === '' ? '' : open(sealed, call.home.keys, sealedPlace(sealedOwner(entry_id), memberPhoneField(id))),
    }));
  },
};

/** Some of a person's places in others' teams: their name goes from the rows, from what was submitted and from what was told of it. */
const leaveTeams: EraseStep = async (db, { personId, askedAt }) => {
  const rows = await db
    .selectFrom('entry_member')
    .select(['id', 'entry_id', 'person_id', 'name'])
    .where('person_id', '=', personId)
    .where('name', '!=', leftMemberZh)
    .limit(20)
    .execute();
  for (const row of rows) {
    await forgetMember(db, row, askedAt);
    await remakeSearch(db, row.entry_id);
  }
  return rows.length;
};

/** What an entry is found by is made anew of what is left. */
const emptySearch: EraseStep = async (db, leaver) => {
  const ids = leaver.things.filter(({ kind }) => kind === 'entry').map(({ id }) => id);
  if (ids.length === 0) return 0;
  const { numUpdatedRows } = await db
    .updateTable('entry_search')
    .set({ leader_zh: '', phone_masked: '', words: '', tokens: [], title_pairs: [] })
    .where('entry_id', 'in', ids)
    .where(sql<boolean>`(words <> '' or leader_zh <> '' or cardinality(tokens) > 0)`)
    .executeTakeFirst();
  return Number(numUpdatedRows);
};

/** Of what no law keeps a record of. */
const forgotten = ({ things, kept }: Leaver) =>
  sql`id = any(${things.map(({ id }) => id).filter((id) => !kept.has(id))}::uuid[])`;

/** What is known of entrants. What they led is theirs; what they joined is its leader's. */
export const entryPersonal: Personal = {
  things: async (db, personId) =>
    (await db.selectFrom('entry').select('id').where('leader_id', '=', personId).execute()).map(({ id }) => ({
      kind: 'entry',
      id,
    })),
  // Those of the demonstration are exempt.
  async outlived(db, now) {
    const terms = await termsOn(db, now);
    const before = (months: number) => at(startOfDay(addMonths(shanghaiDate(now), -months)));
    const { rows } = await sql<{ kind: string; id: string }>`select 'entry' as kind, e.id from entry e
      join edition d on d.id = e.edition_id
      where not e.synthetic and exists (select from section s where s.subject_id = e.id)
        and ((e.state = any(${notTaken}) and e.changed_at < ${before(terms.notTaken)})
          or (e.state = 'qualified' and (d.status = 'past' or ${editionClosed(sql`d.id`, shanghaiDate(now))}) and e.changed_at < ${before(terms.participant)}))
      order by e.id limit 50`.execute(db);
    return rows;
  },
  async hinders(call) {
    const { rows } = await sql<{ held: number }>`select count(*)::int as held from entry
      where claimed_by = ${me(call)}`.execute(call.db);
    const held = rows[0]?.held ?? 0;
    return held > 0 ? [`您正在审核 ${held} 个项目。请先交回待办，再注销`] : [];
  },
  async foresees(call, kept) {
    const heads = await call.db
      .selectFrom('entry')
      .select(['id', 'state', 'reference'])
      .where('leader_id', '=', me(call))
      .execute();
    const teams = await call.db
      .selectFrom('entry_member')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('person_id', '=', me(call))
      .where('removed_at', 'is', null)
      .executeTakeFirstOrThrow();
    const others = heads.filter(({ id }) => !kept.has(id));
    const drafts = others.filter(({ state, reference }) => state === entryLifecycle.initial && reference === null);
    const live = others.filter((row) => entryLifecycle.states[row.state].waits !== null && !drafts.includes(row));
    const over = others.length - drafts.length - live.length;
    return [
      ...(drafts.length > 0 ? [`${drafts.length} 个没有提交的草稿，连同文件全部删除`] : []),
      ...(live.length > 0 ? [`${live.length} 个已提交的项目，退赛并删除内容和文件，团队和审核人员会收到退赛通知`] : []),
      ...(over > 0 ? [`${over} 个往届或已办结的项目，删除内容和文件，只留编号和结果用于统计`] : []),
      ...(teams.n > 0 ? [`您参加的 ${teams.n} 个团队，退出并删除您的姓名和手机号`] : []),
    ];
  },
  async leaves(call, kept) {
    for (const head of await ledBy(call, me(call))) {
      if (isDeletable(head)) {
        await removeDraft(call, head);
        continue;
      }
      if (!kept.has(head.entryId) && leaves(head))
        await move(call, entryNoun, head, { command: 'withdraw', version: head.version });
      await forgetSealed(call.db, [head.entryId], call.now);
      await hideFromPublic(call, head.entryId);
    }
    await leaveQuietly(call);
  },
  tables: [
    {
      table: 'entry',
      persons: ['leader_id', 'claimed_by'],
      handed: projects,
      erased: empties('entry', { title: '', sent_uscc: null, leader_id_eq: null }, forgotten),
    },
    {
      table: 'entry_member',
      persons: ['person_id'],
      handed: memberships,
      erased: leaveTeams,
    },
    {
      table: 'entry_search',
      persons: [],
      handed: { notZh: '用于查找项目的索引，内容与“我负责的项目”相同' },
      erased: emptySearch,
    },
    {
      table: 'team_invitation',
      persons: ['created_by'],
      handed: { notZh: '邀请链接，只存校验值' },
      erased: deletes('team_invitation', ({ personId }) => sql`created_by = ${personId}`),
    },
    {
      table: 'one_time_notice',
      persons: ['sent_by'],
      handed: hands(
        '补正告知书',
        'one_time_notice',
        { sent_at: '时间', faults: '问题', message: '审核人员附言', due_date: '期限' },
        ofThings('entry_id'),
        'sent_at',
      ),
      erased: empties('one_time_notice', { faults: '[]', message: '' }, ofThings('entry_id')),
    },
    {
      table: 'counter_entry',
      persons: ['helper_id'],
      handed: hands(
        '柜台代填',
        'counter_entry',
        { begun_at: '时间', signed_by: '签字人', signed_on: '签字日期' },
        ofThings('entry_id'),
        'begun_at',
      ),
      erased: empties('counter_entry', { signed_by: null }, ofThings('entry_id')),
    },
    {
      table: 'late_code',
      persons: ['made_by', 'voided_by'],
      handed: { notZh: '补报码是工作记录，可在补报码页查看' },
      erased: { staysZh: '发过哪些补报码、为什么发，是公开受监督的工作记录', ofStaff: true },
    },
    {
      table: 'late_use',
      persons: ['person_id'],
      handed: hands(
        '用过的补报码',
        'late_use',
        { used_at: '时间' },
        ({ personId }) => sql`person_id = ${personId}`,
        'used_at',
      ),
      erased: { staysZh: '谁凭补报码补报过，只有编号，公开受监督' },
    },
  ],
};
