import { BatchDesk } from '../../../features/finance/batch-desk';
import { BatchesDesk } from '../../../features/finance/batches-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function PaymentsPage() {
  const { batchId } = usePageParams();
  return batchId ? <BatchDesk batchId={batchId} /> : <BatchesDesk />;
}
