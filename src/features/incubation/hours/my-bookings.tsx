import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { Button } from '../../../ui/button';
import { ListRow } from '../../../ui/lists/list-row';
import { Notice } from '../../../ui/notice';
import { Section } from '../../../ui/section';
import { confirmDanger } from '../../../ui/sheets/confirm';

type Booking = Awaited<ReturnType<typeof api.incubation.hours>>['mine'][number];

/** What one's team has booked and may give back in time. */
export function MyBookings({ items }: { items: readonly Booking[] }) {
  const cancel = useChange(api.incubation.cancelBooking, touches.places);
  if (items.length === 0) return null;
  const giveBack = async ({ bookingId, zh, placeZh }: Booking) => {
    const meant = await confirmDanger({
      title: '取消预约',
      body: `${placeZh}，${zh}。取消后别人可以约。`,
      confirm: '取消预约',
    });
    if (meant) await cancel.run({ bookingId });
  };
  return (
    <Section title="我的预约" aside={`${items.length} 个`}>
      {cancel.failure ? <Notice tone="error">{cancel.failure.message}</Notice> : null}
      {items.map((booking) => (
        <ListRow
          key={booking.bookingId}
          id={`booking-${booking.bookingId}`}
          title={booking.placeZh}
          detail={booking.zh}
          aside={
            booking.free ? (
              <Button
                id={`cancel-${booking.bookingId}`}
                kind="text"
                label={`取消${booking.placeZh}的预约`}
                onTap={() => giveBack(booking)}
              >
                取消
              </Button>
            ) : (
              '不能取消'
            )
          }
        />
      ))}
    </Section>
  );
}
