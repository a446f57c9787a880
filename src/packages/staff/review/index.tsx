import { ReviewDesk } from '../../../features/screening/review/review-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function StaffReviewPage() {
  const params = usePageParams();
  return <ReviewDesk entryId={params.entryId ?? ''} params={params} />;
}
