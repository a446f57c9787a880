import { anyOf, anyone, defineAccess, holdsAnywhere, rule, signedIn } from '../kernel/define-access';
import { cast, here, organisationHere } from '../kernel/sample-cast';
import { codeOf } from './application/kind';
import type { ApplicationSubject } from './application/subject';
import { applicant } from './application/who';
import { kindOf, kinds } from './kinds';

/** By it the permission matrix asks who may. */
export const sampleApplication: ApplicationSubject = {
  applicationId: 'application',
  kind: kinds[0] ? codeOf(kinds[0]) : '',
  applicantId: cast.leader,
  regionId: here,
  state: 'submitted',
  version: 1,
  claimedBy: null,
  claimedAt: null,
  submittedAt: 0,
  clocks: {},
  terms: {},
  organisationId: organisationHere,
  organisations: [{ party: 'bank', organisationId: organisationHere, nameZh: '演示银行一', since: 0 }],
};

/** An office that has to do with its kind. */
const atItsDesk = rule<ApplicationSubject>(
  '经手窗口',
  (actor, application) =>
    kindOf(application.kind)?.desks.some(({ reads }) => reads.decide(actor, application).ok) === true,
  { code: 'BENEFITS_NOT_YOURS', reason: '没有找到这份申报，请返回工作台', hidden: true },
);

/** An office that does something with its kind, and not only looks. */
const worksOn = rule<ApplicationSubject>(
  '办理窗口',
  (actor, application) =>
    kindOf(application.kind)?.desks.some(
      ({ reads, watches }) => watches !== true && reads.decide(actor, application).ok,
    ) === true,
  { code: 'BENEFITS_NOT_YOURS', reason: '没有找到这份申报，请返回工作台', hidden: true },
);

const reads = anyOf(applicant, atItsDesk);
const works = anyOf(applicant, worksOn);

/** Serves at a desk of some kind, anywhere. */
const [first = 'cityStaff', ...others] = [...new Set(kinds.flatMap(({ desks }) => desks.map(({ role }) => role)))];
const atADesk = anyOf(holdsAnywhere(first), ...others.map(holdsAnywhere));

export const benefitsAccess = defineAccess<unknown>()('benefits', {
  loanExample: anyone,
  applications: signedIn,
  beginApplication: signedIn,
  queue: atADesk,
});

export const applicationAccess = defineAccess<ApplicationSubject>(sampleApplication)('benefits', {
  application: reads,
  saveApplication: applicant,
  agree: applicant,
  beginUpload: applicant,
  giveAgain: applicant,
  finishUpload: applicant,
  cancelUpload: applicant,
  removeFile: applicant,
  openFile: works,
  // Which move, and by whom, the kind's lifecycle says.
  moveApplication: works,
  deleteDraft: applicant,
  reveal: worksOn,
});
