import { addDays, shanghaiDate } from '@shared/kernel/shanghai';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useAsk } from '../../../client/cache/use-ask';
import { useChange } from '../../../client/cache/use-change';
import { formatDateZh } from '../../../client/day-words';
import { goSignIn } from '../../../client/go';
import { serverNow } from '../../../client/server-clock';
import { signedIn } from '../../../client/session/session';
import { useShare } from '../../../client/use-share';
import { AskedPage } from '../../../patterns/asked-page';
import { ClosingNote } from '../../../patterns/closing-note';
import { Button } from '../../../ui/button';
import { DateField } from '../../../ui/fields/date-field';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { HourGrid, type Picked } from './hour-grid';
import { MyBookings } from './my-bookings';

type Hours = Awaited<ReturnType<typeof api.incubation.hours>>;

/** Studios and kits by the hour: what is free on a day, and what one's team has booked. */
export function HoursDesk({ siteId }: { siteId: string }) {
  const [day, setDay] = useState(() => addDays(shanghaiDate(serverNow()), 1));
  const ask = useAsk(['incubation', 'hours', siteId, day], () => api.incubation.hours({ siteId, day }));
  useShare(ask.data?.nameZh ?? '按小时预约', 'policy/hours', { siteId });
  return (
    <AskedPage ask={ask} here={link('policy/hours', { siteId })} missing="没有找到这个基地">
      {(hours) => <Booking key={day} hours={hours} day={day} onDay={setDay} />}
    </AskedPage>
  );
}

function Booking({ hours, day, onDay }: { hours: Hours; day: string; onDay: (day: string) => void }) {
  const { siteId, nameZh, places, rulesZh, aheadDays, weekLeft, closedZh, mine } = hours;
  const [picked, pick] = useState<Picked | null>(null);
  const book = useChange(api.incubation.book, touches.places);
  const today = shanghaiDate(serverNow());
  const zhOf = ({ code, from, to }: Picked) => `${code} ${formatDateZh(day)}${from}:00–${to}:00`;
  /** What cannot be given back is not booked by one tap. */
  const isSure = async (wanted: Picked): Promise<boolean> => {
    const first = places
      .find(({ placeId }) => placeId === wanted.placeId)
      ?.slots.find(({ from }) => from === wanted.from);
    if (!first?.bound) return true;
    const body = `${zhOf(wanted)}。离开始已近，约好后不能取消；没有到场会有记录。`;
    return confirmDanger({ title: '约好后不能取消', body, confirm: '预约' });
  };
  const send = async () => {
    if (!signedIn()) return goSignIn(link('policy/hours', { siteId }));
    if (picked === null || !(await isSure(picked))) return;
    const made = await book.run({ placeId: picked.placeId, day, from: picked.from, to: picked.to });
    if (made !== null) pick(null);
  };
  return (
    <Page
      over={nameZh}
      refused={book.failure?.message}
      title={weekLeft === null ? '按小时预约' : `这一周还可以约 ${weekLeft} 小时`}
      action={
        picked === null && signedIn() ? undefined : (
          <Button id="book" busy={book.busy} disabled={signedIn() && closedZh !== null} onTap={send}>
            {picked === null || !signedIn() ? '登录后预约' : `预约 ${zhOf(picked)}`}
          </Button>
        )
      }
    >
      <ClosingNote scopes={['module:incubation']} />
      {closedZh === null || !signedIn() ? null : <Notice tone="warn">{closedZh}</Notice>}
      <DateField
        id="hours-day"
        label="哪一天"
        value={day}
        from={today}
        to={addDays(today, aheadDays)}
        onChange={(next) => next !== '' && onDay(next)}
      />
      {places.map(({ placeId, code, typeZh, detailZh, slots }) => (
        <Section key={placeId} title={`${code} ${typeZh}`} aside={detailZh}>
          <HourGrid placeId={placeId} code={code} slots={slots} picked={picked} onPick={pick} />
        </Section>
      ))}
      <View className="xh-row-detail">{rulesZh}</View>
      <MyBookings items={mine} />
    </Page>
  );
}
