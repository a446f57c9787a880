import { formatDayZh, fromRfc3339, shanghaiDate } from '@shared/kernel/shanghai';
import { View } from '@tarojs/components';
import { serverNow } from '../../../client/server-clock';
import { classes } from '../../../ui/classes';
import { spoken } from '../../../ui/spoken';
import type { Home } from '../use-landing';

/** More do not stand side by side on a phone. */
const most = 5;

/** When a phase is, in a few letters, line by line: of one that runs its last day, of others the first; a year that is not this one has a line. */
function whenOf({ state, opensAt, closesAt }: Home['phases'][number]): string[] {
  const ahead = state === 'before';
  const day = shanghaiDate((fromRfc3339(ahead ? opensAt : closesAt) ?? 0) - (ahead ? 0 : 1));
  const [until, from] = ahead ? ['', '起'] : ['至', ''];
  const [year, dayZh] = [day.slice(0, 4), formatDayZh(day)];
  return year === shanghaiDate(serverNow()).slice(0, 4)
    ? [`${until}${dayZh}${from}`]
    : [`${until}${year}年`, `${dayZh}${from}`];
}

const standing = { before: '未开始', open: '正在进行', closed: '已结束' } as const;

/** The way of the contest: its phases as stations, the one that runs now lit. */
export function Stations({ phases }: Pick<Home, 'phases'>) {
  if (phases.length === 0) return <View className="xh-row-detail">时间待定</View>;
  return (
    <View className="xh-stations" {...spoken({ role: 'list', label: '赛程' })}>
      {phases.slice(0, most).map((phase) => (
        <View
          key={phase.kind}
          className={classes('xh-station', `xh-station-${phase.state}`)}
          {...spoken({ role: 'listitem' })}
        >
          <View className="xh-station-sign" {...spoken({ hidden: true })} />
          <View className="xh-station-name">{phase.zh}</View>
          <View className="xh-station-when">
            {whenOf(phase).map((line) => (
              <View key={line}>{line}</View>
            ))}
          </View>
          <View className="xh-unseen">{standing[phase.state]}</View>
        </View>
      ))}
    </View>
  );
}
