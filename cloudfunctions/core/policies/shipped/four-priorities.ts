import { fourLists } from '@shared/screening/checks';
import { fittingPerson, loanFigures, loanRule } from './guaranteed-loan-national';
import {
  heldTo,
  leavesOf,
  missingDocument,
  parametersOf,
  type ShippedPolicy,
  unconfirmed,
  won,
} from './shipped-policy';

const basis = '大赛承诺（演示）';
const leaf = leavesOf(basis);
const to = heldTo(basis);
const figure = parametersOf(missingDocument, 'demonstration', null, null);
const on = '2026-11-24';
const winner = { awardCancelled: false };
const lost = { awardCancelled: true };

const promised = {
  version: 1,
  docNo: missingDocument,
  effectiveFrom: null,
  effectiveTo: null,
  confirmedZh: unconfirmed,
  demonstration: true,
};

const clearOfLists = leaf(
  '没有失信记录',
  'creditListed',
  'notIn',
  fourLists.map(({ code }) => code),
);
const firm = { ...winner, registered: true, registrationDate: '2025-03-03' };
const placed = { ...firm, tradeFit: true, firstIncubation: true, incubatedMonths: 0, creditListed: [], safetyOk: true };

/** The four priorities that the 2025 contest promised its winners; none has an official document yet. */
export const fourPriorities: readonly ShippedPolicy[] = [
  {
    ...promised,
    code: 'referral',
    titleZh: '上级赛事推荐',
    forZh: '本市大赛获奖并已登记注册的项目',
    summaryZh: '本市大赛获奖项目，优先推荐参加省级、国家级创业大赛。',
    bodyZh:
      '对象：本市大赛获奖、未取消资格、已办理登记注册的项目。\n做法：市级按上级当年名额和赛道，在获奖项目中择优推荐；不同县（市、区）的原始分数不直接比较。\n办理：上级赛事通知发布后，由所在县（市、区）通知负责人确认参加意愿，并经本人同意后报送材料。\n推荐名额、赛道和时间以上级当年通知为准。',
    kind: 'referral',
    rule: {
      all: [
        won,
        leaf('已办理登记注册', 'registered', 'is', true),
        to('注册未满 5 年', 'registrationDate', 'within', 'youngMonths'),
        leaf('没有在上级大赛得过奖', 'upperWinnerBefore', 'is', false),
        leaf('本人同意报送材料', 'consentUpward', 'is', true),
      ],
    },
    parameters: [figure('youngMonths', '注册年限', 60)],
    benefits: [],
    examples: [
      {
        zh: '获奖企业，注册 1 年，同意报送',
        on,
        facts: { ...firm, upperWinnerBefore: false, consentUpward: true },
        expect: 'pass',
      },
      {
        zh: '到这一天正好注册满 5 年',
        on,
        facts: { ...winner, registered: true, registrationDate: '2021-11-24' },
        expect: 'fail',
      },
      { zh: '还没有营业执照的团队', on, facts: { ...winner, registered: false }, expect: 'fail' },
      {
        zh: '没有说是否同意报送',
        on,
        facts: { ...firm, upperWinnerBefore: false },
        expect: 'unknown',
        missing: ['consentUpward'],
      },
    ],
  },
  {
    ...promised,
    code: 'incubator-place',
    titleZh: '创业孵化基地入驻',
    forZh: '大赛获奖项目，未注册或注册未满 3 年',
    summaryZh: '大赛获奖项目申请入驻本市创业孵化基地，同等条件下优先。',
    bodyZh:
      '对象：大赛获奖项目，未注册或注册 3 年以内，符合基地产业方向，没有失信记录。\n支持：优先安排工位、办公间等场地，场地费用按基地公布的标准减免。\n期限：入驻协议一般 1 年一签，累计不超过 3 年。\n次序：一等奖先于二、三等奖，其后依次为审核通过的项目、重点就业群体和其他申请人。',
    kind: 'incubator-place',
    rule: {
      all: [
        won,
        {
          zh: '未注册，或注册未满 3 年',
          any: [
            leaf('还没有登记注册', 'registered', 'is', false),
            to('注册未满 3 年', 'registrationDate', 'within', 'youngMonths'),
          ],
        },
        leaf('符合基地产业方向', 'tradeFit', 'is', true),
        leaf('没有在其他基地享受同类扶持', 'firstIncubation', 'is', true),
        to('入驻时间没有用完', 'incubatedMonths', 'max', 'earlierMonths'),
        clearOfLists,
        leaf('消防和环保可行', 'safetyOk', 'is', true),
      ],
    },
    parameters: [
      figure('youngMonths', '注册年限', 36),
      figure('earlierMonths', '此前最多入驻月数', 35),
      figure('agreementMonths', '协议期限', 12),
      figure('mostMonths', '累计期限', 36),
      figure('rentFirstYear', '首年场地费减免', 10_000),
      figure('rentSecondYear', '第二年场地费减免', 5_000),
      figure('rentThirdYear', '第三年场地费减免', 3_000),
    ],
    benefits: [
      { code: 'agreement', zh: '协议一般期限', unit: 'months', param: 'agreementMonths' },
      { code: 'most', zh: '累计最长', unit: 'months', param: 'mostMonths' },
      { code: 'rent1', zh: '首年场地费减免', unit: 'bp', param: 'rentFirstYear' },
      { code: 'rent2', zh: '第二年场地费减免', unit: 'bp', param: 'rentSecondYear' },
      { code: 'rent3', zh: '第三年场地费减免', unit: 'bp', param: 'rentThirdYear' },
    ],
    examples: [
      { zh: '获奖企业，注册 1 年，各项都查过', on, facts: placed, expect: 'pass' },
      { zh: '还没有营业执照的获奖团队', on, facts: { ...placed, registered: false }, expect: 'pass' },
      { zh: '注册满 3 年', on, facts: { ...placed, registrationDate: '2023-11-24' }, expect: 'fail' },
      { zh: '列入经营异常名录', on, facts: { ...placed, creditListed: ['abnormalOperation'] }, expect: 'fail' },
      { zh: '奖项已取消', on, facts: { ...placed, ...lost }, expect: 'fail' },
      {
        zh: '还没有查失信名单',
        on,
        facts: Object.fromEntries(Object.entries(placed).filter(([fact]) => fact !== 'creditListed')),
        expect: 'unknown',
        missing: ['creditListed'],
      },
    ],
  },
  {
    ...promised,
    code: 'guaranteed-loan',
    titleZh: '创业担保贷款优先办理',
    forZh: '大赛获奖并符合贷款条件的个人和小微企业',
    summaryZh: '大赛获奖项目申请创业担保贷款，优先受理、优先审批。',
    bodyZh:
      '对象：大赛获奖项目中符合创业担保贷款条件的个人和小微企业。\n支持：在受理和审批次序上优先，贷款条件、额度、利率和贴息仍按国家和本地规定执行，不因获奖降低审核标准。\n办理：向登记注册地的创业担保贷款经办机构提出申请。\n国家规定见“创业担保贷款（国家规定）”。',
    kind: 'guaranteed-loan',
    rule: { all: [won, loanRule] },
    parameters: loanFigures.filter(({ code }) => !['personCapFen', 'firmCapFen', 'firmMonths'].includes(code)),
    benefits: [],
    examples: [
      { zh: '获奖的高校毕业生', on, facts: { ...winner, ...fittingPerson }, expect: 'pass' },
      { zh: '奖项已取消', on, facts: { ...lost, ...fittingPerson }, expect: 'fail' },
      { zh: '符合贷款条件，不知道是否获奖', on, facts: fittingPerson, expect: 'unknown', missing: ['awardCancelled'] },
    ],
  },
  {
    ...promised,
    code: 'training',
    titleZh: '定制化创业培训',
    forZh: '获奖和参赛项目的负责人、团队成员',
    summaryZh: '按参赛项目的需要，组织定制化创业培训和辅导。',
    bodyZh:
      '对象：获奖项目和参赛项目的负责人、团队成员。\n内容：按产业方向和项目阶段定制课程，也可参加创办企业、改善企业等培训。\n次序：获奖项目先于参赛项目，其后为重点就业群体，再按申请先后。\n开班：同一主题报名人数达到开班人数后开班，时间地点另行通知。',
    kind: 'training',
    rule: {
      all: [
        { zh: '获奖或参赛', any: [won, leaf('报名参加过本市大赛', 'group', 'isNot', 'none')] },
        to('本年参加的培训没有超过次数', 'coursesThisYear', 'max', 'earlierCourses'),
        leaf('没有参加过定制化培训', 'coursesTaken', 'notIn', ['CUSTOM']),
      ],
    },
    parameters: [figure('earlierCourses', '本年此前最多培训次数', 0), figure('perYear', '每人每年', 1)],
    benefits: [{ code: 'perYear', zh: '每人每年', unit: 'times', param: 'perYear' }],
    examples: [
      {
        zh: '参赛者，本年没有参加过培训',
        on,
        facts: { group: 'start_up', coursesThisYear: 0, coursesTaken: ['GYB'] },
        expect: 'pass',
      },
      {
        zh: '本年已参加过一次',
        on,
        facts: { group: 'start_up', coursesThisYear: 1, coursesTaken: [] },
        expect: 'fail',
      },
      {
        zh: '没有说参加过哪些培训',
        on,
        facts: { ...winner, coursesThisYear: 0 },
        expect: 'unknown',
        missing: ['coursesTaken'],
      },
    ],
  },
];
