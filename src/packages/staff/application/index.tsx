import { OfficeDesk } from '../../../features/benefits/desk/office-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function StaffApplicationPage() {
  return <OfficeDesk applicationId={usePageParams().applicationId ?? ''} />;
}
