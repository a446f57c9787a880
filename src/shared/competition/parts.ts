import type { Blueprint } from './blueprint';

export const partNames = [
  'basics',
  'groups',
  'tracks',
  'materials',
  'consents',
  'clocks',
  'reminders',
  'reasons',
  'phases',
  'awards',
  'training',
  'guide',
] as const;
/** A part of an edition, which the city edits and confirms as a whole. */
export type PartName = (typeof partNames)[number];

type PartIs = {
  zh: string;
  hintZh: string;
  /** The keys of the blueprint that it holds. Each key stands in one part (a test holds this). */
  keys: ReadonlyArray<keyof Blueprint>;
};

/** The parts of an edition in the order of the task list. Whoever adds a key to the blueprint names its part here. */
export const parts: Readonly<Record<PartName, PartIs>> = {
  basics: { zh: '基本信息', hintZh: '名称、年度、基准日、主办单位', keys: ['basisZh', 'organiser'] },
  groups: { zh: '分组', hintZh: '组别、年龄、人数、注册年限', keys: ['groups', 'identityPapers'] },
  tracks: { zh: '赛道', hintZh: '全市共同赛道，县（市、区）可以自设几个', keys: ['tracks', 'ownTracksMax'] },
  materials: { zh: '材料', hintZh: '要交哪些文件、什么格式', keys: ['slots'] },
  consents: {
    zh: '授权与承诺',
    hintZh: '个人信息授权、承诺书、保存期限',
    keys: ['consents', 'declaration', 'retention'],
  },
  clocks: {
    zh: '审核时限',
    hintZh: '初审、补正、复审、答复的工作日，复核签字，政策发布，获奖确认',
    keys: ['clocks', 'signatures', 'policySecond', 'awardSecond'],
  },
  reminders: { zh: '到期提醒', hintZh: '什么事、提前几天提醒谁，办好的不提醒', keys: ['reminders'] },
  reasons: { zh: '退回理由', hintZh: '退回补正时可选的理由，审核时要核查的名单', keys: ['returnReasons', 'checks'] },
  phases: { zh: '赛程阶段', hintZh: '每个阶段从哪天到哪天，谁可以发补报码', keys: ['phases', 'lateCodes'] },
  awards: { zh: '奖励阶梯', hintZh: '奖项、资金、贷款政策文号', keys: ['awards', 'fund', 'loanRuleZh', 'winnersGet'] },
  training: { zh: '创业培训', hintZh: '课程和课时、结业、名额、培训券的规定', keys: ['courses', 'trainingRules'] },
  guide: { zh: '办事指南', hintZh: '规则全文、常见问题、模板文件', keys: ['guide'] },
};
