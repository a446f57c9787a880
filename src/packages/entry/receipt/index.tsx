import { useRouter } from '@tarojs/taro';
import { ReceiptDesk } from '../../../features/entry/receipt-desk';

export default function EntryReceiptPage() {
  const { entryId, n } = useRouter().params;
  const nth = Number(n);
  return <ReceiptDesk entryId={entryId ?? ''} n={Number.isInteger(nth) && nth > 0 ? nth : undefined} />;
}
