import { ToldDesk } from '../../../features/policies/library/told-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function PolicyToldPage() {
  return <ToldDesk code={usePageParams().code ?? ''} />;
}
