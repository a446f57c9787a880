import { BookingsDesk } from '../../../features/incubation/board/bookings-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function BookingsPage() {
  const { siteId } = usePageParams();
  return <BookingsDesk siteId={siteId ?? ''} />;
}
