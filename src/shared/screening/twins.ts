import type { Finding } from '../entry/eligibility';
import { plainWords } from '../kernel/typed/plain-words';

/**
 * Another submitted entry of the edition that has something of this one: the credit code, a title like it, or a person. `member`: one of this
 * team leads it; `leader`: this leader is on its team.
 */
export type Twin = {
  by: 'uscc' | 'title' | 'member' | 'leader';
  reference: string;
  regionZh: string;
  title: string;
  /** The person, where it is one; '' else. */
  whoZh: string;
};

/** `titles`: of similar titles, which they are, so that a page marks where they differ. */
export type TwinFinding = Finding & { titles?: Array<{ whereZh: string; title: string }> };

const whereZh = ({ reference, regionZh }: Twin): string => `${reference}（${regionZh}）`;
const listZh = (twins: readonly Twin[], say: (twin: Twin) => string): string => twins.map(say).join('、');

/** What looks like one project entered twice is shown to staff with where to look, and never refused (rules §2.2 ONE_TRACK). */
export function twinFindings(title: string, twins: readonly Twin[]): TwinFinding[] {
  const of = (by: Twin['by']) => twins.filter((twin) => twin.by === by);
  const isSame = (twin: Twin) => plainWords(twin.title) === plainWords(title);
  const finding = (code: string, zh: string, found: readonly Twin[], what: (found: readonly Twin[]) => string) =>
    found.length === 0 ? [] : [{ code, zh, verdict: 'staff' as const, reason: `${what(found)}，请核对是否重复报名` }];
  const named = of('title');
  return [
    ...finding(
      'SAME_ENTITY',
      '经营主体未重复报名',
      of('uscc'),
      (all) => `${listZh(all, whereZh)}也用了这个统一社会信用代码`,
    ),
    ...finding(
      'SAME_TITLE',
      '项目未重复报名',
      named.filter(isSame),
      (all) => `${listZh(all, whereZh)}也用了这个项目名称`,
    ),
    ...finding(
      'SIMILAR_TITLE',
      '没有名称相近的项目',
      named.filter((twin) => !isSame(twin)),
      (all) => `${listZh(all, (twin) => `${whereZh(twin)}“${twin.title}”`)}名称相近`,
    ).map((similar) => ({
      ...similar,
      titles: named.filter((twin) => !isSame(twin)).map((twin) => ({ whereZh: whereZh(twin), title: twin.title })),
    })),
    ...finding('LEADS_ELSEWHERE', '团队成员没有另报项目', of('member'), (all) =>
      listZh(all, (twin) => `成员${twin.whoZh}是${whereZh(twin)}的负责人`),
    ),
    ...finding('MEMBER_ELSEWHERE', '负责人没有参加其他项目', of('leader'), (all) =>
      listZh(all, (twin) => `负责人${twin.whoZh}是${whereZh(twin)}的团队成员`),
    ),
  ];
}
