import type { pastWin } from './contract';

export type PastWin = (typeof pastWin)['_zod']['output'];

const byZh: Record<PastWin['by'][number], string> = {
  leader: '负责人相同',
  entity: '统一社会信用代码相同',
  title: '项目名称相近',
};

/** What an entry shares with winners of editions that are over, in one sentence for its reviewer. Lists that are not kept here are looked up by a person. */
export function pastWinsZh(wins: readonly PastWin[]): string {
  if (wins.length === 0) return '本系统的往届获奖名单里没有负责人、经营主体相同或名称相近的项目，其他名单请人工核对';
  const told = wins.map(
    ({ year, title, regionZh, awardZh, by }) =>
      `${year} 年“${title}”（${regionZh}）获${awardZh}，${by.map((each) => byZh[each]).join('、')}`,
  );
  return `${told.join('；')}。请核对是否同一项目`;
}
