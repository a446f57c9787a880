import { useRouter } from '@tarojs/taro';
import { MaterialsDesk } from '../../../features/entry/materials-desk';

export default function EntryMaterialsPage() {
  return <MaterialsDesk entryId={useRouter().params.entryId ?? ''} />;
}
