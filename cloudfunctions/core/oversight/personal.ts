import { sql } from 'kysely';
import { handedAtMost, type Personal } from '../platform/personal/personal';
import { openingsOfOwn } from './my-openings';
import { tellOpenings } from './opening-rows';

/** What the supervisor asked, and who opened what of somebody's own. */
export const oversightPersonal: Personal = {
  tables: [
    {
      table: 'audit_check',
      persons: ['asked_by'],
      handed: {
        zh: '谁看过我的信息',
        columns: { at: '时间', office: '谁', what: '看了什么', why: '为什么' },
        async read({ db }, { personId }) {
          const { rows } = await openingsOfOwn(personId, sql`true`, handedAtMost).execute(db);
          return (await tellOpenings(db, rows)).map(({ at, officeZh, whatZh, whyZh }) => ({
            at,
            office: officeZh,
            what: whatZh,
            why: whyZh,
          }));
        },
      },
      erased: { staysZh: '谁要求过核对防篡改记录，只有编号', ofStaff: true },
    },
  ],
};
