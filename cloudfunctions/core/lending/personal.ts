import { guaranteedLoan } from '@shared/benefits/kinds/guaranteed-loan';
import { sql } from 'kysely';
import { hands, ofPerson, type Personal } from '../platform/personal/personal';
import { me } from '../rpc/call';

/** Loans that were lent to somebody. Public money was paid for them, so that the law keeps their record. */
export const lendingPersonal: Personal = {
  // What decides the subsidy is read from the form on the day on which it is lent.
  async hinders(call) {
    const { rows } =
      await sql`select from application where applicant_id = ${me(call)} and kind = ${guaranteedLoan.lifecycle.name}
      and state = any(${[...(guaranteedLoan.lifecycle.moves.disburse?.from ?? [])]}) limit 1`.execute(call.db);
    return rows.length > 0 ? ['您的创业担保贷款已签合同、还没有放款，放款后可以注销'] : [];
  },
  tables: [
    {
      table: 'loan',
      persons: ['applicant_id'],
      handed: hands(
        '我的创业担保贷款',
        'loan',
        {
          contract_no: '合同编号',
          payee_zh: '收款户名',
          account_masked: '收款账号',
          principal_fen: '金额（分）',
          disbursed_on: '放款日期',
          balance_fen: '未还本金（分）',
        },
        ofPerson('applicant_id'),
        'id',
      ),
      erased: { staysZh: '贷款和贴息的记录，保存 10 年备查（会计档案管理办法）' },
    },
    {
      table: 'loan_repayment',
      persons: ['entered_by', 'voided_by'],
      handed: { notZh: '还款登记在贷款页可以看' },
      erased: { staysZh: '谁登记过还款，只有编号，是工作记录', ofStaff: true },
    },
    {
      table: 'loan_statement',
      persons: ['checked_by'],
      handed: { notZh: '贴息清单在贷款页可以看' },
      erased: { staysZh: '谁核对过贴息清单，只有编号，是工作记录', ofStaff: true },
    },
  ],
};
