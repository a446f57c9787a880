import type { Db } from '../platform/db';

type SeedPolicy = {
  code: string;
  titleZh: string;
  summaryZh: string;
  bodyZh: string;
  kind: string;
  docNo: string;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  confirmedZh: string;
  demonstration: boolean;
};

const missing = '市级文件待补';
const unconfirmed = '演示内容，待市人社部门提供正式文件后核定';
const reprinted = '按公开转载的文件整理，尚未与原件逐条核对，以经办机构解释为准';

/**
 * The four priorities that the 2025 contest promised its winners, and the national basis of the guaranteed loan with the version
 * before it. What has no official document behind it is marked as demonstration.
 */
export const policies: readonly SeedPolicy[] = [
  {
    code: 'referral',
    titleZh: '上级赛事推荐',
    summaryZh: '本市大赛获奖项目，优先推荐参加省级、国家级创业大赛。',
    bodyZh:
      '对象：本市大赛获奖、未取消资格、已办理登记注册的项目。\n做法：市级按上级当年名额和赛道，在获奖项目中择优推荐；不同县（市、区）的原始分数不直接比较。\n办理：上级赛事通知发布后，由所在县（市、区）通知负责人确认参加意愿，并经本人同意后报送材料。\n推荐名额、赛道和时间以上级当年通知为准。',
    kind: 'referral',
    docNo: missing,
    effectiveFrom: null,
    effectiveTo: null,
    confirmedZh: unconfirmed,
    demonstration: true,
  },
  {
    code: 'incubator-place',
    titleZh: '创业孵化基地入驻',
    summaryZh: '大赛获奖项目申请入驻本市创业孵化基地，同等条件下优先。',
    bodyZh:
      '对象：大赛获奖项目，未注册或注册 3 年以内，符合基地产业方向，没有失信记录。\n支持：优先安排工位、办公间等场地，场地费用按基地公布的标准减免。\n期限：入驻协议一般 1 年一签，累计不超过 3 年。\n次序：一等奖先于二、三等奖，其后依次为审核通过的项目、重点就业群体和其他申请人。',
    kind: 'incubator-place',
    docNo: missing,
    effectiveFrom: null,
    effectiveTo: null,
    confirmedZh: unconfirmed,
    demonstration: true,
  },
  {
    code: 'guaranteed-loan',
    titleZh: '创业担保贷款优先办理',
    summaryZh: '大赛获奖项目申请创业担保贷款，优先受理、优先审批。',
    bodyZh:
      '对象：大赛获奖项目中符合创业担保贷款条件的个人和小微企业。\n支持：在受理和审批次序上优先，贷款条件、额度、利率和贴息仍按国家和本地规定执行，不因获奖降低审核标准。\n办理：向登记注册地的创业担保贷款经办机构提出申请。\n国家规定见“创业担保贷款（国家规定）”。',
    kind: 'guaranteed-loan',
    docNo: missing,
    effectiveFrom: null,
    effectiveTo: null,
    confirmedZh: unconfirmed,
    demonstration: true,
  },
  {
    code: 'training',
    titleZh: '定制化创业培训',
    summaryZh: '按参赛项目的需要，组织定制化创业培训和辅导。',
    bodyZh:
      '对象：获奖项目和参赛项目的负责人、团队成员。\n内容：按产业方向和项目阶段定制课程，也可参加创办企业、改善企业等培训。\n次序：获奖项目先于参赛项目，其后为重点就业群体，再按申请先后。\n开班：同一主题报名人数达到开班人数后开班，时间地点另行通知。',
    kind: 'training',
    docNo: missing,
    effectiveFrom: null,
    effectiveTo: null,
    confirmedZh: unconfirmed,
    demonstration: true,
  },
  {
    code: 'guaranteed-loan-national',
    titleZh: '创业担保贷款（国家规定）',
    summaryZh: '个人最高 30 万元、小微企业最高 400 万元，财政按实际利率的一半贴息。',
    bodyZh:
      '个人：额度最高 30 万元，期限最长 3 年；合伙创业额度按本省（市）规定。\n小微企业：额度最高 400 万元，期限最长 2 年；申请前 12 个月内新招用的重点群体人员达到现有职工人数的 10%（超过 100 人的达到 5%），并签订 1 年以上劳动合同，没有拖欠工资、欠缴社会保险费。\n利率：不高于合同签订日 1 年期贷款市场报价利率（LPR）加 0.5 个百分点。\n贴息：财政按实际利率的 50% 贴息（政府补一部分利息），逾期和展期部分不贴息。\n次数：累计不超过 3 次，以前的贷款须按时还清。',
    kind: 'guaranteed-loan',
    docNo: '财金〔2023〕75号',
    effectiveFrom: '2023-10-01',
    effectiveTo: '2028-09-30',
    confirmedZh: reprinted,
    demonstration: false,
  },
  {
    code: 'guaranteed-loan-national-2020',
    titleZh: '创业担保贷款（国家规定，2020 年）',
    summaryZh: '个人最高 20 万元、小微企业最高 300 万元。已到期，现按财金〔2023〕75号执行。',
    bodyZh:
      '个人：额度最高 20 万元，期限最长 3 年。\n小微企业：额度最高 300 万元，期限最长 2 年；新招用的重点群体人员达到现有职工人数的 15%（超过 100 人的达到 8%）。\n次数：累计不超过 3 次。\n本文件已到期，仅供查询。现行规定见财金〔2023〕75号。',
    kind: 'guaranteed-loan',
    docNo: '财金〔2020〕21号',
    effectiveFrom: '2020-04-15',
    effectiveTo: '2023-09-30',
    confirmedZh: reprinted,
    demonstration: false,
  },
];

/** The policy library's first versions; a policy that is there already is left as it is. */
export async function seedPolicies(db: Db): Promise<void> {
  await db
    .insertInto('policy_version')
    .values(
      policies.map((policy) => ({
        code: policy.code,
        version: 1,
        title_zh: policy.titleZh,
        summary_zh: policy.summaryZh,
        body_zh: policy.bodyZh,
        kind: policy.kind,
        doc_no: policy.docNo,
        effective_from: policy.effectiveFrom,
        effective_to: policy.effectiveTo,
        confirmed_zh: policy.confirmedZh,
        demonstration: policy.demonstration,
      })),
    )
    .onConflict((conflict) => conflict.columns(['code', 'version']).doNothing())
    .execute();
}
