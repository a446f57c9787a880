import { signUpWords } from '@shared/competition/phase-words';
import { oneEntryEach } from '@shared/entry/states';
import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { go } from '../../client/go';
import { serverNow } from '../../client/server-clock';
import { sentenceOf } from '../../client/transport/failure';
import { useShare } from '../../client/use-share';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Empty } from '../../ui/empty';
import { Mark } from '../../ui/icons/mark';
import { Page } from '../../ui/page';
import { spoken } from '../../ui/spoken';
import { Tag } from '../../ui/tag';
import { HomeBelow } from './home-below';
import type { Home, Landing, Past } from './use-landing';
import './home.scss';

/** What anyone sees first: the edition, how long sign-up is open, the 18 regions, the timetable, news and last year's outcome. */
export function HomeDesk({ landing }: { landing: Landing }) {
  const { data, error, isPending, refetch } = landing;
  useShare(data?.home.edition?.nameZh ?? '星火项目创业大赛', 'home');
  // The platform's sign turns until it is told to stop.
  usePullDownRefresh(() => void refetch().finally(() => Taro.stopPullDownRefresh()));
  const signUp = data?.home.phases.find((phase) => phase.kind === 'signUp');
  return (
    <Page
      state={data ? 'ready' : isPending ? 'loading' : 'error'}
      error={sentenceOf(error)}
      onRetry={() => refetch()}
      action={
        signUp?.state === 'open' ? (
          <Button id="enter" onTap={() => go('entry/eligibility')}>
            我要报名
          </Button>
        ) : undefined
      }
    >
      {data ? <Front home={data.home} past={data.past} /> : null}
    </Page>
  );
}

/**
 * False while the component is drawn for the first time, true right after. On WeChat all that is drawn at once crosses to
 * the view in one piece and is seen when the whole has been read; what the screen does not show yet need not wait in it.
 */
function useDrawnOnce(): boolean {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDrawn(true));
    return () => clearTimeout(timer);
  }, []);
  return drawn;
}

const standing = { before: '即将报名', open: '正在报名', closed: '已截止' } as const;

/** The first screen; the rest is drawn below it a moment later, so nothing that is seen moves. */
function Front({ home, past }: { home: Home; past: Past | null }) {
  const signUp = home.phases.find((phase) => phase.kind === 'signUp');
  const drawn = useDrawnOnce();
  if (!home.edition) return <Empty whole title="目前没有正在进行的大赛" hint="可以先看看往届获奖名单和扶持政策。" />;
  return (
    <>
      <View className="xh-home-front">
        <Mark />
        <View className="xh-home-name" {...spoken({ role: 'heading', level: 1 })}>
          {home.edition.nameZh}
        </View>
        <View className="xh-home-clock">
          <Tag tone={signUp?.state === 'open' ? 'pass' : 'neutral'}>{standing[signUp?.state ?? 'before']}</Tag>
          <Text>{signUpWords(signUp, serverNow())}</Text>
        </View>
        {signUp?.state === 'open' ? <View className="xh-row-detail">{oneEntryEach}</View> : null}
      </View>
      <Card title="县（市、区）和开发区赛场" aside={`${home.contests.length} 个`}>
        <View className="xh-home-regions">
          {home.contests.map((contest) => (
            <Button
              key={contest.contestId}
              id={`region-${contest.regionId}`}
              kind="secondary"
              onTap={() => go('open/region', { contestId: contest.contestId })}
            >
              {contest.regionZh.replace('临汾经济', '')}
            </Button>
          ))}
        </View>
      </Card>
      {drawn ? <HomeBelow home={home} past={past} /> : null}
    </>
  );
}
