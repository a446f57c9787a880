import { instantOfId, leastIdOf } from '@shared/kernel/id';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../platform/db';
import { isLongTold, isToldAbout } from '../platform/outbox';
import {
  deletes,
  type EraseStep,
  erasedAtOnce,
  handedAtMost,
  hands,
  type Leaver,
  ofPerson,
  type Personal,
} from '../platform/personal/personal';

const subjectsOf = ({ things, personId }: Leaver): string[] => [
  ...things.map(({ kind, id }) => `${kind}:${id}`),
  `person:${personId}`,
];

/** What was told of theirs before they left, from whoever's inbox; that they left, others still read. */
const forgetAbout: EraseStep = (db, leaver) =>
  forgetMessages(db, subjectsOf(leaver), sql`m.id < ${leastIdOf(leaver.askedAt)}::uuid`);

/**
 * Deletes messages about these, with whoever they lie with, some at a time. Each is locked first: whoever is telling it ends their turn before, and
 * tells nobody of it after. `which` is a condition over `m`. Answers how many.
 */
export async function forgetMessages(db: Db, about: readonly string[], which: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await sql<{ id: string }>`select m.id from message m
    where m.about = any(${[...about]}::text[]) and ${which} limit ${erasedAtOnce} for update`.execute(db);
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id);
  await sql`delete from text_message where message_id = any(${ids}::uuid[])`.execute(db);
  await sql`delete from phone_message where message_id = any(${ids}::uuid[])`.execute(db);
  await sql`delete from delivery where message_id = any(${ids}::uuid[])`.execute(db);
  await sql`delete from message where id = any(${ids}::uuid[])`.execute(db);
  return ids.length;
}

/**
 * That a message `m` about a subject is about somebody too: what it tells names them by their id; of what was told so long ago that this is gone, the
 * message names them.
 */
export const messageAbout = (subject: string, personId: string, name: string): RawBuilder<boolean> => {
  const event = sql`m.event_id`;
  const named = sql`(m.title || m.body) like ${`%${name.replaceAll(/[\\%_]/g, '\\$&')}%`}`;
  return sql`(${isToldAbout(event, subject, personId)} or ${named} and ${isLongTold(event)})`;
};

const technical = { notZh: '微信通知的剩余次数和发送状态，可在设置中查看' };

/** What the telling keeps of persons. */
export const tellingPersonal: Personal = {
  tables: [
    {
      table: 'phone_message',
      persons: ['person_id'],
      handed: technical,
      erased: deletes('phone_message', ofPerson('person_id')),
    },
    {
      table: 'reminder_sent',
      persons: ['person_id'],
      handed: { notZh: '提醒的内容见“消息”' },
      erased: deletes('reminder_sent', ofPerson('person_id')),
    },
    {
      table: 'notice_wording',
      persons: ['made_by'],
      handed: { notZh: '改过的通知写法是工作记录，可在“通知怎么写”查看' },
      erased: { staysZh: '谁在何时改过通知的写法，只有编号，用于追查', ofStaff: true },
    },
    {
      table: 'text_message',
      persons: ['person_id'],
      handed: technical,
      erased: deletes('text_message', ofPerson('person_id')),
    },
    {
      table: 'text_try',
      persons: ['person_id'],
      handed: technical,
      erased: deletes('text_try', ofPerson('person_id')),
    },
    {
      table: 'text_consent',
      persons: ['person_id'],
      handed: hands(
        '短信的同意和撤回',
        'text_consent',
        { given_at: '同意时间', text_version: '版本', withdrawn_at: '撤回时间' },
        ofPerson('person_id'),
        'given_at',
      ),
      erased: deletes('text_consent', ofPerson('person_id')),
    },
    {
      table: 'delivery',
      persons: ['person_id'],
      handed: {
        zh: '收到的消息',
        columns: { sent_at: '时间', title: '标题', body: '内容', read_at: '阅读时间' },
        async read({ db }, { personId }) {
          const rows = await db
            .selectFrom('delivery as d')
            .innerJoin('message as m', 'm.id', 'd.message_id')
            .select(['m.id', 'm.title', 'm.body', 'd.read_at'])
            .where('d.person_id', '=', personId)
            .orderBy('d.message_id', 'desc')
            .limit(handedAtMost)
            .execute();
          return rows.map(({ id, ...row }) => ({ sent_at: instantOfId(id), ...row }));
        },
      },
      erased: deletes('delivery', ofPerson('person_id')),
    },
    { table: 'message', persons: [], handed: { notZh: '列在“收到的消息”中' }, erased: forgetAbout },
    {
      table: 'phone_quota',
      persons: ['person_id'],
      handed: technical,
      erased: deletes('phone_quota', ofPerson('person_id')),
    },
    {
      table: 'phone_quota_change',
      persons: ['person_id'],
      handed: technical,
      erased: deletes('phone_quota_change', ofPerson('person_id')),
    },
    {
      table: 'phone_choice',
      persons: ['person_id'],
      handed: hands(
        '微信通知的选择',
        'phone_choice',
        { at: '时间', purpose: '用途', road: '方式', wanted: '接收' },
        ofPerson('person_id'),
        'at',
      ),
      erased: deletes('phone_choice', ofPerson('person_id')),
    },
  ],
};
