import type { Blueprint } from '@shared/competition/blueprint';
import { nationalBlueprint } from '../competition/editions/national-blueprint';
import { winnersGet } from './winners-get';

const { awards: _, loanRuleZh: __, guide: ___, phases, ...national } = nationalBlueprint;

/** Where the starting blueprint waits for a city's own words, the demo says that it is one. */
const ofTheDemo: Readonly<Record<string, string>> = {
  '【请填写主办单位】': '临汾市创业大赛组委会办公室（演示）',
  '【请填写电话】': '演示环境，尚未公布',
};
const filledIn = (text: string): string =>
  Object.entries(ofTheDemo).reduce((filled, [blank, words]) => filled.replace(blank, words), text);

/** The versions under which the demo's texts were agreed to. */
const versions: Readonly<Record<string, string>> = { sensitive: 'DEMO-3', publicDisplay: 'DEMO-1' };

/** The blueprint that both seeded editions run on: the starting one, as far as its phases go today, with the demo's own words. */
export const blueprint: Blueprint = {
  ...national,
  basisZh: '演示数据：组别、材料、时限和个人信息保存年限参照省赛公开规则和通行做法，正式使用前须由主办单位确认',
  phases: phases.filter(({ code }) => ['signUp', 'screening'].includes(code)),
  consents: national.consents.map((text) => ({
    ...text,
    bodyZh: filledIn(text.bodyZh),
    version: versions[text.kind] ?? 'DEMO-1',
  })),
  declaration: { ...national.declaration, version: 'DEMO-1' },
  organiser: { nameZh: '临汾市创业大赛组委会办公室（演示）', filingZh: '备案号：演示环境，尚未备案' },
  winnersGet,
};
