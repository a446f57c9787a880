import { groupDigits } from '@shared/kernel/group-digits';
import { formatWan } from '@shared/kernel/money';
import { View } from '@tarojs/components';
import { go } from '../../client/go';
import { Card } from '../../ui/card';
import { KeyValue } from '../../ui/lists/key-value';
import { ListRow } from '../../ui/lists/list-row';
import { NewestAnnouncements } from './announcements/newest';
import { Timetable } from './timetable';
import type { Home, Past } from './use-landing';

/** What the home page holds below its first screen: the timetable, news, last year's outcome, policies, who runs it. */
export function HomeBelow({ home, past }: { home: Home; past: Past | null }) {
  return (
    <>
      <Timetable phases={home.phases} />
      <NewestAnnouncements announcements={home.announcements} />
      {/* A place of its own: on WeChat a card put between others sends its neighbours again. */}
      <View>{past ? <LastYear past={past} /> : null}</View>
      <Card title="扶持政策与服务">
        <ListRow id="policies" title="参赛和获奖能享受哪些政策" onTap={() => go('policies')} />
        <ListRow
          id="complain"
          title="投诉建议"
          detail="投诉、建议和咨询都可以在这里提出"
          onTap={() => go('account/complaint')}
        />
      </Card>
      <View className="xh-home-foot">
        <View>{home.organiser.nameZh}</View>
        <View>{home.organiser.filingZh}</View>
        {home.edition?.synthetic ? <View>演示环境。除公开报道过的项目名称外，项目和人员均为虚构</View> : null}
      </View>
    </>
  );
}

function LastYear({ past }: { past: Past }) {
  return (
    <Card title={past.nameZh} aside={past.synthetic ? '含演示数据' : undefined}>
      <KeyValue
        items={[
          { label: '参赛项目', value: `${past.participating} 个`, number: true },
          { label: '获奖项目', value: `${past.winners} 个`, number: true },
          { label: '预计直接带动就业', value: `${groupDigits(past.directExpected)} 人`, number: true },
          { label: '预计间接带动就业', value: `${groupDigits(past.indirectExpected)} 人`, number: true },
          ...(past.fund
            ? [{ label: past.fund.zh, value: `${formatWan(past.fund.fen)} 万元（${past.fund.noteZh}）` }]
            : []),
        ]}
      />
      <ListRow id="results" title="查看获奖名单" onTap={() => go('open/results', { editionId: past.editionId })} />
    </Card>
  );
}
