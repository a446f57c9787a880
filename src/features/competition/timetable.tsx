import { calendarDays, icsOf } from '@shared/competition/calendar';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { addToCalendar } from '../../client/calendar/add-to-calendar';
import { dayZh, untilZh } from '../../client/day-words';
import { serverNow } from '../../client/server-clock';
import { sentenceOf } from '../../client/transport/failure';
import { Button } from '../../ui/button';
import { KeyValue } from '../../ui/lists/key-value';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/section';
import { toast } from '../../ui/sheets/toast';
import { onWeb } from '../../ui/spoken';
import type { Home } from './use-landing';

interface Props extends Pick<Home, 'phases'> {
  /** Whose it is, before the name of a phase: `蒲县赛场`. */
  nameZh: string;
  /** The same as an id, so that a day put in twice stands once. */
  place: string;
  /** Nothing of it goes into anybody's calendar: it is not sure yet. */
  inert?: boolean;
}

/** From when to when each phase of an edition or a contest runs, and the way of what is to come into one's calendar. */
export function Timetable({ phases, nameZh, place, inert = false }: Props) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const days = calendarDays(nameZh, phases);
  const add = async () => {
    setRefusal(null);
    try {
      if ((await addToCalendar(days, icsOf(place, days, serverNow()))) && !onWeb) toast('已加入日历');
    } catch (error) {
      setRefusal(sentenceOf(error) ?? null);
    }
  };
  return (
    <Section title="赛程">
      {phases.length === 0 ? (
        <View className="xh-row-detail">时间待定</View>
      ) : (
        <KeyValue
          items={phases.map(({ zh, opensAt, closesAt }) => ({
            label: zh,
            value: `${dayZh(opensAt)}至${untilZh(closesAt)}`,
          }))}
        />
      )}
      {refusal === null ? null : <Notice tone="error">{refusal}</Notice>}
      {days.length === 0 || inert ? null : (
        <Button id="add-to-calendar" kind="secondary" onTap={add}>
          加入日历
        </Button>
      )}
    </Section>
  );
}
