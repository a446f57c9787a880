import { sql } from 'kysely';
import { deletes, handedAtMost, ofPerson, type Personal } from '../platform/personal/personal';
import { at } from '../platform/schema';
import { me } from '../rpc/call';
import { hasIt } from './sites/rows';

/** What somebody was let and booked. Agreements and their rent are the site's accounts too, and stay without a name of their own. */
export const incubationPersonal: Personal = {
  async hinders(call) {
    const { rows } =
      await sql`select from tenancy t where t.person_id = ${me(call)} and t.kind = 'agreement' and ${hasIt(call.now)}
      limit 1`.execute(call.db);
    return rows.length > 0 ? ['您还有孵化基地的入驻协议，请先办理提前退出'] : [];
  },
  async leaves(call) {
    await sql`update place_booking set cancelled_at = ${at(call.now)} where person_id = ${me(call)} and cancelled_at is null
      and starts_at > ${at(call.now)}`.execute(call.db);
  },
  tables: [
    {
      table: 'tenancy',
      persons: ['person_id'],
      handed: {
        zh: '我的入驻位置',
        columns: { site: '基地', place: '位置', number: '协议编号', starts_at: '开始', ends_at: '结束' },
        read: async (call, { personId }) =>
          (
            await sql<
              Record<string, unknown>
            >`select s.name_zh as site, p.code as place, t.number_zh as number, t.starts_at, t.ends_at
              from tenancy t join place p on p.id = t.place_id join place_site s on s.id = t.site_id
              where t.person_id = ${personId} order by t.starts_at desc limit ${handedAtMost}`.execute(call.db)
          ).rows,
      },
      erased: { staysZh: '协议和占用记录是基地的账目，依法保留，不含姓名和证件号' },
    },
    {
      table: 'rent_month',
      persons: ['recorded_by'],
      handed: { notZh: '登记租金的是基地人员的工作记录' },
      erased: { staysZh: '租金登记是基地的账目，依法保留' },
    },
    {
      table: 'place_booking',
      persons: ['person_id', 'marked_by'],
      handed: {
        zh: '我的按小时预约',
        columns: { site: '基地', place: '位置', starts_at: '开始', ends_at: '结束', cancelled_at: '取消时间' },
        read: async (call, { personId }) =>
          (
            await sql<
              Record<string, unknown>
            >`select s.name_zh as site, p.code as place, b.starts_at, b.ends_at, b.cancelled_at
              from place_booking b join place p on p.id = b.place_id join place_site s on s.id = p.site_id
              where b.person_id = ${personId} order by b.starts_at desc limit ${handedAtMost}`.execute(call.db)
          ).rows,
      },
      erased: deletes('place_booking', ofPerson('person_id')),
    },
  ],
};
