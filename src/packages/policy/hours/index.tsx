import { HoursDesk } from '../../../features/incubation/hours/hours-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function HoursPage() {
  const { siteId } = usePageParams();
  return <HoursDesk siteId={siteId ?? ''} />;
}
