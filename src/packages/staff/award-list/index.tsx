import { AwardListDesk } from '../../../features/awards/lists/award-list-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function StaffAwardListPage() {
  return <AwardListDesk editionId={usePageParams().editionId ?? null} />;
}
