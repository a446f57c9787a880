import { hands, ofPerson, type Personal } from '../platform/personal/personal';

/** What somebody's applications for start-up money came to. Public money is accounted for, so that the law keeps it. */
export const subsidiesPersonal: Personal = {
  tables: [
    {
      table: 'subsidy',
      persons: ['person_id'],
      handed: hands(
        '我的创业补贴',
        'subsidy',
        { name_zh: '姓名', uscc: '统一社会信用代码', amount_fen: '金额（分）', how_zh: '怎样算出' },
        ofPerson('person_id'),
        'application_id',
      ),
      erased: { staysZh: '补贴的记录，保存 10 年备查（会计档案管理办法）' },
    },
  ],
};
