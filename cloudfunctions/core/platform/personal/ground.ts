import { sql } from 'kysely';
import { at } from '../schema';
import { deletes, ofPerson, type Person, type Personal } from './personal';

const eventsOf = ({ personId, things }: Person) =>
  sql`subject = any(${[...things.map(({ kind, id }) => `${kind}:${id}`), `person:${personId}`]}::text[])`;

/** What the platform itself keeps of persons. */
export const platformPersonal: Personal = {
  tables: [
    {
      table: 'done_once',
      persons: ['person_id'],
      handed: { notZh: '为避免重复办理而暂存 7 天的技术记录，加密保存，内容与各项数据重复' },
      erased: deletes('done_once', ofPerson('person_id')),
    },
    {
      table: 'sealed_opening',
      persons: ['person_id'],
      handed: { notZh: '谁查看过您的信息，列在“谁看过我的信息”中' },
      erased: { staysZh: '查看个人信息的记录，只有编号和时间，用于追查不当查看' },
    },
    {
      table: 'audit',
      persons: ['actor'],
      handed: { notZh: '防篡改的操作记录，只有编号，不含填写的内容' },
      erased: { staysZh: '防篡改的操作记录，只有编号，不含填写的内容' },
    },
    {
      table: 'outbox',
      persons: [],
      handed: { notZh: '等待发出的消息，发出后列在“收到的消息”中' },
      erased: deletes(
        'outbox',
        (leaver) => sql`${eventsOf(leaver)} and delivered_at is not null and created_at < ${at(leaver.askedAt)}`,
      ),
    },
  ],
};
