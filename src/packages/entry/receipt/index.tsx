import { ReceiptDesk } from '../../../features/entry/progress/receipt-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function EntryReceiptPage() {
  const { entryId, n, sent } = usePageParams();
  const nth = Number(n);
  return (
    <ReceiptDesk entryId={entryId ?? ''} n={Number.isInteger(nth) && nth > 0 ? nth : undefined} sent={sent === '1'} />
  );
}
