import { ConfirmDesk } from '../../../features/entry/counter/confirm-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function EntryConfirmPage() {
  return <ConfirmDesk code={usePageParams().code ?? ''} />;
}
