import { SignedPaperDesk } from '../../../features/entry/counter/signed-paper-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function StaffSignedPaperPage() {
  return <SignedPaperDesk entryId={usePageParams().entryId ?? ''} />;
}
