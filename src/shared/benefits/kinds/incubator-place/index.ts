import type { Answers } from '../../../forms/question';
import { sealableId, sealablePhone } from '../../../forms/sealing';
import type { FactName, FactValue } from '../../../policies/facts';
import type { ApplicationKind } from '../../application/kind';
import { lifecycle, operatorReads, stations } from './lifecycle';
import { sections } from './questions';
import { records } from './records';
import { clocks, partyIn } from './standing';
import { granted } from './states';

function judge(answers: Answers): Record<string, string> {
  const people = answers['place.people'];
  const months = answers['business.earlierMonths'];
  const whole = (value: unknown, low: number, high: number) =>
    typeof value !== 'number' || (Number.isInteger(value) && value >= low && value <= high);
  return {
    ...(!whole(people, 1, 500) && { 'place.people': '请填写 1 至 500 的整数' }),
    ...(!whole(months, 1, 600) && { 'business.earlierMonths': '请填写 1 到 600 的整月数' }),
  };
}

function facts(answers: Answers): Partial<Record<FactName, FactValue>> {
  const entity = answers['business.entityKind'];
  const earlier = answers['business.earlier'];
  const months = answers['business.earlierMonths'];
  const on = answers['business.registeredOn'];
  const told: Partial<Record<FactName, FactValue | undefined>> = {
    registered: typeof entity === 'string' ? entity !== 'none' : undefined,
    registrationDate: entity !== 'none' && typeof on === 'string' && on !== '' ? on : undefined,
    incubatedMonths: earlier === 'no' ? 0 : typeof months === 'number' ? months : undefined,
  };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}

const paper = ['jpg', 'png', 'pdf'];
const tenMb = 10 * 1024 * 1024;

/** A place in an incubator (rules §4). Who the site is, its applicant chooses; which place it offers, the site says (`core/incubation`). */
export const incubatorPlace: ApplicationKind = {
  zh: '孵化基地入驻申报',
  introZh:
    '在这里申报入驻创业孵化基地：基地核对资料，评审组打分，达到分数线的进入候补，有空位时按优先档和申请时间留位给您。获奖项目排在前面，入驻条件和分数线对所有人一样。',
  policy: 'incubator-place',
  sections,
  seals: { 'person.idNumber': sealableId, 'person.phone': (typed) => sealablePhone(typed) },
  identity: 'person.idNumber',
  slots: [
    {
      code: 'plan',
      document: 'business_plan',
      zh: '创业计划书',
      hintZh: '做什么、怎么赚钱、一年内的打算，几页纸即可。PDF、Word 或照片，不超过 20 MB',
      // As an entry's plan, which may be given again here.
      kinds: ['pdf', 'doc', 'docx', 'jpg', 'png'],
      maxBytes: 2 * tenMb,
      sight: ['applicant', 'operator'],
      needed: () => true,
    },
    {
      code: 'licence',
      document: 'licence',
      zh: '营业执照',
      hintZh: '有营业执照的上传',
      kinds: paper,
      maxBytes: tenMb,
      sight: ['applicant', 'operator'],
      needed: (answers) => answers['business.entityKind'] !== undefined && answers['business.entityKind'] !== 'none',
    },
  ],
  consents: [
    {
      kind: 'incubator-place.operator',
      zh: '同意向孵化基地提供信息',
      bodyZh:
        '只为办理本次入驻提供，不作他用。办结或撤回后，基地不再看到新的内容。基地登记协议以前可以撤回申报；同意随时可以在“我的—我的授权”撤回，签了协议的照常办理。',
      required: true,
      version: '2026-11-28',
      receiverZh: '孵化基地',
      purposeZh: '入驻核对、评审和管理',
      fieldsZh: '姓名、证件号、电话、经营主体、项目情况、创业计划书、获奖情况',
      untilZh: '申报办结后按档案规定保存',
    },
  ],
  judge,
  facts,
  lifecycle,
  page: { route: 'policy/stay', zh: '候补、留位和协议' },
  refusals: {
    INCUBATOR_PLACE_NOTICE_RUNS: '整改期限还没有过，不能清退',
    INCUBATOR_PLACE_OFFER_LAPSED: '答复期限已过，这个位置已转给下一位。您仍在候补',
    INCUBATOR_PLACE_NO_RENEWAL: '现在不能续期',
  },
  room: 'incubation',
  granted,
  submits: 'submit',
  returns: ['return'],
  leads: ['claim', 'pass', 'admit', 'accept', 'sign', 'moveIn', 'renew', 'clear'],
  records,
  party: partyIn,
  clocks,
  stations,
  desks: [
    { party: 'operator', role: 'incubatorOperator', zh: '孵化基地', place: 'organisation', reads: operatorReads },
  ],
  rank: ({ place, qualified }) => (place === 0 ? 1 : place !== null ? 2 : qualified ? 3 : 5),
};
