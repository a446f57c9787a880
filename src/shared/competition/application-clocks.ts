/**
 * Terms of applications for what policies give, which an edition may set in working days (`clocks` of its blueprint); left out, the kind's own day
 * count stands, which is demonstration (rules, stage_sla). A kind's clock names its term by this code.
 */
export const applicationTerms = {
  loanHr: '贷款：人社窗口核实资格',
  loanCorrection: '贷款：申报人补正、补材料',
  loanGuarantor: '贷款：担保机构调查',
  loanBank: '贷款：银行审批',
  loanSigning: '贷款：签订合同',
  loanDisbursement: '贷款：合同签订后放款',
  placeReview: '入驻：基地初审',
  placePanel: '入驻：评审',
  placeCorrection: '入驻：申报人补正',
  trainingReview: '培训：审核报名',
  referralConsent: '推荐：本人答复',
  subsidyReview: '补贴：审核',
  subsidyPayment: '补贴：审核后拨付',
} as const;

export type ApplicationTerm = keyof typeof applicationTerms;
