import { useRouter } from '@tarojs/taro';
import { StatusDesk } from '../../../features/entry/status-desk';

export default function EntryStatusPage() {
  return <StatusDesk entryId={useRouter().params.entryId ?? ''} />;
}
