import { PartDesk } from '../../../features/competition/editions/part-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function StaffEditionPartPage() {
  const { editionId, part } = usePageParams();
  return <PartDesk editionId={editionId ?? ''} part={part ?? ''} />;
}
