import { FeedbackDesk } from '../../../features/people/feedback-desk';

export default function StaffFeedbackPage() {
  return <FeedbackDesk />;
}
