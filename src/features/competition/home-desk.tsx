import { daysLeftZh, dayZh, deadlineZh } from '@shared/kernel/moment-words';
import { formatWan } from '@shared/kernel/money';
import { formatDateZh } from '@shared/kernel/shanghai';
import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { api } from '../../client/api';
import { sentenceOf } from '../../client/failure';
import { go } from '../../client/go';
import { useAsk } from '../../client/use-ask';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Empty } from '../../ui/empty';
import { KeyValue } from '../../ui/key-value';
import { ListRow } from '../../ui/list-row';
import { Page } from '../../ui/page';
import { Spark } from '../../ui/spark';
import { Tag } from '../../ui/tag';
import './home.scss';

type Home = Awaited<ReturnType<typeof api.competition.home>>;
type Past = NonNullable<Awaited<ReturnType<typeof api.awards.past>>['past']>;

/** What anyone sees first: the edition, how long sign-up is open, the 18 regions, the timetable, news and last year's outcome. */
export function HomeDesk() {
  const home = useAsk(['competition', 'home'], () => api.competition.home({}));
  const past = useAsk(['awards', 'past'], () => api.awards.past({}));
  // The platform's sign turns until it is told to stop.
  usePullDownRefresh(() => {
    void Promise.all([home.refetch(), past.refetch()]).finally(() => Taro.stopPullDownRefresh());
  });
  const signUp = home.data?.phases.find((phase) => phase.kind === 'signUp');
  return (
    <Page
      state={home.isPending ? 'loading' : home.error ? 'error' : 'ready'}
      error={sentenceOf(home.error)}
      onRetry={() => home.refetch()}
      action={
        signUp?.state === 'open' ? (
          <Button id="enter" onTap={() => go('entry/eligibility')}>
            我要报名
          </Button>
        ) : undefined
      }
    >
      {home.data ? <Front home={home.data} past={past.data?.past ?? null} /> : null}
    </Page>
  );
}

function Front({ home, past }: { home: Home; past: Past | null }) {
  const signUp = home.phases.find((phase) => phase.kind === 'signUp');
  if (!home.edition) return <Empty title="目前没有正在进行的大赛" hint="可以先看看往届获奖名单和扶持政策。" />;
  return (
    <>
      <View className="xh-home-front">
        <Spark size={40} />
        <View className="xh-home-name">{home.edition.nameZh}</View>
        {signUp ? (
          <View className="xh-home-clock">
            <Tag tone={signUp.state === 'open' ? 'pass' : 'neutral'}>
              {signUp.state === 'open' ? '正在报名' : signUp.state === 'before' ? '即将报名' : '报名已截止'}
            </Tag>
            <Text>
              {signUp.state === 'open'
                ? `${deadlineZh(signUp.closesAt)}截止，${daysLeftZh(signUp.closesAt, Date.now())}`
                : `${dayZh(signUp.opensAt)}起`}
            </Text>
          </View>
        ) : null}
      </View>
      <Card title="县（市、区）赛场" aside={`${home.contests.length} 个`}>
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
      <Card title="赛程">
        <KeyValue
          items={home.phases.map((phase) => ({
            label: phase.zh,
            value: `${dayZh(phase.opensAt)} 至 ${deadlineZh(phase.closesAt)}`,
          }))}
        />
      </Card>
      {home.notices.length > 0 ? (
        <Card title="公告">
          {home.notices.map((notice, i) => (
            <ListRow
              key={notice.title}
              id={`notice-${i}`}
              title={notice.title}
              detail={
                <>
                  <View>{notice.body}</View>
                  <View>{formatDateZh(notice.date)}</View>
                </>
              }
            />
          ))}
        </Card>
      ) : null}
      {past ? (
        <Card title={past.nameZh} aside={past.synthetic ? '含演示数据' : undefined}>
          <KeyValue
            items={[
              { label: '参赛项目', value: `${past.participating} 个`, number: true },
              { label: '获奖项目', value: `${past.winners} 个`, number: true },
              { label: '预计直接带动就业', value: `${past.directExpected.toLocaleString('en')} 人`, number: true },
              { label: '预计间接带动就业', value: `${past.indirectExpected.toLocaleString('en')} 人`, number: true },
              ...(past.fund
                ? [{ label: past.fund.zh, value: `${formatWan(past.fund.fen)} 万元（${past.fund.noteZh}）` }]
                : []),
            ]}
          />
          <ListRow id="results" title="查看获奖名单" onTap={() => go('open/results', { editionId: past.editionId })} />
        </Card>
      ) : null}
      <Card title="扶持政策与服务">
        <ListRow id="policies" title="参赛和获奖能享受哪些政策" onTap={() => go('policies')} />
        <ListRow
          id="complain"
          title="投诉建议"
          detail="对大赛或工作人员有意见，请告诉我们"
          onTap={() => go('account/complaint')}
        />
      </Card>
      <View className="xh-home-foot">
        <View>{home.organiser.nameZh}</View>
        <View>{home.organiser.filingZh}</View>
        {home.edition.synthetic ? <View>本页为演示环境，项目与人员均为虚构</View> : null}
      </View>
    </>
  );
}
