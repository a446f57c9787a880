import { useRouter } from '@tarojs/taro';
import { ReviewDesk } from '../../../features/screening/review-desk';

export default function StaffReviewPage() {
  return <ReviewDesk entryId={useRouter().params.entryId ?? ''} />;
}
