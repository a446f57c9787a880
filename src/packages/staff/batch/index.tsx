import { BatchDesk } from '../../../features/screening/batch/batch-desk';
import { pickedFrom } from '../../../features/screening/batch/batch-link';
import { usePageParams } from '../../../ui/use-page-params';

export default function StaffBatchPage() {
  return <BatchDesk entryIds={pickedFrom(usePageParams())} />;
}
