import type { dueStack } from '@shared/cases/contract';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { formatDateZh, formatDayZh } from '../../client/day-words';
import { goTo } from '../../client/go';
import { Card } from '../../ui/card';
import { Stacks } from '../../ui/figures/stacks';
import { spoken } from '../../ui/spoken';

type DueStack = (typeof dueStack)['_zod']['output'];

/** 周五 of 11月27日（周五）. */
const weekdayOf = (date: string): string => formatDateZh(date).replace(/^.*（(.*)）$/, '$1');

/** What falls due on which day, as slips; each opens the queue at that day. The first day is today. */
export function DueStacks({ stacks }: { stacks: readonly DueStack[] }) {
  const today = stacks.find(({ date }) => date !== null)?.date;
  return (
    <Card>
      <Stacks
        id="due"
        label="按到期日"
        stacks={stacks.map(({ when, date, mine, unclaimed }) => ({
          id: date ?? when,
          zh: date === null ? (when === 'overdue' ? '已超期' : '以后') : date === today ? '今天' : weekdayOf(date),
          noteZh: date === null ? '' : formatDayZh(date).replace(/^.*月/, ''),
          mine,
          open: unclaimed,
          late: when === 'overdue',
          onTap: () => goTo(link('staff/queue', when === 'overdue' ? { overdue: '1' } : { dueOn: date })),
        }))}
      />
      <View className="xh-stacks-key">
        <View className="xh-slip xh-slip-mine" {...spoken({ hidden: true })} />
        <View>我已受理</View>
        <View className="xh-slip" {...spoken({ hidden: true })} />
        <View>待受理</View>
      </View>
    </Card>
  );
}
