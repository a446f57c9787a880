import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { type ReactNode, useEffect, useState } from 'react';
import { go } from '../../client/go';
import { sentenceOf } from '../../client/transport/failure';
import { useShare } from '../../client/use-share';
import { Button } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { NewestAnnouncements } from './announcements/newest';
import { HomeBelow } from './home-below';
import { NightFront } from './landing/night-front';
import { Places } from './landing/places';
import { Reader, readerAct } from './landing/reader';
import { ReaderBelow } from './landing/reader-below';
import { concerns } from './landing/reader-words';
import { Stations } from './landing/stations';
import type { Home, Landing, LandingView, Own } from './use-landing';
import './home.scss';

/**
 * What anyone sees first. A visitor sees the event: the edition, how long sign-up is open, the regions, what winners get; whoever has something
 * here sees that before anything else.
 */
export function HomeDesk({ landing }: { landing: Landing }) {
  const { data, error, isPending, refetch } = landing;
  useShare(data?.home.edition?.nameZh ?? '星火项目创业大赛', 'home');
  // The platform's sign turns until it is told to stop.
  usePullDownRefresh(() => void refetch().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page
      state={data ? 'ready' : isPending ? 'loading' : 'error'}
      error={sentenceOf(error)}
      onRetry={() => refetch()}
      action={data ? actOf(data) : undefined}
    >
      {data ? <Front landing={data} /> : null}
    </Page>
  );
}

/** The one button: what waits for the reader, or to enter while that is open. */
function actOf({ home, own }: LandingView): ReactNode {
  const act = concerns(own) ? readerAct(own) : null;
  if (act) {
    return (
      <Button id="act" onTap={act.go}>
        {act.zh}
      </Button>
    );
  }
  const open = home.phases.find((phase) => phase.kind === 'signUp')?.state === 'open';
  if (concerns(own)) return undefined;
  if (!open) return isShut(home) ? <UseLateCode /> : undefined;
  return (
    <Button id="enter" onTap={() => go('entry/eligibility')}>
      我要报名
    </Button>
  );
}

/** Sign-up is over: whom a late code lets in says so here. */
const isShut = ({ phases }: Home): boolean => phases.find(({ kind }) => kind === 'signUp')?.state === 'closed';

const UseLateCode = () => (
  <Button id="late" kind="secondary" onTap={() => go('entry/late')}>
    使用补报码
  </Button>
);

/**
 * How many steps have been drawn: 0 while the component is drawn for the first time, then one after the other. On WeChat all that is drawn at
 * once crosses to the view in one piece and is seen when the whole has been read; what the screen does not show yet need not wait in it.
 */
function useDrawn(steps: number): number {
  const [drawn, setDrawn] = useState(0);
  useEffect(() => {
    if (drawn >= steps) return;
    const timer = setTimeout(() => setDrawn(drawn + 1));
    return () => clearTimeout(timer);
  }, [drawn, steps]);
  return drawn;
}

/** The first screen; the rest is drawn below it a moment later, so nothing that is seen moves. */
function Front({ landing: { home, past, won, own, waits } }: { landing: LandingView }) {
  const drawn = useDrawn(2);
  if (!home.edition) return <Empty whole title="目前没有正在进行的大赛" hint="可以先看看往届获奖名单和扶持政策。" />;
  return (
    <>
      {concerns(own) ? <Reader home={home} own={own} waits={waits} /> : <NightFront home={home} />}
      <Contest home={home} own={own} />
      {concerns(own) ? (
        <ReaderBelow home={home} past={past} won={won} own={own} />
      ) : (
        <>
          <View>{drawn > 0 ? <Places contests={home.contests} /> : null}</View>
          <View>{drawn > 1 ? <HomeBelow home={home} past={past} won={won} /> : null}</View>
        </>
      )}
    </>
  );
}

/** Where the contest stands: its stations, and the newest that was announced to this reader. */
function Contest({ home, own }: { home: Home; own: Own | null }) {
  const regionZh = own?.story?.regionZh;
  const told = home.announcements.filter((each) => each.regionZh === null || each.regionZh === regionZh);
  return (
    <>
      {concerns(own) ? (
        <Section title="大赛">
          <Stations phases={home.phases} />
        </Section>
      ) : (
        <Stations phases={home.phases} />
      )}
      <NewestAnnouncements
        announcements={told.slice(0, newest)}
        regionId={own?.story ? regionOf(home, own.story.contestId) : null}
      />
    </>
  );
}

const regionOf = ({ contests }: Home, contestId: string): string | null =>
  contests.find((contest) => contest.contestId === contestId)?.regionId ?? null;

/** So many announcements stand on the first page. */
const newest = 2;
