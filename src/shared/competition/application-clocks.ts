/**
 * Terms of applications for what policies give, which an edition may set (`clocks` of its blueprint); left out, the kind's own day
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
  placeOffer: '入驻：留位给申报人答复',
  placeSigning: '入驻：接受后签订协议',
  placeRenewal: '入驻：续期核对',
  placeNotice: '入驻：清退前的整改期限',
  subsidyReview: '补贴：审核',
  subsidyCorrection: '补贴：申报人补正',
  subsidyList: '补贴：付款前公示',
  subsidyPayment: '补贴：公示后拨付',
} as const;

export type ApplicationTerm = keyof typeof applicationTerms;

/** Those that are counted in days of the calendar, not in working days. */
export const calendarTerms: readonly ApplicationTerm[] = ['placeOffer'];
