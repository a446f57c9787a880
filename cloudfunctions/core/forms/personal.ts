import { sql } from 'kysely';
import type { Db } from '../platform/db';
import {
  deletes,
  type EraseStep,
  type HandedOut,
  handedAtMost,
  hands,
  ofPerson,
  ofThings,
  type Person,
  type Personal,
} from '../platform/personal/personal';
import { at, json } from '../platform/schema';
import type { FrozenForm } from '../platform/schema/forms';
import { unseal } from './sealed-values';

/** Of the lines that stay in a record that a law keeps: what, whose. */
const recorded = ['project.title', 'leader.name', 'entity.name'];

/** Frozen copies of what is theirs are emptied; of what a law keeps a record of, the three lines that say what and whose stay. */
const emptySnapshots: EraseStep = async (db, { things, kept }) => {
  const ids = things.map(({ id }) => id);
  const rows = await db
    .selectFrom('snapshot')
    .select(['subject_id', 'n', 'data'])
    .where('subject_id', 'in', ids.length === 0 ? [nobody] : ids)
    .where(sql<boolean>`data <> '{}'::jsonb and not (data ? 'emptied')`)
    .limit(50)
    .execute();
  for (const { subject_id, n, data } of rows) {
    await writeSnapshot(db, { subject_id, n }, emptied(data, kept.has(subject_id)));
  }
  return rows.length;
};

const nobody = '00000000-0000-0000-0000-000000000000';

const emptied = ({ parts }: FrozenForm, kept: boolean) => ({
  parts: kept
    ? parts.map(({ section, zh, lines }) => ({
        section,
        zh,
        lines: lines.filter(({ field }) => recorded.includes(`${section}.${field}`)),
      }))
    : [],
  files: [],
  members: [],
  emptied: true,
});

/** Rewrites the frozen copies of a subject; the hash of what was submitted stays beside them as it was. @returns how many changed */
export async function rewriteSnapshots(
  db: Db,
  subjectId: string,
  change: (data: FrozenForm) => FrozenForm,
): Promise<number> {
  const rows = await db.selectFrom('snapshot').select(['n', 'data']).where('subject_id', '=', subjectId).execute();
  const changed = rows
    .map(({ n, data }) => ({ n, was: data, is: change(data) }))
    .filter(({ was, is }) => JSON.stringify(was) !== JSON.stringify(is));
  for (const { n, is } of changed) await writeSnapshot(db, { subject_id: subjectId, n }, is);
  return changed.length;
}

const writeSnapshot = (db: Db, { subject_id, n }: { subject_id: string; n: number }, data: object) =>
  db
    .updateTable('snapshot')
    .set({ data: json(data) })
    .where('subject_id', '=', subject_id)
    .where('n', '=', n)
    .execute();

const numbers: HandedOut = {
  zh: '加密保存的号码',
  columns: { set_at: '填写时间', field: '项目', value: '内容' },
  async read(call, { things }: Person) {
    const ids = things.map(({ id }) => id);
    const rows = await call.db
      .selectFrom('sealed_value')
      .selectAll()
      .where('subject_id', 'in', ids.length === 0 ? [nobody] : ids)
      .limit(handedAtMost)
      .execute();
    return rows.map(({ subject_id, field, sealed, set_at }) => {
      const kind = things.find(({ id }) => id === subject_id)?.kind ?? '';
      return { set_at, field, value: unseal(call, { kind, id: subject_id }, field, sealed) };
    });
  },
};

/** What the forms of all areas keep of persons. */
export const formsPersonal: Personal = {
  tables: [
    {
      table: 'section',
      persons: ['saved_by'],
      handed: hands(
        '填写的表单',
        'section',
        { saved_at: '保存时间', section: '部分', data: '内容' },
        ofThings('subject_id'),
        'saved_at',
      ),
      erased: deletes('section', ofThings('subject_id')),
    },
    { table: 'sealed_value', persons: [], handed: numbers, erased: deletes('sealed_value', ofThings('subject_id')) },
    {
      table: 'snapshot_sealed',
      persons: [],
      handed: { notZh: '提交时的副本，与“加密保存的号码”相同' },
      erased: deletes('snapshot_sealed', ofThings('subject_id')),
    },
    {
      table: 'snapshot',
      persons: [],
      handed: hands(
        '提交过的内容',
        'snapshot',
        { taken_at: '提交时间', reference: '报名编号', data: '内容' },
        ofThings('subject_id'),
        'taken_at',
      ),
      erased: emptySnapshots,
    },
    {
      table: 'consent',
      persons: ['person_id'],
      handed: hands(
        '同意和撤回',
        'consent',
        { given_at: '同意时间', kind: '代号', text_version: '版本', shown: '当时的文字', withdrawn_at: '撤回时间' },
        ofPerson('person_id'),
        'given_at',
      ),
      erased: {
        staysZh:
          '您何时同意、何时撤回的记录，只有编号和当时的授权文字，用于证明处理有依据（个人信息保护法第五十五条、第五十六条）',
      },
    },
  ],
  async leaves(call) {
    await sql`update consent set withdrawn_at = ${at(call.now)}
      where person_id = ${call.actor?.personId ?? nobody} and withdrawn_at is null`.execute(call.db);
  },
};
