import { EntryDesk } from '../../../features/entry/progress/entry-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function EntryEntryPage() {
  return <EntryDesk entryId={usePageParams().entryId ?? ''} />;
}
