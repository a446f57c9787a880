import { ReviewDesk } from '../../../features/screening/review/review-desk';
import { usePageParams } from '../../../ui/use-page-params';

export default function StaffReviewPage() {
  return <ReviewDesk entryId={usePageParams().entryId ?? ''} />;
}
