import { StayDesk } from '../../../features/incubation/stay/stay-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function StayPage() {
  const { applicationId } = usePageParams();
  return <StayDesk applicationId={applicationId ?? ''} />;
}
