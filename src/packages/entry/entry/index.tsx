import { useRouter } from '@tarojs/taro';
import { EntryDesk } from '../../../features/entry/entry-desk';

export default function EntryEntryPage() {
  return <EntryDesk entryId={useRouter().params.entryId ?? ''} />;
}
