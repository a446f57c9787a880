import type { ClockSpec } from '../../application/clock';

/** Days are demonstration (`stage_sla`), until an edition says others. */
const hr: ClockSpec = { clock: 'hr', zh: '核实资格', workdays: 3, term: 'loanHr' };
const guarantor: ClockSpec = { clock: 'guarantor', zh: '担保调查', workdays: 5, term: 'loanGuarantor' };
const bank: ClockSpec = { clock: 'bank', zh: '贷款审批', workdays: 5, term: 'loanBank' };
const correction = { workdays: 10, term: 'loanCorrection', lapses: true, reminds: true } as const;

export const clocks: Readonly<Record<string, ClockSpec>> = {
  submitted: hr,
  hr_checking: hr,
  returned: { clock: 'correction', zh: '补正', pauses: 'hr', ...correction },
  guarantor_dd: guarantor,
  guarantor_papers: { clock: 'guarantorPapers', zh: '补材料', pauses: 'guarantor', ...correction },
  bank_reviewing: bank,
  bank_papers: { clock: 'bankPapers', zh: '补材料', pauses: 'bank', ...correction },
  approved: { clock: 'signing', zh: '签订合同', workdays: 10, term: 'loanSigning', lapses: true, reminds: true },
  contracted: { clock: 'disbursement', zh: '放款', workdays: 3, term: 'loanDisbursement' },
};
