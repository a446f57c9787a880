import type { ClockSpec } from '../../application/clock';
import type { Station } from '../../application/kind';

/** Days are demonstration (`stage_sla`), until an edition says others. */
const hr: ClockSpec = { clock: 'hr', zh: '核实资格', workdays: 3, term: 'loanHr' };
const guarantor: ClockSpec = { clock: 'guarantor', zh: '担保调查', workdays: 5, term: 'loanGuarantor' };
const bank: ClockSpec = { clock: 'bank', zh: '贷款审批', workdays: 5, term: 'loanBank' };
const correction = { workdays: 10, term: 'loanCorrection', lapses: true } as const;

export const clocks: Readonly<Record<string, ClockSpec>> = {
  submitted: hr,
  hr_checking: hr,
  returned: { clock: 'correction', zh: '补正', pauses: 'hr', ...correction },
  guarantor_dd: guarantor,
  guarantor_papers: { clock: 'guarantorPapers', zh: '补材料', pauses: 'guarantor', ...correction },
  bank_reviewing: bank,
  bank_papers: { clock: 'bankPapers', zh: '补材料', pauses: 'bank', ...correction },
  approved: { clock: 'signing', zh: '签订合同', workdays: 10, term: 'loanSigning', lapses: true },
  contracted: { clock: 'disbursement', zh: '放款', workdays: 3, term: 'loanDisbursement' },
};

/** The way as the public reads it. */
export const stations: readonly Station[] = [
  { zh: '核实资格', byZh: '人社窗口', states: ['submitted', 'hr_checking', 'returned'] },
  { zh: '担保调查', byZh: '担保机构', states: ['guarantor_dd', 'guarantor_papers'] },
  { zh: '贷款审批', byZh: '银行', states: ['bank_reviewing', 'bank_papers'] },
  { zh: '签订合同', byZh: '您和银行', states: ['approved'] },
  { zh: '放款', byZh: '银行', states: ['contracted'] },
  { zh: '按季贴息，直到结清', byZh: '人社窗口和财政', states: ['repaying', 'overdue', 'extended', 'compensated'] },
];
