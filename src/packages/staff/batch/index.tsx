import { useRouter } from '@tarojs/taro';
import { BatchDesk } from '../../../features/screening/batch-desk';
import { pickedFrom } from '../../../features/screening/batch-link';

export default function StaffBatchPage() {
  return <BatchDesk entryIds={pickedFrom(useRouter().params)} />;
}
