import type { Rule } from '@shared/policies/rule';
import { shipped } from './shanxi-item';
import { leavesOf, type ShippedPolicy } from './shipped-policy';

const on = '2026-11-24';
const leaf = leavesOf('山西就业补助资金项目');
const running = (months: number, zh: string): Rule => ({
  not: leaf(`注册未满 ${months} 个月`, 'registrationDate', 'within', months),
  zh,
});
const registered = leaf('已办理登记注册', 'registered', 'is', true);
const graduate = leaf('高校毕业生', 'keyGroup.graduate', 'is', true);
const firstTime = leaf('第一次创业', 'firstFounding', 'is', true);
const firm = { registered: true, registrationDate: '2024-03-01' };

const graduated = {
  ...firm,
  'keyGroup.graduate': true,
  graduationYear: 2022,
  firstFounding: true,
  othersHired: 1,
  taxedMonths: 3,
  insuredMonths: 0,
};
const in2023 = '2023-12-31';
const smallHire = { ...firm, smallFirm: true, newHiresEligible12m: 1, newHireContracts12m: 1 };

/** Start-up money of the province, item by item (rules §7): what is known of each, and how well. */
export const shanxiItems: readonly ShippedPolicy[] = [
  shipped({
    code: 'sx-graduate-subsidy',
    titleZh: '高校毕业生创业补贴（归集简办）',
    forZh: '第一次创业的高校毕业生',
    summaryZh:
      '每户 15,000 元，合并一次性创业、场地租金、社会保险三项补贴。公布的期限到 2023-12-31，政策已到期，请咨询。',
    docNo: '文号待补（山西日报 2022-07-22）',
    from: '2022-07-01',
    to: in2023,
    confidence: 'source',
    gives: { fen: 1_500_000, zh: '一次性补贴', perZh: '每户' },
    rule: {
      all: [
        graduate,
        leaf('2022 年及以后毕业', 'graduationYear', 'min', 2022),
        firstTime,
        registered,
        leaf('至少带动 1 名其他人就业', 'othersHired', 'min', 1),
        {
          any: [
            leaf('有 3 个月以上纳税记录', 'taxedMonths', 'min', 3),
            leaf('缴纳社会保险费 3 个月以上', 'insuredMonths', 'min', 3),
          ],
        },
      ],
    },
    examples: [
      {
        zh: '2022 年毕业，带动 1 人，纳税 3 个月',
        on: in2023,
        facts: { ...graduated, registrationDate: '2023-01-05' },
        expect: 'pass',
      },
      { zh: '2021 年毕业', on: in2023, facts: { ...graduated, graduationYear: 2021 }, expect: 'fail' },
      {
        zh: '没有说带动几人',
        on: in2023,
        facts: {
          'keyGroup.graduate': true,
          graduationYear: 2023,
          firstFounding: true,
          registered: true,
          taxedMonths: 4,
        },
        expect: 'unknown',
        missing: ['othersHired'],
      },
    ],
  }),
  shipped({
    code: 'sx-one-off-subsidy',
    titleZh: '一次性创业补贴',
    forZh: '第一次创业的返乡人员、就业困难人员、高校毕业生',
    summaryZh: '返乡创业人员、就业困难人员、高校毕业生首次创业，正常经营 1 年以上，最高 5,000 元。',
    docNo: '文号待补',
    confidence: 'weak',
    gives: { fen: 500_000, zh: '最高补贴' },
    rule: {
      all: [
        {
          any: [
            leaf('返乡创业农民工', 'keyGroup.returning_migrant', 'is', true),
            graduate,
            leaf('就业困难人员', 'keyGroup.hard_to_employ', 'is', true),
          ],
        },
        registered,
        running(12, '正常经营 1 年以上'),
        firstTime,
      ],
    },
    examples: [
      {
        zh: '返乡农民工，经营 2 年，首次创业',
        on,
        facts: { ...firm, 'keyGroup.returning_migrant': true, firstFounding: true },
        expect: 'pass',
      },
      {
        zh: '到这一天正好经营满 1 年',
        on,
        facts: { registered: true, registrationDate: '2025-11-24', 'keyGroup.graduate': true, firstFounding: true },
        expect: 'pass',
      },
      {
        zh: '还差 1 天满 1 年',
        on,
        facts: { registered: true, registrationDate: '2025-11-25', 'keyGroup.graduate': true, firstFounding: true },
        expect: 'fail',
      },
      {
        zh: '只有就业困难一项没有说',
        on,
        facts: { ...firm, 'keyGroup.returning_migrant': false, 'keyGroup.graduate': false, firstFounding: true },
        expect: 'unknown',
        missing: ['keyGroup.hard_to_employ'],
      },
    ],
  }),
  shipped({
    code: 'sx-graduate-rent',
    titleZh: '高校毕业生创业场地租金补贴',
    forZh: '租用场地创业的高校毕业生',
    summaryZh: '高校毕业生租用场地创业，经营 6 个月以上，每年最高 2,000 元，最长 3 年。',
    docNo: '2015 年文件，文号待补',
    confidence: 'old',
    gives: { fen: 200_000, zh: '最高补贴', perZh: '每年', months: 36, most: { times: 3, unit: 'years' } },
    rule: { all: [graduate, registered, running(6, '经营 6 个月以上')] },
    examples: [
      { zh: '毕业生，经营 2 年', on, facts: { ...firm, 'keyGroup.graduate': true }, expect: 'pass' },
      {
        zh: '刚注册 1 个月',
        on,
        facts: { registered: true, registrationDate: '2026-10-24', 'keyGroup.graduate': true },
        expect: 'fail',
      },
      { zh: '没有说是不是毕业生', on, facts: firm, expect: 'unknown', missing: ['keyGroup.graduate'] },
    ],
  }),
  shipped({
    code: 'sx-jiangxian-rent',
    titleZh: '创业场地租金补贴（绛县做法，供参考）',
    forZh: '租用场地创业的人员',
    summaryZh: '外市县的做法：每年最高 3,000 元。本市没有见到同样的文件。',
    docNo: '文号待补',
    confidence: 'weak',
    gives: { fen: 300_000, zh: '最高补贴', perZh: '每年' },
    rule: { all: [leaf('在绛县经营', 'regionId', 'is', '140826'), registered] },
    examples: [
      { zh: '在绛县的企业', on, facts: { ...firm, regionId: '140826' }, expect: 'pass' },
      { zh: '在蒲县的企业', on, facts: { ...firm, regionId: '141033' }, expect: 'fail' },
      { zh: '没有说在哪里', on, facts: firm, expect: 'unknown', missing: ['regionId'] },
    ],
  }),
  shipped({
    code: 'sx-hiring-reward',
    titleZh: '创业带动就业补贴',
    forZh: '带动 3 人以上就业的创业者',
    summaryZh: '带动 3 人以上就业、经营 1 年以上，每人最高 1,000 元。',
    docNo: '2015 年文件，文号待补',
    confidence: 'old',
    gives: { fen: 100_000, zh: '最高补贴', perZh: '每人', most: { times: 100, unit: 'people' } },
    rule: { all: [registered, running(12, '经营 1 年以上'), leaf('带动 3 人以上就业', 'othersHired', 'min', 3)] },
    examples: [
      { zh: '带动 3 人', on, facts: { ...firm, othersHired: 3 }, expect: 'pass' },
      { zh: '带动 2 人', on, facts: { ...firm, othersHired: 2 }, expect: 'fail' },
      { zh: '没有说带动几人', on, facts: firm, expect: 'unknown', missing: ['othersHired'] },
    ],
  }),
  shipped({
    code: 'sx-small-firm-hiring',
    titleZh: '小微企业一次性吸纳就业补助',
    forZh: '新招用重点群体人员的小微企业',
    summaryZh: '小微企业新招用重点群体人员，缴纳社会保险费 6 个月以上，每人最高 1,000 元。',
    docNo: '晋财社〔2019〕1号',
    confidence: 'source',
    gives: { fen: 100_000, zh: '最高补助', perZh: '每人', most: { times: 100, unit: 'people' } },
    rule: {
      all: [
        leaf('小型、微型企业', 'smallFirm', 'is', true),
        leaf('新招用重点群体人员', 'newHiresEligible12m', 'min', 1),
        leaf('缴纳社会保险费 6 个月以上', 'insuredMonths', 'min', 6),
      ],
    },
    examples: [
      { zh: '新招用 1 人，缴费 6 个月', on, facts: { ...smallHire, insuredMonths: 6 }, expect: 'pass' },
      { zh: '缴费 5 个月', on, facts: { ...smallHire, insuredMonths: 5 }, expect: 'fail' },
      { zh: '没有说缴费几个月', on, facts: smallHire, expect: 'unknown', missing: ['insuredMonths'] },
    ],
  }),
  shipped({
    code: 'sx-small-firm-post',
    titleZh: '小微企业吸纳就业困难人员岗位补贴',
    forZh: '招用就业困难人员的小微企业',
    summaryZh: '小微企业招用就业困难人员，按月补贴，每人 300 元，最长 3 年。',
    docNo: '晋财社〔2019〕1号',
    confidence: 'source',
    gives: {
      fen: 30_000,
      zh: '岗位补贴',
      perZh: '每人每月',
      months: 36,
      most: { times: 3_600, unit: 'personMonths' },
    },
    rule: {
      all: [leaf('小型、微型企业', 'smallFirm', 'is', true), leaf('招用就业困难人员', 'hardToEmployHired', 'min', 1)],
    },
    examples: [
      { zh: '招用 1 人', on, facts: { smallFirm: true, hardToEmployHired: 1 }, expect: 'pass' },
      { zh: '没有招用', on, facts: { smallFirm: true, hardToEmployHired: 0 }, expect: 'fail' },
      { zh: '没有说是不是小微企业', on, facts: { hardToEmployHired: 1 }, expect: 'unknown', missing: ['smallFirm'] },
    ],
  }),
  shipped({
    code: 'sx-excellent-project',
    titleZh: '省级优秀创业项目奖励',
    forZh: '省级优秀创业项目',
    summaryZh: '省里列有这个项目，金额没有见到。',
    docNo: '文号待补',
    confidence: 'weak',
    gives: null,
    rule: { all: [leaf('在省级以上大赛得过奖', 'upperWinnerBefore', 'is', true), registered] },
    examples: [
      { zh: '在省赛得过奖的企业', on, facts: { ...firm, upperWinnerBefore: true }, expect: 'pass' },
      { zh: '没有得过奖', on, facts: { ...firm, upperWinnerBefore: false }, expect: 'fail' },
      { zh: '没有说是否得过奖', on, facts: firm, expect: 'unknown', missing: ['upperWinnerBefore'] },
    ],
  }),
  shipped({
    code: 'sx-tenant-rent',
    titleZh: '入驻实体场地租赁补贴',
    forZh: '入驻孵化基地的创业实体',
    summaryZh: '省里列有这个项目，对象为入驻孵化基地的创业实体，金额没有见到。',
    docNo: '文号待补',
    confidence: 'weak',
    gives: null,
    rule: { all: [registered, leaf('已入驻孵化基地', 'incubatedMonths', 'min', 1)] },
    examples: [
      { zh: '已入驻 3 个月', on, facts: { ...firm, incubatedMonths: 3 }, expect: 'pass' },
      { zh: '没有入驻', on, facts: { ...firm, incubatedMonths: 0 }, expect: 'fail' },
      { zh: '没有说是否入驻', on, facts: firm, expect: 'unknown', missing: ['incubatedMonths'] },
    ],
  }),
];
