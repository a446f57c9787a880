import type { ApplicationSubject } from '../benefits/application/subject';
import { applicant, deskOf, officeOf, officeOnce } from '../benefits/application/who';
import { anyOf, defineAccess, holdsAnywhere } from '../kernel/define-access';
import { cast, here, organisationHere } from '../kernel/sample-cast';

/** A loan that is lent, at the bank of the samples. */
const sampleLoan: ApplicationSubject = {
  applicationId: 'loan',
  kind: 'guaranteed-loan',
  applicantId: cast.leader,
  regionId: here,
  state: 'repaying',
  version: 1,
  claimedBy: null,
  claimedAt: null,
  submittedAt: 0,
  clocks: {},
  terms: {},
  organisationId: organisationHere,
  organisations: [{ party: 'bank', organisationId: organisationHere, nameZh: '演示银行一', since: 0 }],
};

const desk = deskOf('loanClerk');
const bank = officeOf('lender');

export const loanAccess = defineAccess<ApplicationSubject>(sampleLoan)('lending', {
  loan: anyOf(applicant, desk, officeOnce('lender'), officeOnce('guarantor'), deskOf('auditor')),
  addRepayment: bank,
  voidRepayment: bank,
  changeAccount: bank,
});

export const lendingAccess = defineAccess<unknown>()('lending', {
  loans: holdsAnywhere('lender'),
  importRepayments: holdsAnywhere('lender'),
  statements: anyOf(holdsAnywhere('loanClerk'), holdsAnywhere('auditor')),
  sendStatements: holdsAnywhere('loanClerk'),
});
