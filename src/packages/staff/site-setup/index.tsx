import { SetupDesk } from '../../../features/incubation/setup/setup-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function SiteSetupPage() {
  const { siteId } = usePageParams();
  return <SetupDesk siteId={siteId ?? ''} />;
}
