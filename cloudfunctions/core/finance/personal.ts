import { hands, ofPerson, type Personal } from '../platform/personal/personal';

/** What was paid to somebody, and where to. Accounts of public money are kept as long as the law asks. */
export const financePersonal: Personal = {
  tables: [
    {
      table: 'payment_line',
      persons: ['person_id', 'settled_by'],
      handed: hands(
        '政策资金付款',
        'payment_line',
        {
          item_zh: '事项',
          payee_zh: '收款户名',
          account_masked: '收款账号',
          amount_fen: '金额（分）',
          paid_on: '付款日期',
        },
        ofPerson('person_id'),
        'id',
      ),
      erased: { staysZh: '政策资金的付款记录，保存 10 年备查（会计档案管理办法）' },
    },
    {
      table: 'payment_batch',
      persons: ['sent_by'],
      handed: { notZh: '付款清单是工作记录' },
      erased: { staysZh: '谁送过付款清单，只有编号，是工作记录', ofStaff: true },
    },
  ],
};
