import { EligibilityDesk } from '../../../features/entry/begin/eligibility-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function EntryEligibilityPage() {
  return <EligibilityDesk contestId={usePageParams().contestId ?? ''} />;
}
