import { shanghaiDate } from '@shared/kernel/shanghai';
import { link } from '@shared/routes';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useAsk } from '../../../client/cache/use-ask';
import { useChange } from '../../../client/cache/use-change';
import { serverNow } from '../../../client/server-clock';
import { AskedPage } from '../../../patterns/asked-page';
import { Button } from '../../../ui/button';
import { Empty } from '../../../ui/empty';
import { DateField } from '../../../ui/fields/date-field';
import { ListRow } from '../../../ui/lists/list-row';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { Tag } from '../../../ui/tag';

type Booking = Awaited<ReturnType<typeof api.incubation.bookings>>['items'][number];

/** A site's bookings of a day; who did not come is marked once the hours are over. */
export function BookingsDesk({ siteId }: { siteId: string }) {
  const [day, setDay] = useState(() => shanghaiDate(serverNow()));
  const ask = useAsk(['incubation', 'bookings', siteId, day], () => api.incubation.bookings({ siteId, day }));
  const mark = useChange(api.incubation.markNoShow, touches.places);
  const say = async ({ bookingId, nameZh, zh }: Booking) => {
    const meant = await confirmDanger({
      title: '登记未到场',
      body: `${nameZh}，${zh}。30 天内 2 次未到场，暂停预约 14 天。`,
      confirm: '登记',
    });
    if (meant) await mark.run({ bookingId });
  };
  return (
    <AskedPage ask={ask} here={link('staff/bookings', { siteId })} missing="没有找到这个基地">
      {({ items }) => (
        <Page wide title={items.length === 0 ? '这一天没有预约' : `这一天 ${items.length} 个预约`}>
          <DateField id="bookings-day" label="哪一天" value={day} onChange={(next) => next !== '' && setDay(next)} />
          {mark.failure ? <Notice tone="error">{mark.failure.message}</Notice> : null}
          {items.length === 0 ? <Empty title="没有预约" hint="换一天看看。" /> : null}
          {items.map((booking) => (
            <ListRow
              key={booking.bookingId}
              id={`booking-${booking.bookingId}`}
              title={booking.placeZh}
              detail={`${booking.zh}，${booking.nameZh}`}
              aside={
                booking.noShow ? (
                  <Tag tone="warn">未到场</Tag>
                ) : booking.over ? (
                  <Button
                    id={`no-show-${booking.bookingId}`}
                    kind="text"
                    label={`登记${booking.nameZh}未到场`}
                    onTap={() => say(booking)}
                  >
                    未到场
                  </Button>
                ) : undefined
              }
            />
          ))}
        </Page>
      )}
    </AskedPage>
  );
}
