import { ApplicationDesk } from '../../../features/benefits/application/application-desk';
import { BeginDesk } from '../../../features/benefits/application/begin-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function ApplicationPage() {
  const { applicationId, policy } = usePageParams();
  return applicationId ? <ApplicationDesk applicationId={applicationId} /> : <BeginDesk policy={policy ?? ''} />;
}
