import { RegionDesk } from '../../../features/competition/region-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function RegionPage() {
  return <RegionDesk contestId={usePageParams().contestId ?? ''} />;
}
