import { MaterialsDesk } from '../../../features/entry/files/materials-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function EntryMaterialsPage() {
  return <MaterialsDesk entryId={usePageParams().entryId ?? ''} />;
}
