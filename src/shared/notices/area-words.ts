/** What people call the areas whose events are told, in the order of the list; any other stands under its own name. */
const words: Readonly<Record<string, string>> = {
  entry: '报名',
  screening: '审核',
  competition: '届次和阶段',
  awards: '获奖',
  policies: '政策',
  benefits: '扶持申请',
  people: '权限和投诉建议',
};

/** The place of an area in the list; others come last. */
export function areaRank(area: string): number {
  const place = Object.keys(words).indexOf(area);
  return place < 0 ? Object.keys(words).length : place;
}

export const areaZh = (area: string): string => words[area] ?? '其他';
