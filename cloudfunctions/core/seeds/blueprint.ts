import type { Blueprint } from '@shared/competition/blueprint';
import { fourLists } from '@shared/screening/checks';
import { nationalBlueprint } from '../competition/editions/national-blueprint';
import { winnersGet } from './winners-get';

const { awards: _, loanRuleZh: __, guide: ___, ...national } = nationalBlueprint;

/** Where the starting blueprint waits for a city's own words, the demo says that it is one. */
const ofTheDemo: Readonly<Record<string, string>> = {
  '【请填写主办单位】': '临汾市创业大赛组委会办公室（演示）',
  '【请填写电话】': '演示环境，尚未公布',
};
const filledIn = (text: string): string =>
  Object.entries(ofTheDemo).reduce((filled, [blank, words]) => filled.replace(blank, words), text);

/** The versions under which the demo's texts were agreed to. */
const versions: Readonly<Record<string, string>> = { sensitive: 'DEMO-4', publicDisplay: 'DEMO-1' };

/**
 * The blueprint that both seeded editions run on: the starting one with the demo's own words. Approval waits for the four lists of the declaration,
 * and a rejection for a second person.
 */
export const blueprint: Blueprint = {
  ...national,
  basisZh: '演示数据：组别、材料、时限和个人信息保存年限参照省赛公开规则和通行做法，正式使用前须由主办单位确认',
  checks: fourLists.map((list) => ({ ...list, required: true })),
  signatures: 'rejection',
  consents: national.consents.map((text) => ({
    ...text,
    bodyZh: filledIn(text.bodyZh),
    version: versions[text.kind] ?? 'DEMO-1',
  })),
  declaration: { ...national.declaration, version: 'DEMO-1' },
  guide: {
    rulesZh:
      '一、年满 16 周岁，项目登记注册地或实际经营地在本市的，都可以报名。\n二、每人作为负责人只能报一个项目，可以同时是其他项目的团队成员。\n三、在登记注册地的县（市、区）或开发区报名；还没有营业执照的，在项目实际做事的地方报名。\n四、审核人员会把需要补正的问题一次告知，补正期限内改好重新提交即可。\n五、报名、审核、评审都不收费。\n以上为演示内容，正式的参赛办法以主办单位公布的文件为准。',
    faq: [
      { q: '没有营业执照能报名吗', a: '能。选“创意组”，不用上传营业执照。' },
      { q: '提交以后还能改吗', a: '开始审核前、报名截止前，负责人可以在进度页撤回修改。' },
      { q: '材料被退回怎么办', a: '打开报名表，标红的部分就是需要补正的，改好后由负责人重新提交。' },
      { q: '手机操作不方便怎么办', a: '可以打电话给您所在县（市、区）的赛场，或到服务窗口请工作人员帮忙。' },
    ],
    templates: [],
  },
  organiser: { nameZh: '临汾市创业大赛组委会办公室（演示）', filingZh: '备案号：演示环境，尚未备案' },
  winnersGet,
};
