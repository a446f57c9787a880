/** The lists that a clerk looks a leader and an entity up in (rules §2.2 CREDIT, §2.10). */
export const creditLists = ['dishonestDebtor', 'seriousViolation', 'abnormalOperation', 'wageArrears'] as const;
export type CreditList = (typeof creditLists)[number];

export const creditListZh: Record<CreditList, string> = {
  dishonestDebtor: '失信被执行人名单',
  seriousViolation: '严重违法失信名单',
  abnormalOperation: '经营异常名录',
  wageArrears: '拖欠农民工工资失信名单',
};
