import { signUpWords } from '@shared/competition/phase-words';
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
import { Groups, Materials, Tracks } from './open-facts';
import { Timetable } from './timetable';

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
          <NewestAnnouncements announcements={contest.announcements} regionId={contest.regionId} />
          <Tracks tracks={contest.tracks} />
          <Timetable phases={contest.phases} nameZh={`${contest.regionZh}赛场`} place={contestId} />
          <Groups groups={contest.groups} cutoffDate={contest.edition.cutoffDate} />
          {contest.contact?.venue ? (
            <Card title="比赛场地">
              <View className="xh-prose">{contest.contact.venue}</View>
            </Card>
          ) : null}
          <Materials slots={contest.slots} />
          <GuideLinks contestId={contestId} />
        </>
      ) : null}
    </Page>
  );
}
