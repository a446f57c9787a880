import { PolicyDesk } from '../../../features/policies/policy-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function PolicyPage() {
  return <PolicyDesk code={usePageParams().code ?? ''} />;
}
