import { sql } from 'kysely';
import { deleteFiles } from '../files/personal';
import { deletes, type EraseStep, hands, ofPerson, type Personal } from '../platform/personal/personal';
import { factFiles } from './facts/fact-files';
import { readFactNames } from './facts/fact-names';
import { readFactRows } from './facts/fact-rows';
import { presentFacts } from './facts/present-facts';

/** Of a policy only who wrote, proposed, published and confirmed it is known. */
const work = {
  handed: { notZh: '起草、发布和核定政策的工作记录' },
  erased: { staysZh: '谁起草、发布、核定过政策，只有编号', ofStaff: true },
} as const;

/** Facts go with their files, in one transaction: once a fact is gone nobody knows any more whose its file was. */
const eraseFacts: EraseStep = async (db, leaver) => {
  await deleteFiles(db, { ...leaver, things: leaver.things.filter(({ kind }) => kind === factFiles.kind) });
  return deletes('person_fact', ofPerson('person_id'))(db, leaver);
};

/** What was learnt of persons, and how their answers stood. */
export const policiesPersonal: Personal = {
  // A fact with a file by which it was checked; the file goes with it.
  things: async (db, personId) => {
    const { rows } = await sql<{ id: string }>`select f.id from person_fact f join subject s on s.id = f.id
      where f.person_id = ${personId}`.execute(db);
    return rows.map(({ id }) => ({ kind: factFiles.kind, id }));
  },
  outlived: { whyNotZh: '用来查找政策的情况由本人随时收回，核对的文件随之删除' },
  async foresees(call) {
    const { rows } = await sql<{ facts: number }>`select count(*)::int as facts from person_fact
      where person_id = ${call.actor?.personId ?? null} and ended_at is null`.execute(call.db);
    const facts = rows[0]?.facts ?? 0;
    return facts > 0 ? [`用来查找政策的 ${facts} 项情况`] : [];
  },
  tables: [
    {
      table: 'person_fact',
      persons: ['person_id', 'by_person'],
      handed: {
        zh: '用来查找政策的情况',
        columns: { fact: '情况', value: '内容', source: '来源', on: '日期' },
        async read({ db }, { personId }) {
          const facts = presentFacts(await readFactRows(db, personId), await readFactNames(db), new Map());
          return facts
            .filter(({ value }) => value !== null)
            .map(({ zh, valueZh, sourceZh, on }) => ({ fact: zh, value: valueZh, source: sourceZh, on }));
        },
      },
      erased: eraseFacts,
    },
    {
      table: 'person_facts',
      persons: ['person_id'],
      handed: { notZh: '与“用来查找政策的情况”相同' },
      erased: deletes('person_facts', ofPerson('person_id')),
    },
    {
      table: 'policy_opened',
      persons: ['person_id'],
      handed: hands('打开过的政策通知', 'policy_opened', { at: '时间' }, ofPerson('person_id'), 'at'),
      erased: deletes('policy_opened', ofPerson('person_id')),
    },
    {
      table: 'policy_applied',
      persons: ['person_id'],
      handed: hands(
        '提交过申请的政策',
        'policy_applied',
        { at: '最近一次时间', code: '政策代号' },
        ofPerson('person_id'),
        'at',
      ),
      erased: deletes('policy_applied', ofPerson('person_id')),
    },
    {
      table: 'policy_seen',
      persons: ['person_id'],
      handed: hands(
        '看过的政策结果',
        'policy_seen',
        { at: '时间', code: '政策代号', stand: '当时的结果' },
        ofPerson('person_id'),
        'at',
      ),
      erased: deletes('policy_seen', ofPerson('person_id')),
    },
    { table: 'policy_draft', persons: ['made_by', 'proposed_by'], ...work },
    { table: 'policy_draft_part', persons: ['saved_by'], ...work },
    { table: 'policy_version', persons: ['published_by', 'confirmed_by'], ...work },
  ],
};
