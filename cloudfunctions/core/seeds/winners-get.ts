import type { Blueprint } from '@shared/competition/blueprint';

const demonstration = '演示，待主办单位提供文件';

/** The four priorities that the 2025 contest promised its winners, each with the figure it is known by and what that rests on. */
export const winnersGet: NonNullable<Blueprint['winnersGet']> = [
  {
    policy: 'guaranteed-loan',
    zh: '创业担保贷款',
    leadZh: '优先办理，个人最高',
    figureZh: '30',
    unitZh: '万元',
    sourceZh: '财金〔2023〕75号',
  },
  {
    policy: 'incubator-place',
    zh: '创业孵化基地',
    leadZh: '优先入驻，累计最长',
    figureZh: '36',
    unitZh: '个月',
    sourceZh: demonstration,
  },
  {
    policy: 'training',
    zh: '定制化培训',
    leadZh: '免费参加，培训券有效',
    figureZh: '180',
    unitZh: '天',
    sourceZh: demonstration,
  },
  {
    policy: 'referral',
    zh: '上级赛事推荐',
    leadZh: '优先推荐到省级、国家级',
    figureZh: '2',
    unitZh: '级赛事',
    sourceZh: '以上级当年通知为准',
  },
];
