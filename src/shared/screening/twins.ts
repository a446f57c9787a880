import type { Finding } from '../entry/eligibility';

/** Another submitted entry of the edition with the same credit code or the same title. */
export type Twin = { by: 'uscc' | 'title'; reference: string; regionZh: string };

const saying = {
  uscc: { code: 'SAME_ENTITY', zh: '经营主体未重复报名', what: '这个统一社会信用代码' },
  title: { code: 'SAME_TITLE', zh: '项目未重复报名', what: '这个项目名称' },
} as const;

/** What looks like one project entered twice is shown to staff with where to look, and never refused (rules §2.2 ONE_TRACK). */
export function twinFindings(twins: readonly Twin[]): Finding[] {
  return (['uscc', 'title'] as const).flatMap((by) => {
    const found = twins.filter((twin) => twin.by === by);
    if (found.length === 0) return [];
    const where = found.map(({ reference, regionZh }) => `${reference}（${regionZh}）`).join('、');
    const { code, zh, what } = saying[by];
    return [{ code, zh, verdict: 'staff', reason: `${where}也用了${what}，请核对是否重复报名` }];
  });
}
