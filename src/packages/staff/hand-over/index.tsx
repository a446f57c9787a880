import { HandOverDesk } from '../../../features/entry/counter/hand-over-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function StaffHandOverPage() {
  return <HandOverDesk entryId={usePageParams().entryId ?? ''} />;
}
