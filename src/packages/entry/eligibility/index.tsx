import { useRouter } from '@tarojs/taro';
import { EligibilityDesk } from '../../../features/entry/eligibility-desk';

export default function EntryEligibilityPage() {
  return <EligibilityDesk contestId={useRouter().params.contestId ?? ''} />;
}
