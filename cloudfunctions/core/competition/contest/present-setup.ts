import type { ContestSubject } from '@shared/competition/contest/subject';
import { runsContest } from '@shared/competition/contest/who';
import type { Span } from '@shared/competition/phase';
import { toShanghai } from '@shared/kernel/shanghai';
import type { Call } from '../../rpc/call';
import { Refused } from '../../rpc/refused';
import { readChanges } from './changes';
import { readSetup } from './read-setup';
import { contestOf } from './subjects';

const onWire = (span: Span | null) =>
  span && { opensAt: toShanghai(span.opensAt), closesAt: toShanghai(span.closesAt) };

function shutFor(call: Call, contest: ContestSubject): string | null {
  if (contest.status === 'past') return '往届的赛场设置不能再改';
  return runsContest.decide(call.actor, contest).ok ? null : '您可以查看，由本县（市、区）审核负责人或市级统筹人员修改';
}

/** A contest's setup as those who run it see it. */
export async function presentSetup(call: Call, contest: ContestSubject) {
  const { card, tracks, ownTracksMax, windows } = await readSetup(call.db, contest.contestId);
  const { contestId, regionZh, editionZh, version } = contest;
  return {
    contestId,
    regionZh,
    editionZh,
    version,
    shutZh: shutFor(call, contest),
    card,
    tracks,
    ownTracksMax,
    windows: windows.map(({ code, zh, own, city }) => ({
      code,
      zh,
      own: onWire(own),
      city: onWire(city.span),
      mayMove: city.mayMove,
    })),
    changes: await readChanges(call, contestId, (code) => windows.find((each) => each.code === code)?.zh ?? '其他阶段'),
  };
}

/** The same after a change. */
export async function presentChanged(call: Call, { contestId }: ContestSubject) {
  const contest = await contestOf(call, { contestId }, false);
  if (!contest) throw new Error('a contest went in its own change');
  return presentSetup(call, contest);
}

/** Refuses a change of an edition that is over, or one that was made on an older version, and then shows what stands now. */
export async function insistChangeable(call: Call, contest: ContestSubject, version: number): Promise<void> {
  if (contest.status === 'past') throw new Refused('COMPETITION_EDITION_OVER');
  if (contest.version !== version)
    throw new Refused('CASE_STALE', undefined, undefined, await presentSetup(call, contest));
}
