import { EligibilityDesk } from '../../../features/entry/eligibility-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function EntryEligibilityPage() {
  return <EligibilityDesk contestId={usePageParams().contestId ?? ''} />;
}
