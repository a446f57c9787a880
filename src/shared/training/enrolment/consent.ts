import type { ConsentText } from '../../forms/consent-text';

/** What goes to the trainer of a class, agreed to as one enrols. */
export const trainerConsent = (organisationZh: string): ConsentText => ({
  kind: 'enrolment.trainer',
  zh: '同意向培训机构提供信息',
  bodyZh: `只为办班使用，不作他用。取消报名后，${organisationZh}不再看到。`,
  required: true,
  version: '2026-11',
  receiverZh: organisationZh,
  purposeZh: '排名单、联系上课、登记考勤和结业',
  fieldsZh: '姓名、打码的手机号、考勤和考核结果；不含证件号码',
  untilZh: '结业后按档案规定保存',
});
