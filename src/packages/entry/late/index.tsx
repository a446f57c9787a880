import { LateDesk } from '../../../features/entry/late/late-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function EntryLatePage() {
  const { code, entryId } = usePageParams();
  return <LateDesk code={code ?? ''} entryId={entryId ?? ''} />;
}
