import type { PaymentLine } from '../../cloudfunctions/core/finance/queries';

/** A payment to somebody who has no account here. */
export const samplePayment = (sourceId: string, more: Partial<PaymentLine> = {}): PaymentLine => ({
  sourceId,
  personId: null,
  payeeZh: '王小明',
  uscc: null,
  account: { plain: '6222020000001234', masked: '**** 1234' },
  amountFen: 134_167,
  itemZh: '创业担保贷款贴息 2026年第四季度',
  aboutZh: null,
  again: false,
  ...more,
});
