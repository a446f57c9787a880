import { StatusDesk } from '../../../features/entry/progress/status-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function EntryStatusPage() {
  return <StatusDesk entryId={usePageParams().entryId ?? ''} />;
}
