import { cutoffWords } from '@shared/competition/cutoff-words';
import { signUpWords } from '@shared/competition/phase-words';
import { renewalZh } from '@shared/competition/renewal-words';
import { View } from '@tarojs/components';
import { api } from '../../client/api';
import { useAsk } from '../../client/cache/use-ask';
import { go } from '../../client/go';
import { heard, serverNow } from '../../client/server-clock';
import { sentenceOf } from '../../client/transport/failure';
import { useShare } from '../../client/use-share';
import { ContactCard } from '../../patterns/contact-card';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { ListRow } from '../../ui/lists/list-row';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { NewestAnnouncements } from './announcements/newest';
import { GuideLinks } from './guide/guide-links';
import { Timetable } from './timetable';

const needZh = {
  always: '必传',
  registered: '已注册的必传',
  claimsIp: '有专利、商标或著作权的必传',
  claimsInsuredJobs: '有缴社保员工的必传',
  otherPaper: '不用居民身份证的必传',
  never: '可不传',
} as const;

/** One region's contest, before signing in: its tracks, groups, timetable and what to prepare. */
export function RegionDesk({ contestId }: { contestId: string }) {
  const ask = useAsk(['competition', 'contest', contestId], async () =>
    heard(await api.competition.contest({ contestId })),
  );
  const contest = ask.data;
  useShare(contest ? `星火项目创业大赛${contest.regionZh}赛场` : '星火项目创业大赛', 'open/region', { contestId });
  return (
    <Page
      title={contest ? `${contest.regionZh}赛场` : undefined}
      state={ask.isPending ? 'loading' : ask.error ? 'error' : 'ready'}
      error={sentenceOf(ask.error)}
      onRetry={() => ask.refetch()}
      action={
        contest?.signUp?.state === 'open' ? (
          <Button id="enter" onTap={() => go('entry/eligibility', { contestId })}>
            在{contest.regionZh}报名
          </Button>
        ) : undefined
      }
    >
      {contest ? (
        <>
          <Notice tone={contest.signUp?.state === 'open' ? 'info' : 'warn'}>
            {signUpWords(contest.signUp, serverNow())}
          </Notice>
          {contest.signUp?.state === 'closed' ? (
            <ListRow id="late" title="使用补报码" detail="收到补报码的，可以继续报名" onTap={() => go('entry/late')} />
          ) : null}
          <ContactCard title={`${contest.regionZh}赛场`} contact={contest.contact} />
          <NewestAnnouncements announcements={contest.announcements} />
          <Card title="赛道">
            {contest.tracks.map((track) => (
              <ListRow
                key={track.code}
                id={`track-${track.code}`}
                title={track.zh}
                aside={track.kind === 'common' ? '通用赛道' : '特色赛道'}
              />
            ))}
          </Card>
          <Timetable phases={contest.phases} nameZh={`${contest.regionZh}赛场`} place={contestId} />
          <Card title="组别">
            <View className="xh-row-detail">{cutoffWords(contest.edition.cutoffDate)}</View>
            {contest.groups.map((group) => (
              <ListRow
                key={group.code}
                id={`group-${group.code}`}
                title={group.zh}
                detail={`${group.hintZh}；团队 ${group.teamMin} 至 ${group.teamMax} 人`}
              />
            ))}
          </Card>
          {contest.contact?.venue ? (
            <Card title="比赛场地">
              <View className="xh-prose">{contest.contact.venue}</View>
            </Card>
          ) : null}
          <Card title="准备材料">
            {contest.slots.map((slot) => (
              <ListRow
                key={slot.code}
                id={`slot-${slot.code}`}
                title={slot.zh}
                detail={[slot.hintZh, renewalZh(slot)].filter(Boolean).join('；')}
                aside={needZh[slot.neededWhen]}
              />
            ))}
          </Card>
          <GuideLinks contestId={contestId} />
        </>
      ) : null}
    </Page>
  );
}
